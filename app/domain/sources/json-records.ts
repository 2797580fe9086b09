import { linesOfElements } from "./json-elements";
import type { RecordProblem } from "./read-source";

/** One work of a CSL-JSON file: where it begins, the value, and what was amiss. */
export interface JsonRecord {
  line: number;
  value: unknown;
  problems: RecordProblem[];
}

/**
 * The works of a CSL-JSON file: the elements of its list (what is no object is told as damaged), a single object, or those of the list `items` or `references` in one. Each is read by itself, so
 * that a damaged one takes no other with it.
 */
export function splitJson(text: string): JsonRecord[] {
  const whole = parsed(text);
  if (Array.isArray(whole)) {
    const lines = linesOfElements(text);
    return whole.map((value: unknown, at) => work(value, lines[at] ?? 1));
  }
  if (whole !== undefined) return listIn(whole)?.map((value) => work(value, 1)) ?? [work(whole, 1)];
  return objectsOf(text).map(({ from, to, line }) => one(text.slice(from, to), line));
}

function one(text: string, line: number): JsonRecord {
  return work(parsed(text), line);
}

function work(value: unknown, line: number): JsonRecord {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? { line, value, problems: [] } : { line, value: undefined, problems: [{ key: "not-read", line }] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function listIn(value: unknown): unknown[] | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { items, references } = value as { items?: unknown; references?: unknown };
  return [items, references].find((list) => Array.isArray(list));
}

interface Span {
  from: number;
  to: number;
  line: number;
}

/** The objects that stand directly in the list. One that lacks its closing brace ends where the next begins a line at the same indent. */
function objectsOf(text: string): Span[] {
  const found: Span[] = [];
  let open: Span | null = null;
  let [line, lineStart, depth] = [1, 0, 0];
  let indent: number | null = null;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "\n") [line, lineStart, quoted] = [line + 1, at + 1, false];
    else if (quoted && sign === "\\") at += 1;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === "{") {
      const begins = text.slice(lineStart, at).trim() === "";
      if (open && begins && at - lineStart === indent) [depth, open] = [0, ended(found, open, at)];
      if (depth === 0) {
        open = { from: at, to: text.length, line };
        if (begins) indent ??= at - lineStart;
      }
      depth += 1;
    } else if (!quoted && sign === "}" && depth > 0) {
      depth -= 1;
      if (depth === 0 && open) open = ended(found, open, at + 1);
    }
  }
  if (open) found.push(open);
  return found;
}

function ended(found: Span[], open: Span, to: number): null {
  found.push({ ...open, to });
  return null;
}
