import type { JudgedSubject } from "~/domain/protocol/criteria";
import type { RatedCriterion, RatedSubject } from "./rated";
import type { RatedOrder } from "./sort-rated";

/** Subjects against criteria as a picture: `rows` stand in their order. `part` says which of several pictures it is that one follows the other. */
export interface ShownHeatmap {
  subject: JudgedSubject;
  criteria: readonly RatedCriterion[];
  rows: readonly RatedSubject[];
  order: RatedOrder;
  part?: { number: number; of: number } | undefined;
}

/** How many rows fit on a page of a document with the heads and the legend. */
const rowsOnPage = 16;

/** A heatmap in as many parts as a document needs so that each fits on a page, with as many rows in each. */
export function heatmapParts(heatmap: ShownHeatmap): ShownHeatmap[] {
  const of = Math.ceil(heatmap.rows.length / rowsOnPage);
  if (of < 2) return heatmap.rows.length === 0 ? [] : [heatmap];
  const size = Math.ceil(heatmap.rows.length / of);
  return Array.from({ length: of }, (_, at) => ({
    ...heatmap,
    rows: heatmap.rows.slice(at * size, (at + 1) * size),
    part: { number: at + 1, of },
  }));
}
