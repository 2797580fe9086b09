import { describe, expect, it } from "vitest";
import { excerptOf } from "~/domain/protocol/file-excerpt";

const file = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`).join("\n");
const shown = (wrong: number[], all = false) =>
  excerptOf(file, wrong, all).map((part) => ("text" in part ? part.line : `${part.from} to ${part.to}`));

describe("the excerpt of a protocol file", () => {
  it("shows two lines before and after each mistake, and says what was left out", () => {
    expect(shown([4, 10])).toEqual(["1 to 1", 2, 3, 4, 5, 6, "7 to 7", 8, 9, 10, 11, 12]);
    expect(shown([1])).toEqual([1, 2, 3, "4 to 12"]);
  });

  it("shows every line when that is asked, and where nothing is wrong", () => {
    const every = Array.from({ length: 12 }, (_, index) => index + 1);
    expect(shown([4], true)).toEqual(every);
    expect(shown([])).toEqual(every);
  });

  it("keeps the text of a line as it is, cut where it is very long", () => {
    expect(excerptOf("\uFEFFa: 1\r\n  b: 2", [], false)).toEqual([
      { line: 1, text: "a: 1" },
      { line: 2, text: "  b: 2" },
    ]);
    expect(excerptOf("x".repeat(1000), [1], false)).toEqual([{ line: 1, text: "x".repeat(400) }]);
    expect(excerptOf("", [], false)).toEqual([]);
  });
});
