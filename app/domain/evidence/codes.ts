import { statementLetters, type StatementKind } from "./kinds";

/** The code of a statement: its letter and number, or for an answer the code of its question with its part after a dot (`A1a`, `A0.fit`). */
export function statementCode(kind: StatementKind, of: { number: number; question?: string | null; part?: string | null }): string {
  const letter = statementLetters[kind];
  if (kind !== "answer" || of.question == null) return `${letter}${of.number}`;
  return of.part == null ? `${letter}${of.question}` : `${letter}${of.question}.${of.part}`;
}

/** Order of two codes as people read them: letters, then numbers by value (`F9` before `F10`, `S09:2` before `S09:10`). */
export function compareCodes(one: string, other: string): number {
  const [left, right] = [partsOf(one), partsOf(other)];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const order = comparePart(left[at], right[at]);
    if (order !== 0) return order;
  }
  return 0;
}

const chain = ["F", "A", "C", "R"];

/** Order of two codes of statements: findings, answers, conclusions, recommendations, each by number. */
export function compareStatementCodes(one: string, other: string): number {
  return chain.indexOf(one.charAt(0)) - chain.indexOf(other.charAt(0)) || compareCodes(one, other);
}

function partsOf(code: string): string[] {
  return code.match(/\d+|\D+/g) ?? [];
}

function comparePart(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) return one === other ? 0 : one === undefined ? -1 : 1;
  const [left, right] = [Number(one), Number(other)];
  if (Number.isFinite(left) && Number.isFinite(right)) return left - right;
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
