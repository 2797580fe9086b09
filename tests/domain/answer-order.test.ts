import { expect, it } from "vitest";
import { compareAnswerCodes } from "~/domain/interviews/answer-order";

it("puts answers in the order of their questions, then of their parts and follow-ups", () => {
  const mixed = ["I7:22b+1", "I7:10", "I7:22b", "I7:9", "I7:22a"];
  expect(mixed.toSorted(compareAnswerCodes)).toEqual(["I7:9", "I7:10", "I7:22a", "I7:22b", "I7:22b+1"]);
});
