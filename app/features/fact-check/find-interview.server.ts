import { heldStates, interviewStates } from "~/domain/moves/interview";
import { can, rolesWith, type Person } from "~/domain/permissions";
import { personOf } from "~/platform/acting.server";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import type { Db, Tx } from "~/platform/db.server";
import { listInterviewTitles } from "~/platform/interview-titles.server";
import { peopleOf } from "~/platform/interviewees.server";
import { labelOfLink } from "~/platform/keep-check-link.server";
import { refuse } from "~/platform/refusal.server";

const people = { interviewers: { select: { userId: true } } } as const;

/** An interview of an address, with those who hold it and its title as far as this person may know it; not found when the assessment has none of that code. */
export async function findInterview(db: Db, assessment: AssessmentRow, code: string | undefined, person: Person) {
  const where = { assessmentId_code: { assessmentId: assessment.id, code: code ?? "" } };
  const row = await db.interview.findUnique({ where, omit: { title: true, place: true }, include: people });
  if (!row) throw refuse("not-found");
  const titles = await listInterviewTitles(db, person, assessment.id, [row]);
  const { id, language, heldOn, archivedAt, state } = row;
  return {
    id,
    code: row.code,
    language,
    heldOn,
    archived: archivedAt !== null,
    held: isHeld(state),
    title: titles.get(row.id) ?? null,
    people: peopleOf(row),
  };
}

/** An interview as the pages of its fact check have it. */
export type FoundInterview = Awaited<ReturnType<typeof findInterview>>;

const isHeld = (state: string) => heldStates.some((one) => one === state);

/** An interview whose fact check this person may arrange: not found to who may not read it, forbidden to readers who don't hold it, refused when it was archived or not held. */
export async function findInterviewToCheck(tx: Tx, context: ChangeContext, assessmentId: string, id: string) {
  const row = await tx.interview.findFirst({ where: { id, assessmentId }, include: people });
  const person = personOf(context, assessmentId);
  if (!row || !can(person, "interview.read", { assessmentId })) throw refuse("not-found");
  if (!can(person, "interview.write", peopleOf(row)))
    throw refuse("forbidden", { permission: "interview.write", roles: rolesWith("interview.write") });
  if (row.archivedAt) throw refuse("wrong-state", { state: "archived" });
  if (!isHeld(row.state)) throw refuse("wrong-state", { state: interviewStates.find((one) => one === row.state) ?? "planned" });
  return row;
}

/** A link of this assessment with its participant and interview, for who may arrange that fact check. */
export async function findLinkToChange(tx: Tx, context: ChangeContext, assessmentId: string, linkId: string) {
  const link = await tx.factCheckLink.findFirst({ where: { id: linkId, assessmentId } });
  if (!link) throw refuse("not-found");
  const interview = await findInterviewToCheck(tx, context, assessmentId, link.interviewId);
  return { link, interview, ...(await labelOfLink(tx, link)) };
}
