import { levelsOf, numberOnScale, type Scale } from "~/domain/protocol/scales";
import { countingOf, type RatedCell, type RatedCriterion, type RatedSubject } from "./rated";

/** By what subjects are ordered: `code`, `name`, `mean` or the id of a criterion. */
export interface RatedOrder {
  key: string;
  descending: boolean;
}

/** The keys by which subjects can be ordered. */
export function orderKeys(criteria: readonly { id: string }[]): string[] {
  return ["code", "name", "mean", ...criteria.map(({ id }) => id)];
}

/**
 * Subjects by the value on a criterion (classes in the order of the protocol), by the mean, by name or by code. What has no value comes last
 * whichever way it is ordered, and equals stay in the order in which they come, which is that of their codes.
 */
export function sortRated<Subject extends Pick<RatedSubject, "cells" | "mean">>(
  subjects: readonly Subject[],
  criteria: readonly RatedCriterion[],
  { key, descending }: RatedOrder,
  nameOf: (subject: Subject) => string,
): Subject[] {
  if (key === "code") return descending ? subjects.toReversed() : [...subjects];
  if (key === "name") {
    const byName = subjects.toSorted((one, other) => compareNames(nameOf(one), nameOf(other)));
    return descending ? byName.toReversed() : byName;
  }
  const place = criteria.findIndex(({ id }) => id === key);
  const scale = criteria[place]?.scale ?? null;
  const measure = ({ cells, mean }: Subject) => (key === "mean" ? (mean?.mean ?? null) : placeIn(scale, cells[place]));
  return subjects.toSorted((one, other) => {
    const [left, right] = [measure(one), measure(other)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return descending ? right - left : left - right;
  });
}

function compareNames(one: string, other: string): number {
  const [left, right] = [one.toLowerCase(), other.toLowerCase()];
  return left < right ? -1 : Number(left > right);
}

/** Where what counts lies: its number, or without order its place among the classes; null for an answer without a level. */
function placeIn(scale: Scale | null, cell: RatedCell | undefined): number | null {
  const level = cell && countingOf(cell)?.level;
  if (!scale || level === null || level === undefined) return null;
  const place = levelsOf(scale).findIndex(({ key }) => key === level);
  return numberOnScale(scale, level) ?? (place < 0 ? null : place);
}
