import { z } from "zod";
import { dayAt } from "~/domain/day";
import { mayBeAsked } from "~/domain/interviews/ask";
import { type WorkLevel, workLevels } from "~/domain/levels";
import { type InterviewState, interviewStates } from "~/domain/moves/interview";
import { can, rolesWith } from "~/domain/permissions";
import { personOf } from "~/platform/acting.server";
import { protocolVersion } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { peopleColumns, peopleOf, sightOf } from "~/platform/interviewees.server";
import { refuse } from "~/platform/refusal.server";

/**
 * An interview that this person may change now: not found to who may not read it, forbidden to readers who don't hold it, refused
 * when it was archived.
 */
export async function findChangeableInterview(tx: Tx, context: ChangeContext, assessmentId: string, id: string) {
  const row = await tx.interview.findFirst({ where: { id, assessmentId }, include: { interviewers: { select: { userId: true } } } });
  const person = personOf(context, assessmentId);
  if (!row || !can(person, "interview.read", { assessmentId })) throw refuse("not-found");
  if (!can(person, "interview.write", peopleOf(row)))
    throw refuse("forbidden", { permission: "interview.write", roles: rolesWith("interview.write") });
  if (row.archivedAt) throw refuse("wrong-state", { state: "archived" });
  return { ...row, state: interviewState(row.state) };
}

/** Refuses raw notes from someone who may not read those that are there: she would write over what she does not see. */
export function requireMayReadNotes(context: ChangeContext, interview: Parameters<typeof peopleOf>[0]): void {
  if (can(personOf(context, interview.assessmentId), "interview.read-notes", peopleOf(interview))) return;
  throw refuse("forbidden", { permission: "interview.read-notes", roles: rolesWith("interview.read-notes") });
}

/** A stored state as the table of moves knows it. */
export function interviewState(stored: string): InterviewState {
  const state = interviewStates.find((each) => each === stored);
  if (!state) throw new Error(`An interview has no state ${stored}.`);
  return state;
}

const Levels = z.array(z.enum(workLevels));

/** The stored levels of an interview. */
export function levelsOf(stored: string): WorkLevel[] {
  return Levels.parse(JSON.parse(stored));
}

/** Refuses a day still to come as the day on which an interview was held, or a consent given. */
export function requireDayPassed({ at }: Pick<ChangeContext, "at">, day: string | null, field: "heldOn" | "consentOn" = "heldOn"): void {
  if (day !== null && day > dayAt(at)) throw refuse("invalid", { field, problem: "in-future" });
}

/** Refuses an agreement with the commissioner of which only one half is told, or of a day still to come. */
export function requireAgreement(
  { at }: Pick<ChangeContext, "at">,
  agreement: { agreedWith: string | null; agreedOn: string | null },
): void {
  const { agreedWith, agreedOn } = agreement;
  if (agreedOn === null && agreedWith !== null) throw refuse("invalid", { field: "agreedOn", problem: "required" });
  if (agreedOn !== null && agreedWith === null) throw refuse("invalid", { field: "agreedWith", problem: "required" });
  if (agreedOn !== null && agreedOn > dayAt(at)) throw refuse("invalid", { field: "agreedOn", problem: "in-future" });
}

/** The protocol in force, read in the change. */
export async function protocolInForce(tx: Tx, assessmentId: string) {
  const assessment = await tx.assessment.findUnique({ where: { id: assessmentId }, select: { protocolNumber: true, languages: true } });
  if (!assessment) throw refuse("not-found");
  return { number: assessment.protocolNumber, protocol: await protocolVersion(assessmentId, assessment.protocolNumber) };
}

/** Refuses people who may not hold interviews in this assessment, and someone named twice. */
export async function requireInterviewers(tx: Tx, assessmentId: string, ids: readonly string[]): Promise<void> {
  const members = await tx.member.findMany({ where: { assessmentId, userId: { in: [...ids] }, removedAt: null }, select: { role: true } });
  const may = members.filter(({ role }) => rolesWith("interview.create").some((each) => each === role));
  if (may.length !== ids.length) throw refuse("invalid", { field: "interviewerIds" });
}

/** The codes of the interviewees of these ids, by id; refuses, at `field`, one who is not in this assessment, was archived, or may not be asked by this person. */
export async function requireInterviewees(
  tx: Tx,
  context: ChangeContext,
  assessmentId: string,
  { ids, field }: { ids: readonly string[]; field: string },
): Promise<Map<string, string>> {
  const rows = await tx.interviewee.findMany({
    where: { assessmentId, id: { in: [...ids] }, archivedAt: null },
    select: { id: true, code: true, participations: { select: { withdrawnAt: true, interview: { select: peopleColumns } } } },
  });
  if (rows.length !== new Set(ids).size || rows.length !== ids.length) throw refuse("invalid", { field });
  const person = personOf(context, assessmentId);
  for (const { participations } of rows) {
    const held = participations.map(({ interview }) => interview);
    const interviews = participations.map(({ withdrawnAt }) => ({ withdrawn: withdrawnAt !== null }));
    if (!mayBeAsked({ viewer: sightOf(person, assessmentId, held, undefined), interviews }))
      throw refuse("invalid", { field, problem: "not-to-be-asked" });
  }
  return new Map(rows.map(({ id, code }) => [id, code]));
}

/** Refuses a perspective that the protocol does not have; null is none. */
export async function requirePerspective(tx: Tx, assessmentId: string, perspective: string | null): Promise<void> {
  if (perspective === null) return;
  const { protocol } = await protocolInForce(tx, assessmentId);
  if (!protocol.perspectives?.some(({ id }) => id === perspective)) throw refuse("invalid", { field: "perspective" });
}
