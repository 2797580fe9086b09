import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordSegments } from "~/domain/formats";

const whole = (text: string, language: string) =>
  Array.from(new Intl.Segmenter(language, { granularity: "word" }).segment(text), ({ segment, index, isWordLike = false }) => ({
    segment,
    index,
    isWordLike,
  }));

describe("a text cut into words", () => {
  it("is cut as it would be in one piece, where it has spaces", () => {
    const words = fc.array(fc.constantFrom("water", "1.5", "foto’s", "e\u0301", "👩‍👩‍👧", "–", "don't", "\n", "a", "𐐷", "東京都"), {
      maxLength: 400,
    });
    fc.assert(
      fc.property(words, fc.constantFrom(" ", "  ", "\n", " \u0301 "), (parts, space) => {
        const text = parts.join(space);
        expect(wordSegments(text, "nl")).toEqual(whole(text, "nl"));
      }),
      { numRuns: 200 },
    );
  });

  it("loses nothing of a text without spaces, and splits no character in it", () => {
    const text = "𐐷".repeat(5_000);
    const found = wordSegments(text, "und");
    expect(found.map(({ segment }) => segment).join("")).toBe(text);
    expect(found.every(({ segment }) => !/\p{Cs}/u.test(segment))).toBe(true);
  });
});
