import type { Move } from "~/domain/moves/table";
import type { SectionMove, SectionState } from "~/domain/moves/section";
import { movesOf, sectionMove, type SectionFacts } from "~/domain/sections/moves-of";
import { can, rolesWith, type SectionPeople } from "~/domain/permissions";
import { findStudy, personNow } from "~/platform/acting.server";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { readDocument, type StudyDocument } from "~/platform/evidence-graph.server";
import { keepSection } from "~/platform/keep-section.server";
import { closeReviewRound } from "~/platform/review-round.server";
import { refuse } from "~/platform/refusal.server";
import type { Study } from "~/platform/section-binding.server";
import {
  isSignedBy,
  listAuthorIds,
  openContradictions,
  readStandings,
  sectionPeople,
  type Standing,
} from "~/platform/section-standing.server";
import { findSectionRow, type FoundSection } from "~/platform/find-section.server";

/** A move of a section, from the version that the form was read at. */
export interface MoveSection {
  assessmentId: string;
  id: string;
  version: number;
}

/** A section with everything on which its moves depend. */
export interface Movable {
  section: FoundSection;
  study: Study;
  document: StudyDocument;
  standing: Standing;
  people: SectionPeople;
  move: Move<SectionState, SectionMove>;
}

/** The section and the move to make. Refuses a move that its state does not have (409), a stale version (409) and a person who may not make it (403), or is no member any more (404). */
export async function findMovable(tx: Tx, context: ChangeContext, input: MoveSection, name: SectionMove): Promise<Movable> {
  const { assessmentId, id, version } = input;
  const section = await findSectionRow(tx, assessmentId, id);
  const person = await personNow(tx, context, assessmentId);
  if (!can(person, "section.read", { assessmentId })) throw refuse("not-found");
  const study = await findStudy(tx, assessmentId);
  const document = await readDocument(tx, assessmentId);
  const standing = (await readStandings(tx, study, document, [id])).get(id);
  if (!standing) throw refuse("not-found");
  const people = sectionPeople(assessmentId, standing.people, await listAuthorIds(tx, assessmentId, document, id));
  const facts: SectionFacts = {
    state: section.state,
    stale: standing.stale,
    needsSignOff: standing.needsSignOff,
    contradictionsOpen: openContradictions(study, document, id),
    signedByMe: isSignedBy(standing, person.id),
  };
  const offered = movesOf(people, person, facts).find((move) => move.name === name);
  if (offered?.hindrance) throw refusalOf(offered.hindrance, name);
  const move = sectionMove(facts, name);
  if (!move) throw refuse("wrong-state", { state: section.state });
  if (section.version !== version) throw refuse("conflict", { theirs: { version: section.version, state: section.state } });
  return { section, study, document, standing, people, move };
}

const mayOf = {
  "not-writer": "section.write",
  "not-reviewer": "section.review",
  "own-work": "section.sign-off",
  "not-lead": "section.reopen",
} as const;

function refusalOf(hindrance: Exclude<ReturnType<typeof movesOf>[number]["hindrance"], null>, name: SectionMove): Error {
  if (hindrance in mayOf) {
    const permission = mayOf[hindrance as keyof typeof mayOf]; // `in` does not narrow a union of strings
    return refuse("forbidden", { permission, roles: rolesWith(permission), reason: hindrance });
  }
  return refuse("invalid", { field: name, message: hindrance });
}

/** Moves a section and keeps what it is now; gives its new version. */
export async function moveSection(tx: Tx, context: ChangeContext, { section, move }: Movable, reason: string | null): Promise<number> {
  const version = section.version + 1;
  const { count } = await tx.section.updateMany({
    where: { id: section.id, version: section.version },
    data: { state: move.to, stateReason: reason, stateById: context.by.id, stateAt: context.at, version },
  });
  if (count === 0) throw refuse("conflict");
  await closeReviewRound(tx, context, section.id, move.name);
  await keepSection(tx, context, section.id);
  return version;
}

/** A reason in her own words; refused when it is blank. */
export function requireReason(reason: string): string {
  if (reason.trim() === "") throw refuse("invalid", { field: "reason", message: "required" });
  return reason;
}
