import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPassage, placeOf, sentencesOf, spanOf, stretchesOf, wholeWords } from "~/domain/codes/anchor";

const text = "Water is dear. The pump breaks often. Water is dear.";
const anchor = (passage: string, start = text.indexOf(passage)) => ({ passage, start, end: start + passage.length });

describe("a marked passage", () => {
  it.each([
    ["stands where it stood", anchor("The pump"), text, 15],
    ["is found where the text before it grew", anchor("The pump"), `Today. ${text}`, 22],
    ["is found where the text before it shrank", anchor("breaks"), "The pump breaks.", 9],
    ["of several like it is the nearest to where it stood, later", anchor("Water is dear.", 38), `New. ${text}`, 43],
    ["of several like it is the nearest to where it stood, earlier", anchor("Water is dear.", 0), `So: ${text}`, 4],
    ["is nowhere when its words changed", anchor("The pump"), text.replace("pump", "well"), null],
    ["is nowhere in a text that was emptied", anchor("The pump"), "", null],
    ["without words is nowhere", { passage: "", start: 3, end: 3 }, text, null],
  ])("%s", (_, mark, now, start) => {
    expect(placeOf(mark, now)).toEqual(start === null ? null : { start, end: start + mark.passage.length });
  });

  it("is found again whatever is put before and after its words", () => {
    const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.string({ maxLength: 50 }), fc.string({ maxLength: 50 }), fc.nat(200), (passage, before, after, start) => {
        const found = placeOf({ passage, start, end: start + passage.length }, before + passage + after);
        expect(found && (before + passage + after).slice(found.start, found.end)).toBe(passage);
      }),
    );
  });
});

describe("a span", () => {
  it.each([
    ["words", "one two", 0, 3, true],
    ["all of it", "one two", 0, 7, true],
    ["nothing", "one two", 3, 3, false],
    ["backwards", "one two", 3, 1, false],
    ["blanks", "one   two", 3, 6, false],
    ["beyond the end", "one", 0, 4, false],
    ["before the beginning", "one", -1, 2, false],
    ["half a place", "one", 0.5, 2, false],
    ["through a character of two units", "a😀b", 0, 2, false],
    ["from within one", "a😀b", 2, 4, false],
    ["around one", "a😀b", 1, 3, true],
  ])("of %s", (_, whole, start, end, passage) => {
    expect(isPassage(whole, { start, end })).toBe(passage);
  });
});

describe("a selection", () => {
  it.each([
    ["within words, is of whole ones", 16, 26, "The pump breaks"],
    ["with blanks at its ends, is without them", 14, 24, "The pump"],
    ["of a stop, stays it", 13, 14, "."],
    ["of blanks, is nothing", 14, 15, ""],
  ])("that begins or ends %s", (_, start, end, words) => {
    const span = wholeWords("Water is dear. The pump breaks often.", { start, end });
    expect("Water is dear. The pump breaks often.".slice(span.start, span.end)).toBe(words);
  });
});

describe("a text with marks", () => {
  it("is cut where they begin and end, overlaps apart", () => {
    const marks = [
      { start: 2, end: 6, name: "a" },
      { start: 4, end: 8, name: "b" },
    ];
    expect(
      stretchesOf("0123456789", marks).map(({ start, end, marks: over }) => [start, end, over.map(({ name }) => name).join("")]),
    ).toEqual([
      [0, 2, ""],
      [2, 4, "a"],
      [4, 6, "ab"],
      [6, 8, "b"],
      [8, 10, ""],
    ]);
    expect(stretchesOf("", [])).toEqual([]);
    expect(stretchesOf("abc", [])).toEqual([{ start: 0, end: 3, marks: [] }]);
  });

  it("is whole again when its stretches are put together, whatever the marks", () => {
    const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })));
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), spans, (whole, marks) => {
        const stretches = stretchesOf(whole, marks);
        expect(stretches.map(({ start, end }) => whole.slice(start, end)).join("")).toBe(whole);
        for (const { start, end, marks: over } of stretches)
          expect(over).toEqual(marks.filter((mark) => mark.start <= start && mark.end >= end));
      }),
    );
  });
});

describe("sentences", () => {
  const spoken = "Eerst dit. En dan?\n\nNog een alinea!  Slot";
  const sentences = sentencesOf(spoken, "nl");

  it("are the words between stops, without the blanks around them", () => {
    expect(sentences.map(({ start, end }) => spoken.slice(start, end))).toEqual(["Eerst dit.", "En dan?", "Nog een alinea!", "Slot"]);
    expect(sentencesOf(" \n ", "nl")).toEqual([]);
  });

  it("are chosen from the first to the last, whatever is left out between them", () => {
    const chosen = (...places: number[]) => {
      const span = spanOf(sentences, places);
      return span && spoken.slice(span.start, span.end);
    };
    expect(chosen(1)).toBe("En dan?");
    expect(chosen(2, 0)).toBe("Eerst dit. En dan?\n\nNog een alinea!");
    expect(chosen(9)).toBeNull();
    expect(chosen()).toBeNull();
  });
});
