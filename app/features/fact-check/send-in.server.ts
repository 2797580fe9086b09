import { disputes, momentOfSending } from "~/domain/fact-check/reply";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { readCountedReplies } from "~/platform/fact-check-replies.server";
import { keepLink } from "~/platform/keep-check-link.server";
import { refuse } from "~/platform/refusal.server";
import { affect, toWithdraw } from "./answer-effects.server";
import { endDiscussions } from "./end-discussions.server";
import { findOwnLink, listOwnAnswers, type OwnAnswer, type OwnLink } from "./find-own-link.server";

/** The link of the interviewee who acts, at the version that her page was read at. */
export interface OwnAct {
  assessmentId: string;
  linkId: string;
  version: number;
}

/** Sends in what an interviewee kept: what she withdraws is gone at once, what she corrects is disputed from now on, and what was being discussed with her no longer is. */
export async function sendIn(context: ChangeContext, input: OwnAct): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const link = await findOwnLink(tx, context, input);
    if (link.replies.length === 0) throw refuse("invalid", { field: "form", problem: "nothing-said" });
    const version = link.version + 1;
    const sentInAt = momentOfSending(context.at, link.replies);
    await tx.factCheckLink.update({ where: { id: link.id }, data: { sentInAt, version } });
    await endDiscussions(tx, context, link.participantId);
    const answers = await listOwnAnswers(tx, link);
    const { disputed, agreed } = await standAgainst(tx, sentInAt, link, answers);
    const withdrawn = toWithdraw(link, answers);
    const events = [];
    for (const answer of withdrawn) events.push(await affect(tx, context, link, answer, "answer.withdraw"));
    for (const answer of disputed) events.push(await affect(tx, context, link, answer, "answer.dispute"));
    for (const answer of agreed) events.push(await affect(tx, context, link, answer, "answer.end-dispute"));
    await keepLink(tx, { ...context, at: sentInAt }, link.id);
    const count = (verdict: string) => link.replies.filter((reply) => reply.verdict === verdict).length;
    const told = { confirmed: count("confirmed"), corrected: count("corrected"), withdrawn: count("withdrawn") };
    const subject = { type: "fact-check", id: link.id, version } as const;
    const sent = { action: "fact-check.send-in", subject, label: link.label, about: link.about, change: told } as const;
    return { result: { version }, event: [sent, ...events] };
  });
}

/** The answers that become disputed by what was said, and those that no longer are: nobody's correction waits any more. */
async function standAgainst(tx: Tx, at: Date, link: OwnLink, answers: readonly OwnAnswer[]) {
  const replies = await readCountedReplies(tx, { answerId: { in: answers.map(({ id }) => id) } }, at);
  const against = new Set(replies.filter(disputes).map(({ answerId }) => answerId));
  const standing = answers.filter(({ id, withdrawnAt }) => withdrawnAt === null && !toWithdraw(link, answers).some((one) => one.id === id));
  return {
    disputed: standing.filter(({ id, disputedAt }) => against.has(id) && disputedAt === null),
    agreed: standing.filter(({ id, disputedAt }) => !against.has(id) && disputedAt !== null),
  };
}
