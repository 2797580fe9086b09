import { z } from "zod";
import { hintFor } from "~/domain/protocol/did-you-mean";
import { isMapping, valueAt } from "~/domain/protocol/places";
import type { Finding, ProblemCode } from "~/domain/protocol/problem";
import { Protocol } from "~/domain/protocol/schema";

type Issue = z.core.$ZodIssue;
type Problem = Finding<ProblemCode>;

/** What the schema has against a value, in words that name what would be right: unknown and missing keys, wrong types and words. */
export function shapeProblems(root: unknown): Problem[] {
  const parsed = Protocol.safeParse(root);
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => problemsOf(issue, root));
}

function problemsOf(issue: Issue, root: unknown): Problem[] {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const found = valueAt(root, path);
  if (issue.code === "unrecognized_keys") return unknownKeys(issue.keys, path, root);
  if (issue.code === "invalid_key") return [{ code: "bad-language", path, details: { value: String(path.at(-1)) }, atKey: true }];
  if (found === undefined && isMissing(issue))
    return [{ code: "missing-key", path: path.slice(0, -1), details: { key: String(path.at(-1)) } }];
  if (isEmpty(found)) return [{ code: "empty", path, details: { key: String(path.at(-1)) }, atKey: true }];
  return [{ path, ...mistake(issue, found) }];
}

function isMissing(issue: Issue): boolean {
  return ["invalid_type", "invalid_value", "invalid_union", "custom"].includes(issue.code);
}

function isEmpty(value: unknown): boolean {
  if (value === null || (Array.isArray(value) && value.length === 0)) return true;
  if (typeof value === "string") return value.trim() === "";
  return isMapping(value) && Object.keys(value).length === 0;
}

function mistake(issue: Issue, found: unknown): Pick<Problem, "code" | "details"> {
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue.expected, found);
    case "invalid_value":
      return unknownValue(found, issue.values.map(String));
    case "invalid_union":
      return "options" in issue && Array.isArray(issue.options) ? unknownValue(found, issue.options.map(String)) : wrongType("text", found);
    case "invalid_format":
      return badFormat(issue, found);
    case "too_small":
      return tooSmall(issue.origin, Number(issue.minimum));
    case "too_big":
      return tooBig(issue.origin, Number(issue.maximum));
    default:
      return wrongType("text", found);
  }
}

const expectations: Readonly<Record<string, string>> = {
  string: "text",
  number: "number",
  int: "number",
  boolean: "boolean",
  array: "list",
  object: "mapping",
  record: "texts",
  text: "text",
};

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return "list";
  return expectations[typeof value] ?? "nothing";
}

function wrongType(expected: string, found: unknown): Pick<Problem, "code" | "details"> {
  const wanted = expectations[expected] ?? "text";
  const scalar = typeof found === "number" || typeof found === "boolean";
  if (wanted === "text" && scalar) return { code: "number-as-text", details: { value: String(found) } };
  if (wanted === "texts" && (scalar || typeof found === "string"))
    return { code: "texts-expected", details: { value: short(String(found)) } };
  if (expected === "int" && typeof found === "number") return { code: "not-whole", details: { value: String(found) } };
  return { code: "wrong-type", details: { expected: wanted, found: typeOf(found) } };
}

function unknownValue(found: unknown, options: string[]): Pick<Problem, "code" | "details"> {
  if (Array.isArray(found) || isMapping(found)) return { code: "wrong-type", details: { expected: "text", found: typeOf(found) } };
  const value = String(found);
  return { code: "unknown-value", details: { value: short(value), options: options.join(", "), ...hintFor(value, options) } };
}

function badFormat(issue: Extract<Issue, { code: "invalid_format" }>, found: unknown): Pick<Problem, "code" | "details"> {
  const value = short(String(found));
  if (issue.format === "date") return { code: "bad-day", details: { value } };
  const pattern = issue.pattern ?? "";
  if (pattern.includes("[A-Z]{3}")) return { code: "bad-currency", details: { value } };
  return { code: pattern.startsWith("/^[a-z]{2,3}") ? "bad-language" : "bad-id", details: { value } };
}

function tooSmall(origin: string, min: number): Pick<Problem, "code" | "details"> {
  return { code: origin === "array" ? "list-too-short" : "number-too-small", details: { min } };
}

function tooBig(origin: string, max: number): Pick<Problem, "code" | "details"> {
  if (origin === "array") return { code: "list-too-long", details: { max } };
  return { code: origin === "string" ? "text-too-long" : "number-too-big", details: { max } };
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function unknownKeys(keys: readonly string[], path: (string | number)[], root: unknown): Problem[] {
  const known = keysKnownAt(path, root);
  return keys.map((key) => ({
    code: "unknown-key",
    path: [...path, key],
    details: { key: short(key), known: known.join(", "), ...hintFor(key, known) },
    atKey: true,
  }));
}

/** The keys that a mapping at this place may have. */
function keysKnownAt(path: (string | number)[], root: unknown): string[] {
  let schema: z.core.$ZodType = Protocol;
  for (const [depth, step] of path.entries()) schema = inside(unwrapped(schema, valueAt(root, path.slice(0, depth))), step);
  const last = unwrapped(schema, valueAt(root, path));
  return last instanceof z.ZodObject ? Object.keys(last.shape) : [];
}

/** The schema without `optional`, and of a union the one whose kind the value names. */
function unwrapped(schema: z.core.$ZodType, value: unknown): z.core.$ZodType {
  if (schema instanceof z.ZodOptional) return unwrapped(schema.unwrap(), value);
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema;
  const kind = isMapping(value) ? value["kind"] : undefined;
  return schema.options.find((option) => namesKind(option, kind)) ?? schema;
}

function namesKind(option: z.core.$ZodType, kind: unknown): boolean {
  const named = inside(option, "kind");
  return named instanceof z.ZodLiteral && typeof kind === "string" && named.values.has(kind);
}

function inside(schema: z.core.$ZodType, step: string | number): z.core.$ZodType {
  if (schema instanceof z.ZodArray) return schema.element;
  const next: unknown = schema instanceof z.ZodObject ? schema.shape[String(step)] : undefined;
  return next instanceof z.ZodType ? next : z.never();
}
