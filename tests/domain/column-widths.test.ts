import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sharesByText, widthsByText } from "~/domain/document/column-widths";

const line = (text: string) => ({ lines: [[{ kind: "text" as const, text }]] });
const table = (...rows: string[][]) => ({ head: [], rows: rows.map((row) => row.map(line)) });
/** A letter is one wide, so that widths are numbers of letters. */
const letters = { letter: 1, edges: 0, indent: 0, longestWord: 18 };

describe("widths of columns by what stands in them", () => {
  it("give a column of codes its longest code, and the rest to the text", () => {
    expect(
      sharesByText(table(["1a", "Past het bij het beleid van dit moment, en hoe verder?"], ["0.continuation", "Hoe?"]), 2, 100, letters),
    ).toEqual([14, 86]);
  });

  it("keep a short text of several words on one line while there is room", () => {
    expect(sharesByText(table(["13 van 13", "Een langere tekst van meer dan een regel"]), 2, 60, letters)).toEqual([9, 51]);
  });

  it("give each column its longest word where there is no room for more, and keep codes as wide as they are where there is less", () => {
    expect(sharesByText(table(["13 van 13", "organisatie van meer dan een regel"]), 2, 14, letters)).toEqual([3, 11]);
    expect(sharesByText(table(["O1", "organisatie"]), 2, 8, letters)).toEqual([2, 6]);
  });

  it("share alike where every column holds single words", () => {
    expect(sharesByText(table(["een", "twee"]), 2, 17, letters)).toEqual([8, 9]);
  });

  it("take from short words too where there isn't room for them and for three tenths, or all, of the longer ones", () => {
    expect(sharesByText(table(["abcdef", "abcdef"]), 2, 6, letters)).toEqual([3, 3]);
    const tenths = sharesByText(table(["abcdef", "abcdef", "abcdefgh"]), 3, 10, letters).map((each) => Math.round(each * 10));
    expect(tenths).toEqual([35, 35, 30]);
    const four = ["abcdef", "abcdef", "abcdef", "abcdef"];
    expect(sharesByText(table([...four, "abcdefg"]), 5, 30, letters)).toEqual([5.75, 5.75, 5.75, 5.75, 7]);
  });

  it("add up to the room, none of them nothing, and in whole twentieths never to more than the page has", () => {
    const column = fc.array(fc.stringMatching(/^[a-z ]{0,30}$/u), { minLength: 1, maxLength: 3 });
    const columns = fc.array(column, { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(columns, fc.integer({ min: 100, max: 15_000 }), (each, room) => {
        const made = table(...[0, 1, 2].map((row) => each.map((texts) => texts[row] ?? "")));
        const sizes = { letter: 95, edges: 190, indent: 220, longestWord: 12 };
        const shares = sharesByText(made, each.length, room, sizes);
        const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
        expect(sum(shares)).toBeCloseTo(room, 6);
        expect(Math.min(...shares)).toBeGreaterThan(0);
        expect(sum(widthsByText(made, each.length, room))).toBeLessThanOrEqual(room);
      }),
    );
  });
});
