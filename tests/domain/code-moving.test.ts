import { describe, expect, it } from "vitest";
import { movesOf, notesAfter, type PlacedMark } from "~/domain/codes/moving";

const mark = (id: string, start: number, more: Partial<PlacedMark> = {}): PlacedMark => ({
  id,
  evidenceId: "answer",
  language: "nl",
  start,
  end: start + 5,
  passage: "water",
  note: "",
  place: { start, end: start + 5 },
  ...more,
});
const fates = (marks: readonly PlacedMark[], standing: readonly PlacedMark[]) =>
  movesOf(marks, standing).map(({ mark: { id }, twin }) => [id, twin?.id ?? null]);

describe("marks that go to another code", () => {
  it("get it, but where their passage has it already", () => {
    expect(fates([mark("a", 0), mark("b", 10)], [mark("c", 10), mark("d", 20)])).toEqual([
      ["a", null],
      ["b", "c"],
    ]);
  });

  it("are on the same passage only in the same text and language, and with the same ends", () => {
    const there = [mark("c", 0)];
    expect(fates([mark("a", 0, { evidenceId: "excerpt" })], there)).toEqual([["a", null]]);
    expect(fates([mark("a", 0, { language: "en" })], there)).toEqual([["a", null]]);
    expect(fates([mark("a", 0, { end: 3, passage: "wat", place: { start: 0, end: 3 } })], there)).toEqual([["a", null]]);
  });

  it("are compared where they stand now, also when they were made of another wording", () => {
    expect(fates([mark("a", 0, { place: { start: 8, end: 13 } })], [mark("c", 8)])).toEqual([["a", "c"]]);
    expect(fates([mark("a", 8, { place: { start: 0, end: 5 } })], [mark("c", 8)])).toEqual([["a", null]]);
  });

  it("are compared as they were made where one is behind", () => {
    expect(fates([mark("a", 8, { place: null })], [mark("c", 8, { place: null })])).toEqual([["a", "c"]]);
  });

  it("are not doubled among themselves", () => {
    expect(fates([mark("a", 0), mark("b", 0)], [])).toEqual([
      ["a", null],
      ["b", "a"],
    ]);
  });
});

describe("the notes of marks that are taken off", () => {
  const notes = (moving: readonly PlacedMark[], standing: readonly PlacedMark[]) => [...notesAfter(movesOf(moving, standing))];

  it("go to the mark that stays, under its own", () => {
    expect(notes([mark("a", 0, { note: "Let op" })], [mark("c", 0, { note: "Zie ook" })])).toEqual([["c", "Zie ook\nLet op"]]);
    expect(notes([mark("a", 0, { note: "Let op" })], [mark("c", 0)])).toEqual([["c", "Let op"]]);
  });

  it("change nothing where there is none, where it is there already, and of marks that only get the code", () => {
    expect(notes([mark("a", 0)], [mark("c", 0, { note: "Zie ook" })])).toEqual([]);
    expect(notes([mark("a", 0, { note: "Let op" })], [mark("c", 0, { note: "Zie ook\nLet op" })])).toEqual([]);
    expect(notes([mark("a", 0, { note: "Let op" })], [])).toEqual([]);
  });
});
