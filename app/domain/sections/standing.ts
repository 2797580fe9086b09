import { writableSectionStates, type SectionState } from "~/domain/moves/section";
import type { StateKey } from "~/domain/states";
import { isStale } from "./sign-off";

/** The key of the status tag of a section: its state, or *stale*. */
export function statusKey(state: SectionState, signOffsComplete: boolean): StateKey {
  return isStale(state, signOffsComplete) ? "stale" : state;
}

/** Says whether blocks, statements and links of a section may change in this state. */
export function isWritable(state: SectionState): boolean {
  return writableSectionStates.includes(state);
}

/**
 * Says whether a translation may change: where blocks may, and in a signed section for a language that no counting sign-off covers.
 * `covered` are the languages of the sign-offs that were not ended.
 */
export function isTranslationWritable(state: SectionState, signed: boolean, covered: readonly string[], language: string): boolean {
  return isWritable(state) || (signed && !covered.includes(language));
}
