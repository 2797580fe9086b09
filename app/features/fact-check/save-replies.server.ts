import { momentOfSaying } from "~/domain/fact-check/reply";
import { discussed } from "~/domain/fact-check/status";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { recordDigest } from "~/platform/fact-check.server";
import { unsettled } from "~/platform/fact-check-replies.server";
import { newId } from "~/platform/ids.server";
import { keepLink } from "~/platform/keep-check-link.server";
import { refuse } from "~/platform/refusal.server";
import { findOwnLink, listOwnAnswers, type OwnAnswer, type OwnLink } from "./find-own-link.server";
import type { ReplyGiven } from "./reply-schema";

/** What an interviewee says so far, by answer; answers that she did not look at are left out. */
export interface SaveReplies {
  assessmentId: string;
  linkId: string;
  version: number;
  replies: readonly ReplyGiven[];
  remarks: string;
}

/** Where her replies stand after they were kept; `overtaken` are answers whose record is another than she saw, of which nothing was kept. */
export interface SavedReplies {
  version: number;
  overtaken: string[];
}

/** Keeps what an interviewee says; it is sent in by an act of its own. Nothing is withdrawn by it yet. */
export async function saveReplies(context: ChangeContext, input: SaveReplies): Promise<SavedReplies> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const link = await findOwnLink(tx, context, input);
    const answers = new Map((await listOwnAnswers(tx, link)).map((answer) => [answer.id, answer]));
    const wanted = input.replies.map((reply) => ({ reply, answer: known(answers, reply) })).filter(({ answer }) => !answer.withdrawnAt);
    const fresh = wanted.filter(({ reply }) => isNews(link, reply));
    const seen = fresh.filter(({ reply, answer }) => reply.seen === recordDigest(answer));
    const overtaken = fresh.filter((one) => !seen.includes(one)).map(({ answer }) => answer.id);
    if (seen.length === 0 && input.remarks === link.remarks)
      return { result: { version: link.version, overtaken }, event: "nothing changed" };
    for (const { reply, answer } of seen) await keepReply(tx, context, link, reply, answer);
    const version = link.version + 1;
    await tx.factCheckLink.update({ where: { id: link.id }, data: { remarks: input.remarks, version } });
    await keepLink(tx, context, link.id);
    const said = (verdict: ReplyGiven["verdict"]) => seen.filter(({ reply }) => reply.verdict === verdict).map(({ answer }) => answer.code);
    const told = { confirmed: said("confirmed"), corrected: said("corrected"), toWithdraw: said("withdrawn") };
    const subject = { type: "fact-check", id: link.id, version } as const;
    const event = { action: "fact-check.save", subject, label: link.label, about: link.about, change: told } as const;
    return { result: { version, overtaken }, event };
  });
}

function known(answers: ReadonlyMap<string, OwnAnswer>, { answerId }: ReplyGiven): OwnAnswer {
  const answer = answers.get(answerId);
  if (!answer) throw refuse("not-found");
  return answer;
}

/** Whether something else is said than with this link before: what was dealt with is not opened again by being sent along. */
function isNews({ replies }: OwnLink, { answerId, verdict, text, remark, seen }: ReplyGiven): boolean {
  const before = replies.find((one) => one.answerId === answerId);
  if (!before) return true;
  const sameRecord = verdict !== "confirmed" || before.recordDigest === seen;
  return before.verdict !== verdict || before.text !== text || before.remark !== remark || !sameRecord;
}

/** Keeps a reply; a note with which it is being discussed stays beside it until she sends in. */
async function keepReply(tx: Tx, context: ChangeContext, link: OwnLink, reply: ReplyGiven, answer: OwnAnswer): Promise<void> {
  const { verdict, text, remark, seen } = reply;
  const at = momentOfSaying(context.at, link.sentInAt);
  const before = link.replies.find((one) => one.answerId === answer.id);
  const said = { verdict, text, remark, at, answerVersion: answer.version, recordDigest: seen, language: answer.language };
  const data = { ...said, ...(before?.settledAs !== discussed && unsettled), version: (before?.version ?? 0) + 1 };
  if (before) await tx.factCheckReply.update({ where: { id: before.id }, data });
  else
    await tx.factCheckReply.create({
      data: { ...data, id: newId(at), assessmentId: link.assessmentId, linkId: link.id, answerId: answer.id },
    });
}
