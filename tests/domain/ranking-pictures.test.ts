import { describe, expect, it } from "vitest";
import type { Picture } from "~/domain/document/picture";
import { drawPicture } from "~/domain/pictures/draw";
import { pictureWords } from "~/domain/pictures/words";
import { fitsPaper, inPieces } from "~/domain/ranking/in-pieces";
import { rankStudy } from "~/domain/ranking/rank-study";
import { weightTable, withoutTable } from "~/domain/ranking/ranking-tables";
import type { PlacedSubject } from "~/domain/ranking/score";
import { usualDraws } from "~/domain/ranking/sensitivity";
import { showRanking, showSpreads, showTree, showWithout, type RankedThings } from "~/domain/ranking/show-ranking";
import { groupLetter } from "~/domain/ranking/tree-picture";
import { percentOf, rankingCautions, tellRanking } from "~/domain/ranking/tell-ranking";
import { documentWords } from "~/platform/document-words.server";

const subject = (id: string, places: readonly (number | null)[], spread = 0): PlacedSubject => ({
  id,
  places: places.map((at) => (at === null ? null : { at, low: at - spread, high: at + spread, raters: spread > 0 ? 2 : 1 })),
});
const criteria = ["K1", "K2"].map((code) => ({
  ...{ id: code, code, title: { en: `Criterion ${code}`, nl: `Criterium ${code}` }, scale: null },
  ...{ weight: code === "K1" ? 3 : 1, source: "protocol" as const, isOrdered: true, isTurned: false },
}));

function ranked(subjects: readonly PlacedSubject[]): RankedThings {
  return {
    group: "actor",
    things: subjects.map(({ id }) => ({ id, code: id.toUpperCase(), name: { und: `Name of ${id}` } })),
    criteria,
    subjects,
    study: rankStudy({ subjects, weights: [3, 1], draws: usualDraws }),
  };
}

/** o1 (3 × 0.8 + 0.4) ÷ 4 = 0.7, within 0.6 and 0.8; o2 (3 × 0.2 + 1) ÷ 4 = 0.4; o3 K2 alone, a quarter of the weight; o4 nothing. */
const few = ranked([subject("o1", [0.8, 0.4], 0.1), subject("o2", [0.2, 1]), subject("o3", [null, 0.5]), subject("o4", [null, null])]);
const present = <T>(value: T | null): T => value ?? expect.fail("nothing to draw");
const wordsOf = ({ shapes }: Picture) => shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : []));
const words = (language: "en" | "nl") => pictureWords(documentWords(language), language, ["nl", "en"]);

describe("the picture of a ranking", () => {
  const shown = present(showRanking(few));
  it("has the score and the bounds of each, and what has no rank below", () => {
    const { picture, table } = drawPicture({ kind: "ranking", ...shown }, words("en"));
    expect(wordsOf(picture)).toEqual([
      ...["Score: 0 = lowest level on every criterion, 100 = highest", "0", "25", "50", "75", "100"],
      ...["O1 Name of o1", "1", "70 (60–80)", "O2 Name of o2", "2", "40"],
      ...["Not ranked: less than half of the weight could be counted", "O3 Name of o3", "1 of 2 criteria"],
      "Of 1 nothing could be counted: O4",
    ]);
    expect(picture.title).toBe("Ranking of actors by weighted score");
    expect(picture.description).toContain("O1 Name of o1 70; O2 Name of o2 40");
    expect(table.rows).toEqual([
      ["O1", "Name of o1", "1", "70", "60", "80", "2 of 2", "100%"],
      ["O2", "Name of o2", "2", "40", "40", "40", "2 of 2", "100%"],
      ["O3", "Name of o3", "–", "50", "50", "50", "1 of 2", "25%"],
      ["O4", "Name of o4", "–", "", "", "", "0 of 2", "0%"],
    ]);
  });
  it("draws bars as long as the scores and lines as long as the bounds", () => {
    const { picture } = drawPicture({ kind: "ranking", ...shown }, words("en"));
    const [first, second] = picture.shapes.flatMap((shape) => (shape.kind === "box" ? [shape.width] : []));
    // 264 units from 0 to 100: 0.7 and 0.4 of them; the line from 0.6 to 0.8 is 0.2 of them long.
    expect([first, second]).toEqual([expect.closeTo(184.8, 6), expect.closeTo(105.6, 6)]);
    const lines = picture.shapes.flatMap((shape) => (shape.kind === "line" && shape.heavy ? [shape.points] : []));
    expect(lines.map(([from, to]) => (to?.x ?? 0) - (from?.x ?? 0))).toEqual([expect.closeTo(52.8, 6)]);
  });
  it("is none where nobody has a rank", () => {
    expect(showRanking(ranked([subject("o1", [null, 1])]))).toBeNull();
  });
});

describe("the picture of ranks over draws", () => {
  it("has the share of draws in each rank, and the same in its table", () => {
    const { picture, table } = drawPicture({ kind: "rank-spread", ...present(showSpreads(few, usualDraws)) }, words("en"));
    // o1 leads by 0.6 on K1 and falls behind by 0.6 on K2: it would take K2 above K1, but 1 × 1.5 is never above 3 × 0.5 = 1.5.
    expect(wordsOf(picture).filter((word) => /^\d+$/u.test(word))).toEqual(["1", "2", "1", "100", "2", "100"]);
    expect(table.rows).toEqual([
      ["O1", "Name of o1", "1", "1", "1", "1", "100", "1 (100)"],
      ["O2", "Name of o2", "2", "2", "2", "2", "0", "2 (100)"],
    ]);
  });
  it("puts every share under the number of its rank, and the mark of the middle rank too", () => {
    const { shapes } = drawPicture({ kind: "rank-spread", ...present(showSpreads(few, usualDraws)) }, words("en")).picture;
    const heads = shapes.flatMap((shape) => (shape.kind === "text" && shape.middle && shape.soft ? [shape.x] : []));
    const middles = shapes.flatMap((shape) => (shape.kind === "box" ? [shape.x + shape.width / 2] : []));
    const marks = shapes.flatMap((shape) => (shape.kind === "mark" ? [shape.x] : []));
    // o1 is first in every draw, o2 second.
    expect([middles, marks]).toEqual([heads, heads]);
  });
  it("is none where fewer than two have a rank", () => {
    expect(showSpreads(ranked([subject("o1", [1, 1])]), usualDraws)).toBeNull();
  });
});

describe("the picture of profiles", () => {
  const six = ranked([0, 0.05, 0.1, 0.5, 0.55, 0.9].map((at, place) => subject(`o${place + 1}`, [at, at])));
  it("has a letter per group and the mean places of each group in its table", () => {
    // Ranked from the highest; joined as in the test of joining: o6 | o5, o4 | o3, o2, o1. Means 90; (55 + 50) ÷ 2 = 52.5; (10 + 5 + 0) ÷ 3 = 5.
    const { picture, table } = drawPicture({ kind: "profiles", ...present(showTree(six)) }, words("en"));
    expect(wordsOf(picture).filter((word) => /^[A-Z]$/u.test(word))).toEqual(["A", "B", "C"]);
    expect(table.rows).toEqual([
      ["A", "O6", "0", "90", "90"],
      ["B", "O5, O4", "5", "53", "53"],
      ["C", "O3, O2, O1", "8", "5", "5"],
    ]);
  });
  it("is none for two, and too long for a sheet of paper from 29 on", () => {
    const many = (count: number) => ranked(Array.from({ length: count }, (_, at) => subject(`o${at}`, [at / count, at / count])));
    expect(showTree(many(2))).toBeNull();
    expect([28, 29].map((count) => fitsPaper(present(showTree(many(count)))))).toEqual([true, false]);
    expect(inPieces(present(showRanking(many(60)))).map(({ rows }) => rows.length)).toEqual([28, 28, 4]);
  });
  it("goes on after Z with AA", () => {
    expect([0, 25, 26, 27, 52].map(groupLetter)).toEqual(["A", "Z", "AA", "AB", "BA"]);
  });
});

describe("what is drawn", () => {
  const seven = ranked(
    ["a", "b", "c", "d", "e", "f", "g"].map((id, at) => subject(id, [at / 7, (at * 3) % 7 === 0 ? null : ((at * 3) % 7) / 7], 0.05)),
  );
  it.each(["en", "nl"] as const)("stays within its frame, with a word for everything, in %s", (language) => {
    const contents = [
      { kind: "ranking" as const, ...present(showRanking(seven)) },
      { kind: "rank-spread" as const, ...present(showSpreads(seven, usualDraws)) },
      { kind: "profiles" as const, ...present(showTree(seven)) },
    ];
    for (const content of contents) {
      const { picture, table } = drawPicture(content, words(language));
      const said = [
        picture.title,
        picture.description,
        ...wordsOf(picture),
        ...table.columns.map(({ label }) => label),
        ...table.rows.flat(),
      ];
      expect(said.filter((word) => word.includes("ranking."))).toEqual([]);
      for (const shape of picture.shapes) {
        const xs = "points" in shape ? shape.points.map(({ x }) => x) : [shape.x];
        expect(Math.max(...xs)).toBeLessThanOrEqual(picture.width);
        expect(Math.min(...xs)).toBeGreaterThanOrEqual(0);
      }
    }
  });
});

describe("the tables beside", () => {
  it("say how each criterion counts", () => {
    const table = weightTable([
      { code: "K1", title: { en: "One" }, weight: 30, source: "protocol", isOrdered: true, isTurned: false },
      { code: "K2", title: { en: "Two" }, weight: 10, source: "mean", isOrdered: true, isTurned: true },
      { code: "K3", title: { en: "Three" }, weight: 0, source: "protocol", isOrdered: true, isTurned: false },
      { code: "K4", title: { en: "Four" }, weight: 0, source: "protocol", isOrdered: false, isTurned: false },
    ]);
    const keys = table.rows.map(({ cells }) => cells.slice(2).map((cell) => (cell && "key" in cell ? [cell.key, cell.values] : null)));
    expect(keys).toEqual([
      [
        ["ranking.number", { n: 30 }],
        ["ranking.part", { share: 75 }],
        ["ranking.howCounts.counted", undefined],
      ],
      [
        ["ranking.number", { n: 10 }],
        ["ranking.part", { share: 25 }],
        ["ranking.howCounts.meanTurned", undefined],
      ],
      [
        ["ranking.number", { n: 0 }],
        ["ranking.part", { share: 0 }],
        ["ranking.howCounts.zero", undefined],
      ],
      [null, null, ["ranking.howCounts.classes", undefined]],
    ]);
  });
  it("say how far a rank moves without a criterion", () => {
    // Without K1 o2 (1) goes before o1 (0.4); without K2 o1 (0.8) stays before o2 (0.2).
    const { rows } = withoutTable(present(showWithout(few)));
    expect(rows.map(({ cells }) => cells.slice(3))).toEqual([
      [
        { key: "ranking.movedDown", values: { rank: 2, by: 1 } },
        { key: "ranking.rank", values: { rank: 1 } },
      ],
      [
        { key: "ranking.movedUp", values: { rank: 1, by: 1 } },
        { key: "ranking.rank", values: { rank: 2 } },
      ],
    ]);
  });
});

describe("the sentences of a ranking", () => {
  const told = (subjects: readonly PlacedSubject[]) => tellRanking(ranked(subjects).study, usualDraws.draws);
  it("name who is first and how often, and nobody as the winner where two share the place", () => {
    expect(told([subject("a", [0.9, 0.9]), subject("b", [0.1, 0.1])])).toEqual([
      { key: "sentences.leads", id: "a", values: { share: 100, draws: 1000 } },
    ]);
    expect(told([subject("a", [0.5, 0.5]), subject("b", [0.5, 0.5])]).map(({ key, id }) => [key, id])).toEqual([
      ["sentences.sharedFirst", null],
      ["sentences.first", "a"],
      ["sentences.first", "b"],
    ]);
    expect(told([subject("a", [0.5, 0.5])])).toEqual([]);
  });
  it("tell of the first three and of the ranks that hold from five on", () => {
    const five = told(["a", "b", "c", "d", "e"].map((id, at) => subject(id, [1 - at / 5, 1 - at / 5])));
    expect(five.map(({ key, id, values }) => [key, id, values["share"] ?? values["count"]])).toEqual([
      ["sentences.leads", "a", 100],
      ["sentences.among", "a", 100],
      ["sentences.among", "b", 100],
      ["sentences.among", "c", 100],
      ["sentences.steady", null, 5],
    ]);
  });
  it("never round to all or none what is not", () => {
    expect([0, 0.0001, 0.004, 0.5, 0.999, 1].map(percentOf)).toEqual([0, 1, 1, 50, 99, 100]);
  });
  it("warn of few, of one rater, of an overlap at the top, of gaps, of what waits and of what is blind", () => {
    const warned = (subjects: readonly PlacedSubject[], beside = { waiting: 0, blind: 0 }) =>
      rankingCautions(ranked(subjects).study, beside).map(({ key, values }) => [key.replace("cautions.", ""), values["count"]]);
    // a 0.5, within 0.4 and 0.6; b 0.45, within 0.35 and 0.55: they overlap. c lacks K2.
    const close = [subject("a", [0.5, 0.5], 0.1), subject("b", [0.45, 0.45], 0.1), subject("c", [0.1, null], 0.1)];
    expect(warned(close, { waiting: 4, blind: 2 })).toEqual([
      ["few", 3],
      ["close", 2],
      ["gaps", 1],
      ["waiting", 4],
      ["blind", 2],
    ]);
    const alone = ["a", "b", "c", "d", "e"].map((id, at) => subject(id, [at / 5, at / 5]));
    expect(warned(alone)).toEqual([["one-rater", 1]]);
  });
});
