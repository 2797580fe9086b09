import { dayAt } from "~/domain/day";
import type { AuditEvent } from "~/domain/audit";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { endCheckLinks } from "~/platform/end-check-links.server";
import { indexAnswer } from "~/platform/index-answer.server";
import { countChange } from "~/platform/interview-changes.server";
import { keepAnswer } from "~/platform/keep-answer.server";
import { findListedSinceIfAny, listAnswersGivenBy, noticeEditions } from "~/platform/notices.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeableInterview } from "./check-interview.server";
import { keepParticipant } from "./keep-interview.server";

/** An interviewee takes her consent back; `withdrawnOn` (`yyyy-mm-dd`) is the day on which she did, `reason` her words ("" = none given). */
export interface WithdrawConsent {
  assessmentId: string;
  participantId: string;
  version: number;
  withdrawnOn: string;
  reason: string;
}

/**
 * Takes back the consent of a participant, and with it every answer that she gave or helped to give and her links to check the record.
 * It counts at once and can't be undone; of the released editions that still show her the lead is told.
 */
export async function withdrawConsent(context: ChangeContext, input: WithdrawConsent): Promise<{ version: number; answers: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, participantId: id, version, withdrawnOn } = input;
    const before = await tx.participant.findFirst({ where: { id, assessmentId }, include: beside });
    if (!before) throw refuse("not-found");
    const interview = await findChangeableInterview(tx, context, assessmentId, before.interviewId);
    if (before.withdrawnAt) throw refuse("wrong-state", { state: "withdrawn" });
    const data = { withdrawnAt: momentOf(context, withdrawnOn), withdrawnReason: input.reason.trim() || null, version: version + 1 };
    const { count } = await tx.participant.updateMany({ where: { id, version }, data });
    if (count === 0) throw refuse("conflict", { version: before.version });
    await keepParticipant(tx, context, id);
    const given = await listAnswersGivenBy(tx, before);
    const fallen: AuditEvent[] = [];
    for (const answer of given.filter((one) => one.withdrawnAt === null)) fallen.push(await withdrawWith(tx, context, before, answer));
    const listedSince = await findListedSinceIfAny(tx, before);
    const about = { kind: "participant", id } as const;
    await noticeEditions(tx, context, { assessmentId, answers: given, listedSince, kind: "consent-withdrawn", about });
    const ended = await endCheckLinks(tx, context, id);
    await countChange(tx, interview.id);
    const withdrawn: AuditEvent = {
      action: "participant.withdraw",
      subject: { type: "participant", id, version: version + 1 },
      label: `${interview.code}, ${before.interviewee.code}`,
      about: before.intervieweeId,
      change: { withdrawnOn, answers: fallen.length, changed: ["withdrawnReason"] },
    };
    return { result: { version: version + 1, answers: fallen.length }, event: [withdrawn, ...fallen, ...ended] };
  });
}

const beside = { interviewee: { select: { code: true } } } as const;

/** The moment of withdrawing: now for today, noon of an earlier day; refuses a day still to come. */
function momentOf({ at }: ChangeContext, day: string): Date {
  if (day > dayAt(at)) throw refuse("invalid", { field: "withdrawnOn", problem: "in-future" });
  return day === dayAt(at) ? at : new Date(`${day}T12:00:00.000Z`);
}

/** Withdraws one answer with the consent of somebody who gave it: the event is about her. */
async function withdrawWith(
  tx: Tx,
  context: ChangeContext,
  { intervieweeId: about }: { intervieweeId: string },
  answer: { id: string; code: string; version: number },
): Promise<AuditEvent> {
  const version = answer.version + 1;
  await tx.interviewAnswer.update({ where: { id: answer.id }, data: { withdrawnAt: context.at, version } });
  await keepAnswer(tx, context, answer.id);
  await indexAnswer(tx, answer.id);
  const subject = { type: "interview-answer", id: answer.id, version } as const;
  return { action: "answer.withdraw", subject, label: answer.code, about, change: { because: "consent-withdrawn" } };
}
