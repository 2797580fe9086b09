import { moveFrom, type Move } from "~/domain/moves/table";
import { sectionMoves, staleSectionMoves, type SectionMove, type SectionState } from "~/domain/moves/section";
import { can, type Permission, type Person, type SectionPeople } from "~/domain/permissions";
import { isBound } from "~/domain/protocol/outline";

/** What a move of a section depends on beside state and rights. */
export interface SectionFacts {
  state: SectionState;
  /** Signed off, but something below it changed. */
  stale: boolean;
  /** False for a section that shows the approvals and nothing else. */
  needsSignOff: boolean;
  /** Statements whose contradiction is not addressed, where the protocol says that it must be. */
  contradictionsOpen: number;
  /** This person signed what is there now. */
  signedByMe: boolean;
}

/** Why a person can't make a move that the state allows. */
export type MoveHindrance =
  "not-writer" | "not-reviewer" | "own-work" | "not-lead" | "already-signed" | "needs-no-sign-off" | "contradiction-open";

/** A move that the state of a section allows, and what stands in this person's way (null = she can). */
export interface OfferedMove extends Move<SectionState, SectionMove> {
  hindrance: MoveHindrance | null;
}

const rightOf = {
  start: "section.write",
  "send-to-review": "section.write",
  recall: "section.write",
  "ask-changes": "section.review",
  "sign-off": "section.sign-off",
  reopen: "section.reopen",
} as const satisfies Record<SectionMove, Permission>;

/** The moves that a section's state allows, each with what stands in the person's way; the buttons, the changes and the tests are made from it. */
export function movesOf(section: SectionPeople, person: Person, facts: SectionFacts): OfferedMove[] {
  const names = [...new Set([...sectionMoves, ...staleSectionMoves].map((move) => move.name))];
  return names.flatMap((name) => {
    const move = sectionMove(facts, name);
    return move ? [{ ...move, hindrance: hindranceOf(name, section, person, facts) }] : [];
  });
}

/** The move of that name that the state allows (stale ones only while stale), or `undefined`. */
export function sectionMove(facts: Pick<SectionFacts, "state" | "stale">, name: SectionMove): Move<SectionState, SectionMove> | undefined {
  return moveFrom(sectionMoves, facts.state, name) ?? (facts.stale ? moveFrom(staleSectionMoves, facts.state, name) : undefined);
}

function hindranceOf(name: SectionMove, section: SectionPeople, person: Person, facts: SectionFacts): MoveHindrance | null {
  const refused = can(person, rightOf[name], section) ? null : whyNot(name, section, person);
  return refused ?? factHindrance(name, facts);
}

function factHindrance(name: SectionMove, facts: SectionFacts): MoveHindrance | null {
  if (name === "send-to-review" && !facts.needsSignOff) return "needs-no-sign-off";
  if (name === "send-to-review" && facts.contradictionsOpen > 0) return "contradiction-open";
  return name === "sign-off" && facts.signedByMe ? "already-signed" : null;
}

function whyNot(name: SectionMove, section: SectionPeople, person: Person): MoveHindrance {
  if (name === "reopen") return "not-lead";
  if (name === "sign-off" && section.reviewerIds.includes(person.id) && section.authorIds.includes(person.id)) return "own-work";
  return name === "sign-off" || name === "ask-changes" ? "not-reviewer" : "not-writer";
}

/** Says whether a section needs sign-offs: one that holds a data block that no sign-off binds, and nothing written, does not. */
export function needsSignOff(section: { dataBlock: string | null; blocks: number }): boolean {
  return section.dataBlock === null || isBound(section.dataBlock) || section.blocks > 0;
}
