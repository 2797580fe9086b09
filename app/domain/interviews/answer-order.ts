import { readAnswerCode } from "./answer-code";

/** The order of answers by their codes: by the number of the question, then by what follows it (`I7:9` before `I7:22b` before `I7:22b+1`). */
export function compareAnswerCodes(one: string, other: string): number {
  return numberIn(one) - numberIn(other) || (one < other ? -1 : one > other ? 1 : 0);
}

const numberIn = (code: string) => Number(readAnswerCode(code).number);
