import type { readHeatmap } from "./read-heatmap.server";

/** What the heatmap is narrowed to and ordered by: `show` is a standing of a cell, `sort` a criterion, `mean` or `code`. */
export interface HeatmapFilter {
  find: string;
  show: string;
  sort: { key: string; descending: boolean };
}

/** The standings by which the heatmap can be narrowed. */
export const shownStandings = ["differs", "reconciled", "agreed", "blind", "unrated"] as const;

/** A heatmap as its table shows it. */
export type ShownHeatmap = Awaited<ReturnType<typeof readHeatmap>>;
