import { describe, expect, it } from "vitest";
import type { Picture, Shape } from "~/domain/document/picture";
import { profileOf, talliesOf } from "~/domain/judgements/profile-picture";
import type { ShownHeatmap } from "~/domain/judgements/shown-heatmap";
import { drawPicture } from "~/domain/pictures/draw";
import { pictureWords } from "~/domain/pictures/words";
import { documentWords } from "~/platform/document-words.server";
import { agreed, criteria, level, reconciled, rows, subject, unrated } from "../support/rated-example";

const words = (language: "nl" | "en") => pictureWords(documentWords(language), language, ["nl"]);
type Mark = Extract<Shape, { kind: "mark" }>;
const marksOf = ({ shapes }: Picture) => shapes.filter((shape): shape is Mark => shape.kind === "mark");
const textsOf = ({ shapes }: Picture) => shapes.flatMap((shape) => (shape.kind === "text" ? [shape] : []));
const said = (picture: Picture) => textsOf(picture).map(({ text }) => text);
const yOf = (start: string, picture: Picture) => textsOf(picture).find(({ text }) => text.startsWith(start))?.y ?? Number.NaN;
/** The marks at the height of a name. */
const marksBeside = (start: string, picture: Picture) => marksOf(picture).filter(({ y }) => Math.abs(y - yOf(start, picture)) < 9);
const near = (one: number, other: number) => Math.abs(one - other) < 0.01;

function keepsInside(picture: Picture): void {
  for (const shape of picture.shapes) {
    const points = "points" in shape ? shape.points : [{ x: shape.x, y: shape.y }];
    for (const { x, y } of points) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(picture.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(picture.height);
    }
  }
}

/** The four criteria of the example one by one: 0 = levels 0–4, 1 = numbers 1–10, 2 = classes, 3 = yes or no. */
function onCriterion(at: number, language: "nl" | "en" = "en", of = rows) {
  const shown: ShownHeatmap = {
    subject: "actor",
    criteria: criteria.slice(at, at + 1),
    rows: of.map((row) => ({ ...row, cells: row.cells.slice(at, at + 1) })),
    order: { key: "code", descending: false },
  };
  return drawPicture({ kind: "criterion", ...shown }, words(language));
}

describe("a criterion with its raters", () => {
  const { picture, table } = onCriterion(0);
  const axis = (value: string) => textsOf(picture).find(({ text, small }) => text === value && small)?.x ?? Number.NaN;

  it("has the agreed value as a diamond at its place, and what raters gave elsewhere as rings with a line between (by hand)", () => {
    const [only] = marksBeside("O1", picture);
    expect([only?.form, near(only?.x ?? 0, axis("3"))]).toEqual(["diamond", true]);
    const forms = marksBeside("O2", picture);
    expect(forms.map(({ form }) => form)).toEqual(["ring", "diamond"]);
    expect(near(forms[0]?.x ?? 0, axis("4")) && near(forms[1]?.x ?? 0, axis("2"))).toBe(true);
    const spans = picture.shapes.filter((shape) => shape.kind === "line" && shape.heavy);
    expect(spans).toHaveLength(3);
  });

  it("has no diamond while raters differ, and says so", () => {
    expect(marksBeside("O3", picture).map(({ form }) => form)).toEqual(["ring", "ring"]);
    expect(said(picture)).toContain("1–3, differs");
  });

  it("says each value with what raters gave", () => {
    for (const text of ["3 Strong", "2 ≠ 2–4"]) expect(said(picture).map((one) => one.replaceAll(/\s+/g, " "))).toContain(text);
  });

  it("counts how many have each level (levels 0–4 by hand: 0, 0, 1, 1, 0)", () => {
    const foot = Math.max(
      ...textsOf(picture)
        .filter(({ text }) => text === "How many have it")
        .map(({ y }) => y),
    );
    const counts = textsOf(picture).filter(({ text, middle, y }) => middle && /^\d$/.test(text) && y > foot - 50 && y < foot + 2);
    expect(counts.toSorted((one, other) => one.x - other.x).map(({ text }) => text)).toEqual(["0", "0", "1", "1", "0"]);
  });

  it("lists apart, by why, whoever has no place on the scale", () => {
    expect(said(picture)).toContain("Blind: 1 of 2 have sent (1): O4 Dok");
    expect(said(picture)).toContain("Not rated (1): O5 Baken");
    expect(said(onCriterion(1).picture)).toContain("Cannot judge (1): O3 Boei");
  });

  it("joins no classes with a line, for they have no order", () => {
    const classes = onCriterion(2).picture;
    expect(classes.shapes.filter((shape) => shape.kind === "line" && shape.heavy)).toEqual([]);
    expect(marksBeside("O2", classes).map(({ form }) => form)).toEqual(["ring", "diamond"]);
    expect(said(classes)).not.toContain("lowest to highest rater");
  });

  it("has the same values in its table", () => {
    expect(table.columns.map(({ label }) => label)).toEqual(["Actor", "Name", "K1 Reach", "K1 by rater"]);
    expect(table.rows.map((row) => row.slice(2))).toEqual([
      ["3 Strong", "A 3 Strong; B 3 Strong"],
      ["2 Partial", "A 2 Partial; B 4 Leading"],
      ["Raters differ", "A 1 Limited; B 3 Strong"],
      ["Blind: 1 of 2 have sent", ""],
      ["Not rated", ""],
    ]);
  });

  it.each([0, 1, 2, 3].flatMap((at) => [[at, "nl"] as const, [at, "en"] as const]))(
    "stays inside its frame: criterion %i, %s",
    (at, language) => {
      keepsInside(onCriterion(at, language).picture);
      keepsInside(onCriterion(at, language, []).picture);
    },
  );
});

describe("the profile of a subject", () => {
  const all = talliesOf(criteria, rows);
  const of = (at: number, language: "nl" | "en" = "en") =>
    drawPicture({ kind: "profile", ...profileOf({ criteria, all }, rows[at] ?? subject("O0", "x"), "actor") }, words(language));
  const { picture, table } = of(1);

  it("has its value on the scale of each criterion beside the middle of all (by hand: of 2 and 3 the middle is 2–3, of 5 and 8 it is 5–8)", () => {
    expect(table.rows.map(([name, value, , all]) => [name, value, all])).toEqual([
      ["K1 Reach", "2 Partial", "middle 2 Partial–3 Strong (n = 2)"],
      ["K2 Effect", "5", "middle 5–8 (n = 2)"],
      ["K3 Coherence", "Overlapping", "most: Complementary, Overlapping (1 of 2)"],
      ["K4 Network", "No", "most: Yes, No (1 of 2)"],
    ]);
    expect(marksBeside("K1", picture).map(({ form }) => form)).toEqual(expect.arrayContaining(["diamond", "ring"]));
    expect(marksOf(picture).filter(({ form }) => form === "triangle")).toHaveLength(2 + 2 + 1);
  });

  it("has a heavy edge besides a tone around the class of the subject alone", () => {
    const ringed = picture.shapes.filter((shape) => shape.kind === "box" && shape.ringed);
    expect(ringed.map((shape) => shape.kind === "box" && shape.tone)).toEqual(["level3", "level3"]);
  });

  it("says in words where it has no value", () => {
    expect(said(of(3).picture)).toContain("Blind: 1 of 2 have sent");
    expect(said(of(4).picture)).toContain("Not rated");
  });

  it("counts an even number of levels without an average between them, and leaves out what was not rated", () => {
    const three = [agreed(level("limited")), reconciled(level("strong"), level("strong"), level("leading")), unrated].map((cell, at) =>
      subject(`O${at}`, "x", cell),
    );
    const one = criteria.slice(0, 1);
    const shown = profileOf({ criteria: one, all: talliesOf(one, three) }, three[0] ?? subject("O0", "x"), "actor");
    expect(shown.lines[0]?.all).toMatchObject({ subjects: 3, judged: 2, open: 1, spread: { middle: ["limited", "strong"] } });
  });

  it.each(["nl", "en"] as const)("stays inside its frame: %s", (language) => {
    for (const at of rows.keys()) keepsInside(of(at, language).picture);
  });
});
