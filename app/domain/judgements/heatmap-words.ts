import type { PictureTable } from "~/domain/pictures/drawn";
import type { PictureWords } from "~/domain/pictures/words";
import { countingOf, givenOf, isEarlier, type RatedCell, type RatedCriterion } from "./rated";
import type { ShownHeatmap } from "./shown-heatmap";
import { valueSigns } from "./value-signs";

/** What a heatmap shows, in sentences: how much stands in it of each kind. */
export function heatmapDescription(heatmap: ShownHeatmap, { say }: PictureWords): string {
  const cells = heatmap.rows.flatMap((row) => row.cells);
  const count = (fits: (cell: RatedCell) => boolean) => cells.filter(fits).length;
  const { subject, criteria, rows } = heatmap;
  return say("pictures.heatmap.description", {
    subject,
    rows: rows.length,
    criteria: criteria.length,
    values: count((cell) => (countingOf(cell)?.level ?? null) !== null),
    reconciled: count(({ state }) => state === "reconciled"),
    differs: count(({ state }) => state === "differs"),
    without: count((cell) => (countingOf(cell)?.without ?? null) !== null),
    blind: count(({ state }) => state === "blind"),
    unrated: count(({ state }) => state === "unrated"),
    earlier: count(isEarlier),
  });
}

/** By what the rows are ordered; "" by their codes, which needs no words. */
export function orderWords({ order, criteria }: ShownHeatmap, { say }: PictureWords): string {
  if (order.key === "code" && !order.descending) return "";
  const by = criteria.find(({ id }) => id === order.key)?.code ?? "";
  const key = order.key === "code" || order.key === "name" || order.key === "mean" ? order.key : "criterion";
  return say("pictures.heatmap.order", { key, by, way: order.descending ? "down" : "up" });
}

/** The same numbers as a table: per criterion what counts, and what each rater gave. */
export function heatmapTable({ criteria, rows, subject }: ShownHeatmap, words: PictureWords): PictureTable {
  const { say, text, number } = words;
  const hasMean = rows.some(({ mean }) => mean !== null);
  const meanOf = (mean: ShownHeatmap["rows"][number]["mean"]) =>
    !mean ? "" : mean.open ? say("pictures.heatmap.open") : number(mean.mean, 1);
  return {
    columns: [
      { label: say("pictures.heatmap.subject", { subject }) },
      { label: say("pictures.heatmap.name") },
      ...criteria.flatMap(({ code, title }) => [
        { label: `${code} ${text(title)}` },
        { label: say("pictures.heatmap.ratersOf", { code }) },
      ]),
      ...(hasMean ? [{ label: say("pictures.heatmap.mean"), numeric: true }] : []),
    ],
    rows: rows.map((row) => [
      row.code,
      text(row.name),
      ...row.cells.flatMap((cell, at) => {
        const criterion = criteria[at];
        return criterion ? [toldWords(cell, criterion, words), givenWords(cell, criterion, words)] : [];
      }),
      ...(hasMean ? [meanOf(row.mean)] : []),
    ]),
  };
}

/** What stands in a cell in words. */
export function cellWords(cell: RatedCell, { scale }: Pick<RatedCriterion, "scale">, words: PictureWords): string {
  const say = words.say;
  if (cell.state === "unrated") return say("pictures.heatmap.unrated");
  if (cell.state === "blind") return say("pictures.heatmap.blind", { sent: cell.sent, raters: cell.raters });
  const counting = countingOf(cell);
  return counting ? valueSigns(scale, words).full(counting) : say("pictures.heatmap.differs");
}

/** The same for a table, where it is told in words that it was judged on an earlier wording. */
export function toldWords(cell: RatedCell, criterion: Pick<RatedCriterion, "scale">, words: PictureWords): string {
  const value = cellWords(cell, criterion, words);
  return isEarlier(cell) ? words.say("pictures.rated.earlierValue", { value }) : value;
}

/** What each rater gave, by letter: "A 2; B 3". */
export function givenWords(cell: RatedCell, { scale }: Pick<RatedCriterion, "scale">, words: PictureWords): string {
  const signs = valueSigns(scale, words);
  return givenOf(cell)
    .map((given) => `${given.letter} ${signs.full(given)}`)
    .join("; ");
}
