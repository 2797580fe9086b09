import { describe, expect, it } from "vitest";
import { sharesByText } from "~/domain/document/column-widths";

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
});
