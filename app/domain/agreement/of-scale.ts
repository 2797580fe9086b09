import type { CellJudgement } from "~/domain/judgements/cells";
import { levelsOf, numberOnScale, type Scale, type ScaleValue } from "~/domain/protocol/scales";
import type { Measurement, RatingRow, RatingTable } from "./ratings";

/** Who judged what on one criterion. */
export interface RatedCells {
  subjects: readonly string[];
  raters: readonly string[];
  /** The judgements of the criterion; those of others than the raters, such as an agreed value, are not looked at. */
  judgements: readonly CellJudgement[];
}

/** Answers that are no value, counted over subjects and raters: without a level, none at all, and no longer on the scale. */
export interface LeftOut {
  without: number;
  missing: number;
  offScale: number;
}

/** How the values of a scale are compared. */
function measurementOf({ kind }: Scale): Measurement {
  switch (kind) {
    case "nominal":
    case "yes-no":
      return "nominal";
    case "ordinal":
      return "ordinal";
    case "numeric":
      return "interval";
  }
}

/**
 * What the raters themselves gave as a table of ratings, never what was agreed on afterwards. An answer without a level is a rating that is missing: it is
 * no category.
 */
export function ratingTableOf(scale: Scale, { subjects, raters, judgements }: RatedCells): { table: RatingTable; leftOut: LeftOut } {
  const given = new Map(judgements.map((judgement) => [`${judgement.subjectId} ${judgement.rater}`, judgement]));
  const cells = subjects.map((subject) => raters.map((rater) => given.get(`${subject} ${rater}`)));
  const { values, scores } = categoriesOf(
    scale,
    cells.flat().flatMap((cell) => cell?.level ?? []),
  );
  const placeOf = new Map(values.map((value, place) => [value, place]));
  const rows: RatingRow[] = cells.map((row) => row.map((cell) => (cell?.level == null ? null : (placeOf.get(cell.level) ?? null))));
  const all = cells.flat();
  const leftOut = {
    without: all.filter((cell) => cell?.without != null).length,
    missing: all.filter((cell) => !cell || (cell.without === null && cell.level === null)).length,
    offScale: all.filter((cell) => cell?.level != null && !placeOf.has(cell.level)).length,
  };
  return { table: { measurement: measurementOf(scale), scores, rows }, leftOut };
}

/** The categories of a scale, rising where it has an order; of a numeric scale the numbers that were given. */
function categoriesOf(scale: Scale, given: readonly ScaleValue[]): { values: ScaleValue[]; scores: number[] } {
  if (scale.kind === "numeric") {
    const numbers = [...new Set(given.flatMap((value) => numberOnScale(scale, value) ?? []))].sort((one, other) => one - other);
    return { values: numbers, scores: numbers };
  }
  const levels = levelsOf(scale).toSorted((one, other) => (one.value ?? 0) - (other.value ?? 0));
  return { values: levels.map(({ key }) => key), scores: levels.map((_, place) => place) };
}
