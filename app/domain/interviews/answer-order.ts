import { readAnswerCode } from "./answer-code";

/** The order of answers by their codes: by the number of the question, then its parts, then what was asked on top of it (`I7:9` before `I7:22a` before `I7:22b` before `I7:22+1`). */
export function compareAnswerCodes(one: string, other: string): number {
  const [first, second] = [placeOf(one), placeOf(other)];
  return (
    first.number - second.number || first.followUp - second.followUp || (first.part < second.part ? -1 : first.part > second.part ? 1 : 0)
  );
}

function placeOf(code: string) {
  const { item, number } = readAnswerCode(code);
  const [part = "", followUp = "0"] = item.slice(number.length).split("+");
  return { number: Number(number), part, followUp: Number(followUp) };
}
