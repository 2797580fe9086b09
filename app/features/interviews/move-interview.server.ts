import { guideFieldName } from "~/domain/forms/form-field";
import { interviewGuide, openItems, type RecordedAnswer } from "~/domain/interviews/guide";
import { type InterviewMove, interviewMoves, needsEverythingSettled, setsDayHeld } from "~/domain/moves/interview";
import { moveFrom } from "~/domain/moves/table";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeableInterview, protocolInForce, requireDayPassed } from "./check-interview.server";
import { countChange, keepInterview } from "./keep-interview.server";
import { recordedAnswer } from "./recorded-answer";

/** A move of the table. `heldOn` (`yyyy-mm-dd`) goes with the move that says an interview was held; a reason where the table asks one. */
export interface MoveInterview {
  assessmentId: string;
  id: string;
  version: number;
  move: InterviewMove;
  reason?: string;
  heldOn?: string;
}

const actionOf = {
  invite: "interview.invite",
  schedule: "interview.schedule",
  hold: "interview.hold",
  "finish-record": "interview.finish-record",
  "reopen-record": "interview.reopen-record",
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
    const reason = input.reason?.trim() ?? "";
    if (move.needsReason && reason === "") throw refuse("invalid", { field: "reason" });
    if (needsEverythingSettled(name)) await requireSettled(tx, assessmentId, id);
    const held = setsDayHeld(name) && { heldOn: input.heldOn ?? before.heldOn ?? before.plannedOn };
    if (held) requireDayPassed(context, held.heldOn);
    await tx.interview.update({ where: { id }, data: { state: move.to, stateReason: reason || null, ...held, version: version + 1 } });
    await keepInterview(tx, context, id);
    await countChange(tx, id);
    const told = {
      state: { before: before.state, after: move.to },
      ...(held && held.heldOn !== null && { heldOn: held.heldOn }),
      ...(reason && { reason }),
    };
    const subject = { type: "interview", id, version: version + 1 } as const;
    return { result: { version: version + 1 }, event: { action: actionOf[name], subject, label: before.code, change: told } };
  });
}

/** Refuses to close a record in which a question is still open; the refusal names the fields. */
async function requireSettled(tx: Tx, assessmentId: string, interviewId: string): Promise<void> {
  const { protocol } = await protocolInForce(tx, assessmentId);
  const participants = await tx.participant.findMany({ where: { interviewId }, select: { interviewee: { select: { kind: true } } } });
  const rows = await tx.interviewAnswer.findMany({
    where: { interviewId },
    select: { question: true, part: true, state: true, reason: true, value: true, record: true, language: true },
  });
  const answers: RecordedAnswer[] = rows.map(recordedAnswer);
  const open = openItems(
    interviewGuide(
      protocol,
      participants.map(({ interviewee }) => interviewee.kind),
      answers,
    ),
  );
  if (open.length > 0) throw refuse("invalid", { open: open.map(({ question, part }) => guideFieldName(question, part || null)) });
}
