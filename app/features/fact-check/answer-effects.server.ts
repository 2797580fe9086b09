import type { AuditEvent } from "~/domain/audit";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { indexAnswer } from "~/platform/index-answer.server";
import { countChange } from "~/platform/interview-changes.server";
import { keepAnswer } from "~/platform/keep-answer.server";
import { noticeEditions } from "~/platform/notices.server";
import type { OwnAnswer, OwnLink } from "./find-own-link.server";

type Effect = "answer.withdraw" | "answer.dispute" | "answer.end-dispute";

const moments = {
  "answer.withdraw": (at: Date) => ({ withdrawnAt: at }),
  "answer.dispute": (at: Date) => ({ disputedAt: at }),
  "answer.end-dispute": () => ({ disputedAt: null }),
} satisfies Record<Effect, (at: Date) => object>;

/** The answers that somebody chose to withdraw and that still stand. */
export function toWithdraw(link: OwnLink, answers: readonly OwnAnswer[]): OwnAnswer[] {
  const chosen = new Set(link.replies.filter(({ verdict }) => verdict === "withdrawn").map(({ answerId }) => answerId));
  return answers.filter(({ id, withdrawnAt }) => chosen.has(id) && withdrawnAt === null);
}

/** Does to an answer what an interviewee's reply does to it, and gives its event: no reason of hers stands in the trail. */
export async function affect(tx: Tx, context: ChangeContext, link: OwnLink, answer: OwnAnswer, effect: Effect): Promise<AuditEvent> {
  const version = answer.version + 1;
  await tx.interviewAnswer.update({ where: { id: answer.id }, data: { ...moments[effect](context.at), version } });
  await keepAnswer(tx, context, answer.id);
  await indexAnswer(tx, answer.id);
  if (effect === "answer.withdraw") await noticeWithdrawn(tx, context, answer.id);
  await countChange(tx, link.interviewId);
  const subject = { type: "interview-answer", id: answer.id, version } as const;
  return { action: effect, subject, label: answer.code, about: link.about, change: {} };
}

/** Tells the lead of the released editions that still show an answer that was just withdrawn. */
async function noticeWithdrawn(tx: Tx, context: ChangeContext, id: string): Promise<void> {
  const answer = await tx.interviewAnswer.findUniqueOrThrow({ where: { id }, select: { id: true, code: true, assessmentId: true } });
  const about = { kind: "interview-answer", id } as const;
  await noticeEditions(tx, context, {
    assessmentId: answer.assessmentId,
    answers: [answer],
    listedSince: null,
    kind: "answer-withdrawn",
    about,
  });
}
