import type { LocalText } from "~/domain/local-text";
import type { Scale } from "~/domain/protocol/scales";
import { type CellJudgement, standingOf } from "./cells";
import { meanOf } from "./shown-value";
import type { Judged } from "./value";

/** What one rater gave; a letter stands for the person: A, B, C … in the order of assignment. */
export interface GivenValue extends Judged {
  letter: string;
}

/**
 * One subject on one criterion as anybody may see it: nothing of a round that has not opened but how many have sent. `earlier` = judged on an
 * earlier wording of the criterion or its scale.
 */
export type RatedCell =
  | { state: "unrated" }
  | { state: "blind"; sent: number; raters: number }
  | { state: "differs"; given: readonly GivenValue[]; earlier?: true | undefined }
  | { state: "agreed" | "reconciled"; value: Judged; given: readonly GivenValue[]; earlier?: true | undefined };

/** A criterion as pictures head it. */
export interface RatedCriterion {
  id: string;
  code: string;
  title: LocalText;
  scale: Scale | null;
}

/** The mean over criteria that share a scale, of so many values; `open` while one of them still differs. */
export interface RatedMean {
  mean: number;
  n: number;
  open: boolean;
}

/** A subject with its cells, in the order of the criteria; `mean` is null where the criteria have no scale in common. */
export interface RatedSubject {
  code: string;
  name: LocalText;
  cells: readonly RatedCell[];
  mean: RatedMean | null;
}

/** What a picture may carry of a subject: nothing else that is known of it, its raters least of all. */
export function ratedSubject({ code, name, cells, mean }: RatedSubject): RatedSubject {
  return { code, name, cells, mean };
}

/** A cell of a round that has opened. `raters` are those assigned, in order. */
export function ratedCell(rows: readonly CellJudgement[], raters: readonly string[]): RatedCell {
  const { state, counting, ratings } = standingOf(rows);
  const place = ({ rater }: { rater: string }) => placeAmong(raters, rater);
  const given = ratings
    .toSorted((one, other) => place(one) - place(other))
    .map(({ rater, level, without }) => ({ letter: raterLetter(raters, rater), level, without }));
  if (state === "unrated") return { state };
  if (state === "differs") return { state, given };
  return { state, value: { level: counting.level, without: counting.without }, given };
}

/** The letter that stands for a rater by her place among those assigned; a number after Z. */
export function raterLetter(raters: readonly string[], rater: string): string {
  const place = placeAmong(raters, rater);
  return place < 26 ? String.fromCharCode(65 + place) : String(place + 1);
}

/** Her place among those assigned, from 0; whoever was taken off the round comes after them. */
function placeAmong(raters: readonly string[], rater: string): number {
  return raters.includes(rater) ? raters.indexOf(rater) : raters.length;
}

/** What counts of a cell: the agreed value; null where there is none. */
export function countingOf(cell: RatedCell): Judged | null {
  return "value" in cell ? cell.value : null;
}

/** Whether it was judged on an earlier wording than that of the protocol now. */
export function isEarlier(cell: RatedCell): boolean {
  return "earlier" in cell && cell.earlier === true;
}

/** What raters gave; nothing of what is blind. */
export function givenOf(cell: RatedCell): readonly GivenValue[] {
  return "given" in cell ? cell.given : [];
}

/** The mean of a row over criteria that share one ordered scale. */
export function meanOfCells(cells: readonly RatedCell[], criteria: readonly RatedCriterion[]): RatedMean | null {
  const found = meanOf(cells.map((cell, at) => ({ scale: criteria[at]?.scale ?? null, judged: countingOf(cell) })));
  return found && { ...found, open: cells.some(({ state }) => state === "differs") };
}
