import { describe, expect, it } from "vitest";
import { closeFrom, newCatalogue, prepared, titleWords, type Compared } from "~/domain/sources/duplicates";

const work = (title: string, issued: string | null = "2019", doi: string | null = null): Compared => ({ title, issued, doi });

function found(known: Compared, looked: Compared) {
  const catalogue = newCatalogue<string>();
  catalogue.add("S01", prepared(known));
  return catalogue.find(prepared(looked))?.outcome ?? "new";
}

describe("the words of a title", () => {
  it("lose capitals, accents and punctuation", () => {
    expect(titleWords("  Één  bron: «Wáter» & zorg (2019)")).toEqual(["een", "bron", "water", "zorg", "2019"]);
  });
});

// By hand, with D = 2 × shared words ÷ all words. "payment of clinics in two districts" has 6 words.
describe("a work beside one that is there", () => {
  const known = work("Payment of clinics in two districts", "2019-03", "10.5555/ABC");
  it.each([
    ["the same DOI in other capitals, whatever the title", work("Something else", "2003", "10.5555/abc"), "same"],
    ["the same title and year", work("PAYMENT of clinics, in two districts"), "same"],
    ["the same title and year with another DOI", work("Payment of clinics in two districts", "2019", "10.5555/xyz"), "close"],
    ["the same title a year later", work("Payment of clinics in two districts", "2020"), "close"],
    ["the same title without a year", work("Payment of clinics in two districts", null), "close"],
    ["the same title two years later", work("Payment of clinics in two districts", "2021"), "new"],
    ["one word of six other: D = 2 × 5 ÷ 12 = 0.83", work("Payment of clinics in three districts"), "close"],
    ["two words more: D = 2 × 6 ÷ 14 = 0.86", work("Payment of clinics in two districts of Atlantis"), "close"],
    ["two words of six other: D = 2 × 4 ÷ 12 = 0.67", work("Payment of nurses in three districts"), "new"],
    ["one word of six other, three years later", work("Payment of clinics in three districts", "2022"), "new"],
    ["nothing shared", work("Wells and pumps"), "new"],
  ] as const)("with %s", (_, looked, expected) => {
    expect(found(known, looked)).toBe(expected);
  });

  it("is close from D = 0.8 on, and not below: 2 × 4 ÷ 10 and 2 × 3 ÷ 8", () => {
    expect(closeFrom).toBe(0.8);
    expect(found(work("one two three four five"), work("one two three four six"))).toBe("close");
    expect(found(work("one two three four"), work("one two three five"))).toBe("new");
  });

  it("is not told from another by fewer than three words", () => {
    expect(found(work("Annual report"), work("Annual report 2019"))).toBe("close");
    expect(found(work("Annual report"), work("Annual plan"))).toBe("new");
    expect(found(work("Annual report twelve"), work("Report annual"))).toBe("new");
  });

  it("is the closest of those that are close", () => {
    const catalogue = newCatalogue<string>();
    catalogue.add("S01", prepared(work("alpha beta gamma delta epsilon zeta eta theta")));
    catalogue.add("S02", prepared(work("alpha beta gamma delta epsilon zeta eta iota")));
    expect(catalogue.find(prepared(work("alpha beta gamma delta epsilon zeta eta iota kappa")))).toEqual({ outcome: "close", key: "S02" });
  });
});
