import { describe, expect, it } from "vitest";
import type { Picture, Shape } from "~/domain/document/picture";
import { heatmapParts, type ShownHeatmap } from "~/domain/judgements/shown-heatmap";
import { orderKeys, sortRated } from "~/domain/judgements/sort-rated";
import { shortLabels, valueSigns } from "~/domain/judgements/value-signs";
import { drawPicture } from "~/domain/pictures/draw";
import { pictureWords } from "~/domain/pictures/words";
import { documentWords } from "~/platform/document-words.server";
import { agreed, blind, criteria, given, level, rows, scales, subject, unrated, without, wordsIn } from "../support/rated-example";

const heatmap: ShownHeatmap = { subject: "actor", criteria, rows, order: { key: "code", descending: false } };
const inWords = (shown: ShownHeatmap, language: "nl" | "en") =>
  drawPicture({ kind: "heatmap", ...shown }, pictureWords(documentWords(language), language, ["nl"]));
const { picture, table } = inWords(heatmap, "en");
type Box = Extract<Shape, { kind: "box" }>;
const isBox = (shape: Shape): shape is Box => shape.kind === "box";
const textsOf = ({ shapes }: Picture) => shapes.flatMap((shape) => (shape.kind === "text" ? [shape] : []));
const saidIn = (box: Box | undefined, drawn: Picture) =>
  textsOf(drawn)
    .filter(({ x, y }) => box !== undefined && x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height)
    .map(({ text }) => text);
/** The boxes of a row: those at the height of its name. */
const cellsOf = (code: string, drawn: Picture) => {
  const name = textsOf(drawn).find(({ text }) => text.startsWith(`${code} `));
  const beside = (box: Box) => name !== undefined && box.y < name.y && box.y + box.height > name.y - 10 && box.x > 150 && box.height > 25;
  return drawn.shapes.filter(isBox).filter(beside);
};

describe("a heatmap as a picture", () => {
  it("says the value first: the number of a level, a number, a class in short, yes or no", () => {
    expect(cellsOf("O1", picture).map((box) => saidIn(box, picture))).toEqual([["3"], ["8"], ["Com."], ["Yes"]]);
  });

  it("has the tone of its place on an ordered scale, and one tone for all classes (places by hand: 3 of 0–4 = 0.75, 8 of 1–10 = 0.78)", () => {
    expect(cellsOf("O1", picture).map(({ tone }) => tone)).toEqual(["level3", "level3", "aside", "aside"]);
    expect(cellsOf("O2", picture).map(({ tone }) => tone)).toEqual(["level2", "level2", "aside", "aside"]);
  });

  it("says after ≠ what raters gave where they differed", () => {
    expect(cellsOf("O2", picture).map((box) => saidIn(box, picture).at(-1))).toEqual(["≠ 2–4", "≠ 4–6", "≠ Ove./Con.", "≠ Yes/No"]);
  });

  it("tells by form and word what still differs, what has no level, what is blind and what was not rated", () => {
    const [open, hatched, mixed] = cellsOf("O3", picture).filter(({ width }) => width > 40);
    expect([open?.ringed, saidIn(open, picture)]).toEqual([true, ["1–3", "differs"]]);
    expect([hatched?.hatched, hatched?.crossed]).toEqual([true, undefined]);
    expect(saidIn(hatched, picture).join(" ")).toBe("Cannot judge");
    expect(saidIn(mixed, picture)[0]).toBe("Com./–");
    const blindCell = cellsOf("O4", picture).find(({ width }) => width > 60);
    expect([blindCell?.crossed, blindCell?.hatched, saidIn(blindCell, picture)]).toEqual([true, undefined, ["blind", "1/2"]]);
    expect(cellsOf("O5", picture)).toEqual([]);
    expect(picture.shapes.filter((shape) => shape.kind === "line" && shape.dashed)).toHaveLength(4 + 1 + 1);
  });

  it("explains in its legend every level, class and mark, in the language", () => {
    const words = textsOf(inWords(heatmap, "nl").picture).map(({ text }) => text);
    for (const said of [
      "Afwezig",
      "Toonaangevend",
      "Aanvullend",
      "Strijdig",
      "1–2",
      "9–10",
      "Niet te beoordelen",
      "niet gewaardeerd",
      "beoordelaars verschillen nog",
    ])
      expect(words).toContain(said);
    expect(words.filter((text) => text === "Niet te beoordelen")).toHaveLength(1);
    expect(words).toContain("punten, donkerder is hoger");
  });

  it("does not explain what does not occur", () => {
    const words = textsOf(inWords({ ...heatmap, rows: rows.slice(0, 1) }, "en").picture).map(({ text }) => text);
    for (const said of ["Cannot judge", "not rated", "raters still differ", "≠"]) expect(words).not.toContain(said);
  });

  it("counts in its description what stands in it (5 × 4 cells by hand: 8 values, 1 without, 4 settled, 2 open, 4 blind, 5 not rated)", () => {
    expect(picture.description).toBe(
      "5 × 4 criteria: 8 values, 1 without a level; 4 reconciled after raters differed; 2 still differ; 4 blind; 5 not rated. Every value stands in the table.",
    );
  });

  it("has a sign in the corner of what was judged on an earlier wording, in the legend too, and says so in the table", () => {
    const earlier = { ...agreed(level("strong")), earlier: true as const };
    const shown = inWords(
      { ...heatmap, criteria: criteria.slice(0, 1), rows: [subject("O1", "x", earlier), subject("O2", "y", unrated)] },
      "en",
    );
    const [cell, other] = [cellsOf("O1", shown.picture)[0], cellsOf("O2", shown.picture)[0]];
    expect([saidIn(cell, shown.picture), other && saidIn(other, shown.picture)]).toEqual([["3", "†"], undefined]);
    const said = textsOf(shown.picture).map(({ text }) => text);
    expect(said.filter((text) => text === "†")).toHaveLength(2);
    expect(said).toContain("judged on an earlier wording");
    expect(shown.table.rows.map(([, , value]) => value)).toEqual(["3 Strong (on an earlier wording)", "Not rated"]);
    const left = { ...agreed(without), earlier: true as const };
    const bare = inWords({ ...heatmap, criteria: criteria.slice(0, 1), rows: [subject("O1", "x", left)] }, "en").picture;
    expect(textsOf(bare).map(({ text }) => text)).toContain("– †");
    expect(shown.picture.description).toContain("1 on an earlier wording");
    expect(picture.description).not.toContain("earlier");
  });

  it("has a table with the same values, and per rater by letter alone", () => {
    expect(table.columns.map(({ label }) => label)).toEqual([
      ...["Actor", "Name", "K1 Reach", "K1 by rater", "K2 Effect", "K2 by rater"],
      ...["K3 Coherence", "K3 by rater", "K4 Network", "K4 by rater"],
    ]);
    expect(table.rows[1]?.slice(0, 6)).toEqual(["O2", "Anker", "2 Partial", "A 2 Partial; B 4 Leading", "5", "A 4; B 6"]);
    expect(table.rows[2]?.slice(2, 6)).toEqual([
      "Raters differ",
      "A 1 Limited; B 3 Strong",
      "Cannot judge",
      "A Cannot judge; B Cannot judge",
    ]);
    expect(table.rows[3]?.slice(2, 4)).toEqual(["Blind: 1 of 2 have sent", ""]);
    expect(table.rows[4]?.slice(2, 4)).toEqual(["Not rated", ""]);
  });

  it("names its columns whole where they fit, and turns them where they do not", () => {
    expect(textsOf(picture).filter(({ upright }) => upright)).toEqual([]);
    const named = (title: string) => criteria.map((criterion) => ({ ...criterion, title: { en: title } }));
    const headed = (title: string) => textsOf(inWords({ ...heatmap, criteria: named(title) }, "en").picture);
    const turned = headed("Rechtsbescherming").filter(({ upright }) => upright);
    expect(turned.map(({ text }) => text).slice(0, 2)).toEqual(["K1", "Rechtsbescherming"]);
    expect(headed("Rechtsbescherming").map(({ text }) => text)).not.toContain("Criteria");
    const cut = headed("Samenwerkingsverbanden en bondgenootschappen en afspraken");
    expect(cut.filter(({ upright, text }) => upright && text.endsWith("…")).length).toBeGreaterThan(0);
    expect(cut.map(({ text }) => text)).toContain("Samenwerkingsverbanden en bondgenootschappen en afspraken");
  });

  it.each(["nl", "en"] as const)("keeps every box and word inside its frame, and cells apart: %s", (language) => {
    const many = Array.from({ length: 3 }, () => criteria)
      .flat()
      .map((criterion, at) => ({ ...criterion, id: `c${at}`, code: `K${at + 1}` }));
    const wide = rows.map((row) => ({ ...row, cells: [...row.cells, ...row.cells, ...row.cells] }));
    for (const drawn of [inWords(heatmap, language).picture, inWords({ ...heatmap, criteria: many, rows: wide }, language).picture]) {
      for (const shape of drawn.shapes) {
        if (!("x" in shape)) continue;
        expect(shape.x).toBeGreaterThanOrEqual(0);
        expect(shape.x + (isBox(shape) ? shape.width : 0)).toBeLessThanOrEqual(drawn.width);
        expect(shape.y + (isBox(shape) ? shape.height : 0)).toBeLessThanOrEqual(drawn.height);
      }
      const cells = cellsOf("O1", drawn);
      for (const [at, cell] of cells.entries()) expect(cells[at + 1]?.x ?? drawn.width).toBeGreaterThanOrEqual(cell.x + cell.width);
    }
  });
});

describe("the parts of a heatmap in a document", () => {
  const longer = (count: number) => ({ ...heatmap, rows: Array.from({ length: count }, (_, at) => subject(`O${at + 1}`, "x", unrated)) });

  it("are one as long as it fits on a page, none without rows, and else as even as they can be", () => {
    expect(heatmapParts(longer(0))).toEqual([]);
    expect(heatmapParts(longer(16)).map(({ part }) => part)).toEqual([undefined]);
    const parts = heatmapParts(longer(34));
    expect(parts.map(({ rows: own, part }) => [own.length, part])).toEqual([
      [12, { number: 1, of: 3 }],
      [12, { number: 2, of: 3 }],
      [10, { number: 3, of: 3 }],
    ]);
    expect(parts.flatMap(({ rows: own }) => own.map(({ code }) => code))).toEqual(longer(34).rows.map(({ code }) => code));
  });
});

describe("the order of the rows", () => {
  const codes = (key: string, descending = false) =>
    sortRated(rows, criteria, { key, descending }, ({ name }) => name["und"] ?? "").map(({ code }) => code);

  it("is by a criterion, with what has no level last whichever way", () => {
    expect(codes("reach")).toEqual(["O2", "O1", "O3", "O4", "O5"]);
    expect(codes("effect", true)).toEqual(["O1", "O2", "O3", "O4", "O5"]);
    expect(codes("effect")).toEqual(["O2", "O1", "O3", "O4", "O5"]);
    const backwards = sortRated(rows.toReversed(), criteria, { key: "effect", descending: true }, () => "");
    expect(backwards.map(({ code }) => code)).toEqual(["O1", "O2", "O5", "O4", "O3"]);
  });

  it("is by classes in the order of the protocol, and by yes before no", () => {
    expect(codes("fit", true)).toEqual(["O2", "O1", "O3", "O4", "O5"]);
    expect(codes("network")).toEqual(["O1", "O2", "O3", "O4", "O5"]);
  });

  it("is by name, by code and by mean", () => {
    expect(codes("name")).toEqual(["O2", "O5", "O3", "O4", "O1"]);
    expect(codes("name", true)).toEqual(["O1", "O4", "O3", "O5", "O2"]);
    expect(codes("code", true)).toEqual(["O5", "O4", "O3", "O2", "O1"]);
    const means = [2, 3.5, 1].map((mean, at) => ({ ...subject(`O${at}`, "x", agreed(level(1))), mean: { mean, n: 1, open: false } }));
    expect(sortRated(means, criteria, { key: "mean", descending: true }, () => "").map(({ code }) => code)).toEqual(["O1", "O0", "O2"]);
    expect(orderKeys(criteria)).toEqual(["code", "name", "mean", "reach", "effect", "fit", "network"]);
  });

  it("is told in the picture unless it is that of the codes", () => {
    const told = inWords({ ...heatmap, order: { key: "effect", descending: true } }, "en").picture;
    expect(textsOf(told).map(({ text }) => text)).toContain("By K2, highest first");
    expect(textsOf(picture).map(({ text }) => text)).not.toContain("By code, lowest first");
  });
});

describe("a value in short", () => {
  it("is as short as it can be without meaning two things", () => {
    expect(shortLabels(["Effective", "Not effective", "Not shown", "Yes"])).toEqual(["Eff.", "Not e.", "Not s.", "Yes"]);
  });

  it("has the lowest and the highest, or the classes in the order of the protocol, and what has no level after them", () => {
    const of = (scale: Parameters<typeof valueSigns>[0]) => valueSigns(scale, wordsIn("en"));
    expect(of(scales.ten).range(given(level(7), level(3), without))).toBe("3–7/–");
    expect(of(scales.ten).range(given(level(7), level(7)))).toBe("7");
    expect(of(scales.fit).range(given(level("conflicting"), level("complementary")))).toBe("Com./Con.");
    expect(of(scales.fit).rangeInFull(given(level("conflicting"), without))).toBe("Conflicting / Cannot judge");
    expect(of(scales.level).full(level("strong"))).toBe("3 Strong");
    expect(valueSigns(scales.ten, wordsIn("nl")).short(level(6.5))).toBe("6,5");
  });

  it("says nothing of what is blind", () => {
    expect(JSON.stringify(inWords({ ...heatmap, rows: [subject("O4", "Dok", blind, blind, blind, blind)] }, "en"))).not.toContain(
      "by rater 1",
    );
  });
});
