import { describe, expect, it } from "vitest";
import { codeRanges } from "~/domain/evidence/code-ranges";

describe("a list of codes", () => {
  it.each<[string, string[], string[]]>([
    ["of none", [], []],
    ["of one", ["O1"], ["O1"]],
    ["with a pair", ["O1", "O2", "O9"], ["O1", "O2", "O9"]],
    ["with three in a row, and with one after them", ["O1", "O2", "O3", "O5"], ["O1–O3", "O5"]],
    ["that goes on over ten", ["S08", "S09", "S10"], ["S08–S10"]],
    ["with another letter", ["O1", "O2", "V3", "V4", "V5"], ["O1", "O2", "V3–V5"]],
    ["of points with numbers", ["SDG 5.9", "SDG 5.10", "SDG 5.11", "SDG 6.12"], ["SDG 5.9–SDG 5.11", "SDG 6.12"]],
    ["without numbers", ["a", "b", "c"], ["a", "b", "c"]],
  ])("%s is written in ranges", (_what, codes, shown) => {
    expect(codeRanges(codes)).toEqual(shown);
  });

  it("is short however long it is", () => {
    expect(codeRanges(Array.from({ length: 1000 }, (_, at) => `O${at + 1}`))).toEqual(["O1–O1000"]);
  });
});
