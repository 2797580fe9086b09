import { describe, expect, it } from "vitest";
import { fitOf, holdsQuery } from "~/domain/search/match";
import { readQuery } from "~/domain/search/query";
import { markPassage } from "~/domain/text/mark-passage";

const both = ["nl", "en"];
/** The sequences of each term as text, with `*` where the last word may go on. */
const read = (typed: string) => {
  const words = ({ sequences, prefix }: ReturnType<typeof readQuery>["all"][number]) =>
    sequences.map((sequence) => sequence.join(" ")).join("|") + (prefix ? "*" : "");
  const { all, none } = readQuery(typed, both);
  return [...all.map(words), ...none.map((term) => `-${words(term)}`)];
};

describe("what was typed, as a query", () => {
  it.each([
    ["Scholen", ["scholen|schol*"]],
    ["scholen in", ["scholen|schol", "in*"]],
    ["scholen* in", ["scholen|schol*", "in*"]],
    ['"goede scholen"', ["goede scholen|goed schol|goed scholen"]],
    ["NAVO-landen", ["navo|navos", "landen|land*"]],
    ["school -water", ["school|schol", "-water"]],
    ['-"goede school', ["-goede school|goed schol|goed school*"]],
    ["subsidie", ["subsidie|subsidies|subsidi*"]],
    ["«één»", ["een"]],
    ["—", []],
  ])("reads %s", (typed, wanted) => {
    expect(read(typed)).toEqual(wanted);
  });

  it("reads no more than twelve words and four hundred characters", () => {
    expect(read("w1 ".repeat(40))).toHaveLength(12);
    expect(readQuery("x".repeat(1000), both).all[0]?.sequences[0]?.[0]).toHaveLength(400);
  });
});

describe("how well words fit", () => {
  const fit = (text: string, typed: string) => fitOf(text.split(" "), readQuery(typed, []));
  it("counts by hand: weight ÷ (weight + 1.2 × (0.25 + 0.75 × words ÷ 60))", () => {
    // Four words: 1.2 × 0.3 = 0.36. Once: 1 ÷ 1.36. Twice: 2 ÷ 2.36. As a beginning: 0.5 ÷ 0.86.
    expect(fit("a b c d", "b ")).toBeCloseTo(1 / 1.36, 10);
    expect(fit("a b b d", "b")).toBeCloseTo(2 / 2.36, 10);
    expect(fit("a bb c d", "b")).toBeCloseTo(0.5 / 0.86, 10);
    expect(fit("a b c d", '"b c"')).toBeCloseTo(2 / 2.36, 10);
    expect(fit("a b c d", "z")).toBe(0);
  });
});

describe("what a text holds", () => {
  it.each([
    ["I7 Gesprek over scholen", "school gesprek", true],
    ["I7 Gesprek over scholen", "school water", false],
    ["I7 Gesprek over scholen", '"over school"', true],
    ["I7 Gesprek over scholen", "gesprek -school", false],
    ["I7 Gesprek over scholen", "-water", false],
    ["Hoeders", "hoe", true],
  ])("%s, for %s: %s", (text, typed, wanted) => {
    expect(holdsQuery(text, readQuery(typed, both), "nl")).toBe(wanted);
  });
});

describe("a passage with what was found marked", () => {
  const marked = (text: string, typed: string) =>
    markPassage(text, readQuery(typed, both), "nl")
      .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
      .join("");

  it("marks words by stem, beginnings, and phrases but not their words elsewhere", () => {
    expect(marked("De scholen en de school.", "school ")).toBe("De [scholen] en de [school].");
    expect(marked("Pompen en een pompoen.", "pompen uit")).toBe("[Pompen] en een pompoen.");
    expect(marked("De put is de diepe put.", '"diepe put"')).toBe("De put is de [diepe] [put].");
    expect(marked("Foto’s zijn er.", "foto")).toBe("[Foto’s] zijn er.");
  });

  it("begins near the first word that was found, and says where it was cut", () => {
    const text = `${"Vooraf gezegd. ".repeat(20)}Kranen lekken. ${"En daarna nog meer. ".repeat(30)}`;
    const passage = marked(text, "kraan* kranen");
    expect(passage).toMatch(/^… .*gezegd\. \[Kranen\] lekken/u);
    expect(passage).toMatch(/ …$/u);
  });
});
