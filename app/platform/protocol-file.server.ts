import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import { checkProtocol } from "~/domain/protocol/check-protocol";
import type { FilePlace, FileProblemCode, ProtocolProblem, ProtocolRemark } from "~/domain/protocol/file-problem";
import type { Details, Finding, Path, ProblemCode } from "~/domain/protocol/problem";
import type { Protocol } from "~/domain/protocol/schema";

/** The largest protocol file that is read, in bytes. */
export const mostProtocolBytes = 512 * 1024;
const mostValues = 30_000;
const mostAliases = 50;
const mostSyntaxProblems = 50;
const mostAliasedBytes = 256 * 1024;

/** A check of a sound protocol against something outside the file. */
export type FurtherCheck = (protocol: Protocol) => Finding<ProblemCode>[];

/** What is in a protocol file: the protocol when it has no problems, and everything to say about it, in the order of the file. */
export type ProtocolFile = { protocol: Protocol | null; problems: ProtocolProblem[]; remarks: ProtocolRemark[]; lines: number };

/**
 * Reads a protocol file: YAML 1.2, core schema, UTF-8, at most 512 kB and 30,000 values, 50 aliases, no tags. Never throws on any content. A
 * protocol without problems is given to `furtherCheck` too (against records that exist), whose findings get their places here.
 */
export function readProtocolFile(input: string | Uint8Array, furtherCheck: FurtherCheck = () => []): ProtocolFile {
  const text = textOf(input);
  if (typeof text !== "string") return refused(text);
  const lineCounter = new LineCounter();
  const document = isTooDeep(text) ? null : parsed(text, lineCounter);
  if (!document) return refused(at("yaml-too-deep"));
  const syntax = syntaxProblems(document, lineCounter);
  const lines = lineCounter.lineStarts.length;
  if (syntax.some((problem) => problem.code !== "yaml-duplicate-key")) return { protocol: null, problems: syntax, remarks: [], lines };
  const checked = checkProtocol(document.toJS({ maxAliasCount: -1 }));
  const further = checked.protocol ? furtherCheck(checked.protocol) : [];
  const placed = <C extends string>(findings: Finding<C>[]) => findings.map((finding) => placedIn(document, lineCounter, finding));
  const problems = inOrder<ProtocolProblem>([...syntax, ...placed(checked.problems), ...placed(further)]);
  return { protocol: problems.length === 0 ? checked.protocol : null, problems, remarks: inOrder(placed(checked.remarks)), lines };
}

function refused(problem: ProtocolProblem): ProtocolFile {
  return { protocol: null, problems: [problem], remarks: [], lines: 0 };
}

function at(code: FileProblemCode, place = { line: 1, col: 1 }, details: Details = {}): ProtocolProblem {
  return { code, path: [], line: Math.max(1, place.line), column: Math.max(1, place.col), details };
}

function inOrder<T extends FilePlace<string>>(places: T[]): T[] {
  return places.sort((a, b) => a.line - b.line || a.column - b.column);
}

function textOf(input: string | Uint8Array): string | ProtocolProblem {
  if (input.length > mostProtocolBytes) return at("file-too-big", undefined, { limit: mostProtocolBytes / 1024 });
  const text = typeof input === "string" ? input.replace(/^\uFEFF/, "") : decoded(input);
  if (text === null) return at("file-not-utf8");
  if (holdsControls(text)) return at("file-binary");
  return text.trim() === "" ? at("file-empty") : text;
}

/** Control characters other than tab, line feed and carriage return stand in no text file. */
function holdsControls(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) return true;
  }
  return false;
}

function decoded(bytes: Uint8Array): string | null {
  if (bytes.subarray(0, 4096).includes(0) && !(bytes[0] === 0xff || bytes[0] === 0xfe)) return "\u0000";
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null; // what the decoder throws on bytes that are no UTF-8
    throw error;
  }
}

/** Thousands of nested brackets or dashes keep the parser busy for seconds; real protocols have fewer than ten levels. */
function isTooDeep(text: string): boolean {
  if (/(?:[-?][ \t]+){50}/.test(text)) return true;
  let depth = 0;
  for (let index = 0; index < text.length && depth <= 100; index += 1) {
    const sign = text[index];
    if (sign === "[" || sign === "{") depth += 1;
    if ((sign === "]" || sign === "}") && depth > 0) depth -= 1;
  }
  return depth > 100;
}

function parsed(text: string, lineCounter: LineCounter): Document | null {
  try {
    return parseDocument(text, {
      lineCounter,
      version: "1.2",
      schema: "core",
      stringKeys: true,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "error",
    });
  } catch (error) {
    if (error instanceof RangeError) return null; // the parser recurses, and indentation can exhaust the stack too
    throw error;
  }
}

const codes: Partial<Record<YAMLError["code"], FileProblemCode>> = {
  MULTIPLE_DOCS: "yaml-several-documents",
  TAB_AS_INDENT: "yaml-tab",
  BAD_INDENT: "yaml-indent",
  BLOCK_AS_IMPLICIT_KEY: "yaml-indent",
  BAD_COLLECTION_TYPE: "yaml-indent",
  MISSING_CHAR: "yaml-unclosed",
  TAG_RESOLVE_FAILED: "yaml-tag",
  RESOURCE_EXHAUSTION: "yaml-too-deep",
};

function syntaxProblems(document: Document, lineCounter: LineCounter): ProtocolProblem[] {
  const errors = [...document.errors, ...document.warnings].slice(0, mostSyntaxProblems);
  if (errors.length > 0) return inOrder(errors.map((error) => at(codeOf(error), lineCounter.linePos(error.pos[0]))));
  if (!isMap(document.contents)) return [at("yaml-not-a-mapping")];
  if (valuesIn(document) > mostValues) return [at("yaml-too-many-values", undefined, { most: mostValues })];
  return [...duplicateKeys(document, lineCounter), ...aliasProblems(document, lineCounter)];
}

function codeOf({ code, message }: YAMLError): FileProblemCode {
  if (code === "BAD_INDENT" && message.startsWith("Flow ")) return "yaml-unclosed"; // an open bracket is told as bad indentation
  return codes[code] ?? "yaml-syntax";
}

function valuesIn(document: Document): number {
  let count = 0;
  visit(document, {
    Value() {
      count += 1;
    },
  });
  return count;
}

/** Keys that stand twice in one mapping; the parser's own check takes time by the square of the keys. */
function duplicateKeys(document: Document, lineCounter: LineCounter): ProtocolProblem[] {
  const problems: ProtocolProblem[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) problems.push(at("yaml-duplicate-key", lineCounter.linePos(startOf(key)), { key: name.slice(0, 60) }));
        seen.add(name);
      }
    },
  });
  return problems.slice(0, mostSyntaxProblems);
}

/** Aliases that name nothing, stand inside what they name, nest, or repeat more than a file needs. */
function aliasProblems(document: Document, lineCounter: LineCounter): ProtocolProblem[] {
  const problems: ProtocolProblem[] = [];
  let count = 0;
  let bytes = 0;
  visit(document, {
    Alias(_, alias, ancestors) {
      const place = lineCounter.linePos(alias.range?.[0] ?? 0);
      const target = alias.resolve(document);
      if (!target) return void problems.push(at("yaml-alias-unknown", place, { name: alias.source }));
      if (ancestors.includes(target)) return void problems.push(at("yaml-alias-circle", place, { name: alias.source }));
      count += holdsAlias(target) ? mostAliases : 1;
      bytes += (target.range?.[1] ?? 0) - (target.range?.[0] ?? 0);
      if (count > mostAliases || bytes > mostAliasedBytes) problems.push(at("yaml-too-many-aliases", place, { most: mostAliases }));
      return undefined;
    },
  });
  return problems.slice(0, 1);
}

function holdsAlias(node: Node): boolean {
  let holds = false;
  visit(node, {
    Alias() {
      holds = true;
      return visit.BREAK;
    },
  });
  return holds;
}

function placedIn<C extends string>(document: Document, lineCounter: LineCounter, finding: Finding<C>): FilePlace<C> {
  const { line, col } = lineCounter.linePos(offsetOf(document, finding.path, finding.atKey ?? false));
  const related = finding.related && lineCounter.linePos(offsetOf(document, finding.related, false)).line;
  const details = related === undefined ? finding.details : { ...finding.details, relatedLine: related };
  return { code: finding.code, path: finding.path, line: Math.max(1, line), column: Math.max(1, col), details };
}

/** Where a path stands in the text: its value, or its key; what isn't there stands where its parent does. */
function offsetOf(document: Document, path: Path, atKey: boolean): number {
  let node = followed(document, document.contents);
  let offset = startOf(node);
  for (const [depth, step] of path.entries()) {
    const next = entryOf(node, step);
    if (!next) return offset;
    const last = depth === path.length - 1;
    offset = startOf(last && atKey ? (next.key ?? next.value) : next.value);
    node = followed(document, next.value);
  }
  return offset;
}

function startOf(value: unknown): number {
  return isNode(value) ? (value.range?.[0] ?? 0) : 0;
}

function followed(document: Document, value: unknown): unknown {
  return isAlias(value) ? value.resolve(document) : value;
}

function entryOf(node: unknown, step: string | number): { key?: unknown; value: unknown } | undefined {
  if (isSeq(node)) return typeof step === "number" && step < node.items.length ? { value: node.items[step] } : undefined;
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step));
  return pair && { key: pair.key, value: pair.value ?? pair.key };
}
