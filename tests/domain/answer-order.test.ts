import { expect, it } from "vitest";
import { readAnswerCode } from "~/domain/interviews/answer-code";
import { compareAnswerCodes } from "~/domain/interviews/answer-order";

it("puts answers in the order of their questions, then of their parts and follow-ups", () => {
  const mixed = ["I7:22+10", "I7:22+2", "I7:10", "I7:22b", "I7:9", "I7:22a"];
  expect(mixed.toSorted(compareAnswerCodes)).toEqual(["I7:9", "I7:10", "I7:22a", "I7:22b", "I7:22+2", "I7:22+10"]);
});

it.each([
  ["I7:9", "9", "9"],
  ["I7:22b", "22b", "22"],
  ["I7:22+1", "22+1", "22"],
  ["I7:22b+12", "22b+12", "22"],
  ["I7", "", ""],
  ["O7:K2", "", ""],
])("the code %s tells the item of an answer and the number of its question", (code, item, number) => {
  expect(readAnswerCode(code)).toEqual({ item, number });
});
