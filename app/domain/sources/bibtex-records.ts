import type { RecordProblem } from "./read-source";

/** One entry of a BibTeX file: where it begins, its text, and what was amiss. */
export interface BibtexRecord {
  line: number;
  text: string;
  problems: RecordProblem[];
}

const beginning = /^[ \t]*@[ \t]*([A-Za-z]+)[ \t]*[{(]/gmu;
const noWork = new Set(["string", "comment", "preamble"]);

/**
 * The entries of a BibTeX file, each from its `@` to its closing brace, and the abbreviations (`@string`) that they may use. An entry whose braces do not
 * balance ends where the next one begins, is closed there and told, and so is one that is closed too early; one damaged entry takes no other with it.
 */
export function splitBibtex(text: string): { records: BibtexRecord[]; abbreviations: string[] } {
  const places = [...text.matchAll(beginning)].map((found) => ({ at: found.index, type: (found[1] ?? "").toLowerCase() }));
  const records: BibtexRecord[] = [];
  const abbreviations: string[] = [];
  let line = 1;
  for (const [index, { at, type }] of places.entries()) {
    line += countLines(text, places[index - 1]?.at ?? 0, at);
    const until = text.slice(at, places[index + 1]?.at);
    const end = closingOf(until);
    const entry = end === null ? closed(until) : until.slice(0, end);
    if (type === "string") abbreviations.push(entry);
    const isBalanced = end !== null && !/^\s*[},]/u.test(until.slice(end));
    if (!noWork.has(type)) records.push({ line, text: entry, problems: isBalanced ? [] : [{ key: "unbalanced", line }] });
  }
  return { records, abbreviations };
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}

/** The place after the bracket that closes an entry; null = it is never closed. */
function closingOf(entry: string): number | null {
  const round = /^[^{(]*\(/u.test(entry);
  let depth = 0;
  for (let at = entry.search(/[{(]/u); at < entry.length; at += 1) {
    const sign = entry[at];
    if (sign === "\\") at += 1;
    else if (sign === "{" || (round && sign === "(" && depth === 0)) depth += 1;
    else if (sign === "}" || (round && sign === ")" && depth === 1)) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return null;
}

/** An entry with the braces closed that were left open, after its last whole field. */
function closed(entry: string): string {
  const trimmed = entry.trimEnd().replace(/,$/u, "");
  let depth = 0;
  for (let at = 0; at < trimmed.length; at += 1) {
    if (trimmed[at] === "\\") at += 1;
    else if (trimmed[at] === "{") depth += 1;
    else if (trimmed[at] === "}") depth -= 1;
  }
  return depth > 0 ? trimmed + "}".repeat(depth) : trimmed;
}
