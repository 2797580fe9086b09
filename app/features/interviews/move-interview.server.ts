import { guideFieldName } from "~/domain/forms/form-field";
import { type NotHeldReason, storedWhyNotHeld, whyNotHeldProblem } from "~/domain/interviews/not-held";
import {
  type InterviewMove,
  interviewMoves,
  type InterviewState,
  needsEverythingSettled,
  saysWhyNotHeld,
  setsAgreement,
  setsDayHeld,
  takesBackHeld,
} from "~/domain/moves/interview";
import { type Move, moveFrom } from "~/domain/moves/table";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { countChange } from "~/platform/interview-changes.server";
import { requireConsents } from "~/platform/missing-consents.server";
import { listOpenItems } from "~/platform/open-items.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeableInterview, requireAgreement, requireDayPassed } from "./check-interview.server";
import { keepInterview } from "./keep-interview.server";

/**
 * A move of the table. `heldOn` (`yyyy-mm-dd`) goes with the move that says an interview was held, `agreedWith` and `agreedOn` with the
 * one that says the choice was agreed; a reason where the table asks one, and `why` of the list where it does not take place.
 */
export interface MoveInterview {
  assessmentId: string;
  id: string;
  version: number;
  move: InterviewMove;
  reason?: string;
  heldOn?: string;
  why?: NotHeldReason;
  agreedWith?: string;
  agreedOn?: string;
}

const actionOf = {
  agree: "interview.agree",
  invite: "interview.invite",
  schedule: "interview.schedule",
  hold: "interview.hold",
  "finish-record": "interview.finish-record",
  "reopen-record": "interview.reopen-record",
  "undo-hold": "interview.undo-hold",
  decline: "interview.decline",
  cancel: "interview.cancel",
  "plan-again": "interview.plan-again",
} as const satisfies Record<InterviewMove, string>;

export async function moveInterview(context: ChangeContext, input: MoveInterview): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version, move: name } = input;
    const before = await findChangeableInterview(tx, context, assessmentId, id);
    if (before.version !== version) throw refuse("conflict", { version: before.version });
    const move = moveFrom(interviewMoves, before.state, name);
    if (!move) throw refuse("wrong-state", { state: before.state });
    const reason = reasonOf(move, input);
    if (needsEverythingSettled(name)) await requireSettled(tx, assessmentId, id);
    if (takesBackHeld(name)) await requireNothingWritten(tx, before);
    const held = setsDayHeld(name) && { heldOn: input.heldOn ?? before.heldOn ?? before.plannedOn };
    if (held) requireDayPassed(context, held.heldOn);
    const agreed = setsAgreement(name) && agreementOf(context, before, input);
    const undone = takesBackHeld(name) && { heldOn: null, startedAt: null };
    const data = { state: move.to, stateReason: reason.stored, ...held, ...undone, ...agreed, version: version + 1 };
    await tx.interview.update({ where: { id }, data });
    await keepInterview(tx, context, id);
    await countChange(tx, id);
    const changed = [...(agreed ? (["agreedWith"] as const) : []), ...reason.changed];
    const told = {
      state: { before: before.state, after: move.to },
      ...(held && held.heldOn !== null && { heldOn: held.heldOn }),
      ...(agreed && { agreedOn: agreed.agreedOn }),
      ...(reason.why !== null && { why: reason.why }),
      ...(changed.length > 0 && { changed }),
    };
    const subject = { type: "interview", id, version: version + 1 } as const;
    return { result: { version: version + 1 }, event: { action: actionOf[name], subject, label: before.code, change: told } };
  });
}

/**
 * The reason of a move as it is stored and as the trail tells it, which names own words and does not quote them: they tend to tell who
 * was asked. Refuses a move without the reason that it needs.
 */
function reasonOf({ name, needsReason }: Move<InterviewState, InterviewMove>, { reason, why }: MoveInterview) {
  const words = reason?.trim() ?? "";
  const changed = words === "" ? [] : (["stateReason"] as const);
  if (!saysWhyNotHeld(name)) {
    if (needsReason && words === "") throw refuse("invalid", { field: "reason", problem: "required" });
    return { stored: words || null, why: null, changed };
  }
  const problem = whyNotHeldProblem(why ?? null, words);
  if (problem) throw refuse("invalid", { field: problem, problem: problem === "why" ? "choose" : "required" });
  const chosen = why ?? "other";
  return { stored: storedWhyNotHeld({ why: chosen, words }), why: chosen, changed };
}

/** Refuses to take back that an interview was held once anything was written down of it; the refusal names its state. */
async function requireNothingWritten(tx: Tx, { id, state }: { id: string; state: InterviewState }): Promise<void> {
  const written = await tx.interviewAnswer.count({ where: { interviewId: id, archivedAt: null } });
  if (written > 0) throw refuse("wrong-state", { state });
}

/** With whom the choice was agreed and when: as given now, or as it was written down before. */
function agreementOf(context: ChangeContext, before: { agreedWith: string | null; agreedOn: string | null }, given: MoveInterview) {
  const agreedWith = given.agreedWith?.trim() || before.agreedWith;
  const agreedOn = given.agreedOn ?? before.agreedOn;
  if (!agreedWith) throw refuse("invalid", { field: "agreedWith", problem: "required" });
  if (!agreedOn) throw refuse("invalid", { field: "agreedOn", problem: "required" });
  requireAgreement(context, { agreedWith, agreedOn });
  return { agreedWith, agreedOn };
}

/** Refuses to close a record in which a question is still open, naming the fields, or of which a consent is still to be recorded. */
async function requireSettled(tx: Tx, assessmentId: string, interviewId: string): Promise<void> {
  const open = await listOpenItems(tx, assessmentId, interviewId);
  if (open.length > 0) throw refuse("invalid", { open: open.map(({ question, part }) => guideFieldName(question, part || null)) });
  await requireConsents(tx, interviewId);
}
