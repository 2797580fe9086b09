import type { LocalText } from "~/domain/local-text";
import { canMoveRound, type RoundState } from "~/domain/moves/round";

/** The fields of an actor of which a merger takes one of two values; lists are taken together. */
export const choiceFields = ["name", "kind", "focus", "url"] as const;
/** A field of an actor of which a merger takes one of two values. */
export type ChoiceField = (typeof choiceFields)[number];

/** Whose value is taken: that of the actor that stays, or of the one that is merged into it. */
export type MergeSide = "stays" | "goes";

/** An actor as far as a merger makes one of two. */
export interface MergeableActor {
  name: string;
  otherNames: readonly string[];
  kind: LocalText;
  levels: readonly string[];
  focus: LocalText;
  countries: readonly string[];
  url: string | null;
}

/** What the actor that stays holds after a merger: of each field the value that was chosen, levels and countries of both, and every other name that either had. */
export function mergedActor(
  stays: MergeableActor,
  goes: MergeableActor,
  choices: Readonly<Record<ChoiceField, MergeSide>>,
): MergeableActor {
  const from = (field: ChoiceField) => (choices[field] === "goes" ? goes : stays);
  const name = from("name").name;
  const together = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])];
  return {
    name,
    kind: from("kind").kind,
    focus: from("focus").focus,
    url: from("url").url,
    levels: together(stays.levels, goes.levels),
    countries: together(stays.countries, goes.countries),
    otherNames: together([...stays.otherNames, stays.name], [...goes.otherNames, goes.name]).filter((other) => other !== name),
  };
}

/** Whether a field says nothing: then there is nothing to choose. */
export function isBlank(value: LocalText | string | null): boolean {
  if (value === null) return true;
  return typeof value === "string" ? value.trim() === "" : Object.values(value).every((text) => (text ?? "").trim() === "");
}

/** Whose value is proposed: that of the actor that stays, unless it says nothing. */
export function proposedSide(stays: MergeableActor, goes: MergeableActor, field: ChoiceField): MergeSide {
  return isBlank(stays[field]) && !isBlank(goes[field]) ? "goes" : "stays";
}

/** Why two actors can't be merged now: a round that rates the one that goes is under way, or both were judged in one round. */
export type MergeHindrance = { why: "round-under-way" | "both-judged"; round: number };

/** A round as far as a merger looks at it. */
export interface RoundOfActors {
  number: number;
  state: RoundState;
  subjects: readonly string[];
}

/** What stands in the way of a merger, if anything does. A round that was ended before it opened stays as it is and hinders nothing. */
export function mergeHindrance(rounds: readonly RoundOfActors[], staysId: string, goesId: string): MergeHindrance | null {
  const rating = rounds.filter(({ subjects }) => subjects.includes(goesId));
  const underWay = rating.find(({ state }) => canMoveRound(state, "rate"));
  if (underWay) return { why: "round-under-way", round: underWay.number };
  const both = rating.find(({ state, subjects }) => state !== "abandoned" && subjects.includes(staysId));
  return both ? { why: "both-judged", round: both.number } : null;
}

/** The numbers of the rounds whose judgements of an actor move along with it: those that have opened. */
export function roundsThatMove(rounds: readonly RoundOfActors[], goesId: string): number[] {
  return rounds.filter(({ state, subjects }) => state !== "abandoned" && subjects.includes(goesId)).map(({ number }) => number);
}
