import { factCheckLinkState, lockingLinkStates } from "~/domain/fact-check/link";
import { waitsForResearcher } from "~/domain/fact-check/reply";
import { dealings, discussed } from "~/domain/fact-check/status";
import { compareAnswerCodes } from "~/domain/interviews/answer-order";
import { LocalText } from "~/domain/local-text-schema";
import type { Db } from "~/platform/db.server";
import { type CountedReply, readCountedReplies } from "~/platform/fact-check-replies.server";

/**
 * The replies to the record of an interview that count and are more than a confirmation, those to be dealt with first; nothing of who
 * is still at it. Remarks are no part of the record: they are for those who may read the raw notes. Of a withdrawn answer nothing
 * that was said is told, to nobody: neither words nor remark nor the reason with which a correction was settled.
 */
export async function listReplies(db: Db, interviewId: string, { at, remarks }: { at: Date; remarks: boolean }) {
  const counted = await readCountedReplies(db, { link: { interviewId: { in: [interviewId] } } }, at);
  const told = counted.filter(({ link }) => !lockingLinkStates.includes(factCheckLinkState(link, at)));
  const answers = await db.interviewAnswer.findMany({
    where: { id: { in: told.map(({ answerId }) => answerId) } },
    select: { id: true, code: true, wording: true, record: true, language: true, withdrawnAt: true, version: true },
  });
  const settlers = await db.user.findMany({
    where: { id: { in: told.flatMap(({ settledById }) => settledById ?? []) } },
    select: { id: true, name: true },
  });
  const judged = await readSeen(db, told);
  return told
    .flatMap((reply) => {
      const answer = answers.find(({ id }) => id === reply.answerId);
      if (!answer) return [];
      const withdrawn = answer.withdrawnAt !== null;
      const remark = remarks && !withdrawn ? reply.remark : "";
      if (reply.verdict === "confirmed" && remark === "") return [];
      return [
        {
          id: reply.id,
          version: reply.version,
          participantId: reply.link.participantId,
          at: reply.at,
          verdict: reply.verdict,
          remark,
          text: withdrawn ? "" : reply.text,
          /** The record as it was when she judged it. */
          seen: withdrawn ? "" : (judged.get(`${reply.answerId} ${reply.answerVersion}`) ?? answer.record),
          open: waitsForResearcher(reply) && !withdrawn,
          /** It was never sent in, and she is no longer at it. */
          unsent: reply.standing === "left" && !withdrawn,
          /** She is changing what she had sent in. */
          changing: reply.standing === "with-her" && !withdrawn,
          discussed: reply.settledAs === discussed && !withdrawn,
          settled: withdrawn ? null : settled(reply, settlers),
          answer: {
            id: answer.id,
            code: answer.code,
            version: answer.version,
            lang: answer.language,
            withdrawn,
            record: withdrawn ? "" : answer.record,
            wording: LocalText.parse(JSON.parse(answer.wording)),
          },
        },
      ];
    })
    .toSorted((one, other) => Number(other.open) - Number(one.open) || compareAnswerCodes(one.answer.code, other.answer.code));
}

/** A reply as the page of a fact check shows it. */
export type ShownReply = Awaited<ReturnType<typeof listReplies>>[number];

function settled(reply: CountedReply, people: readonly { id: string; name: string }[]) {
  const as = dealings.find((one) => one === reply.settledAs);
  if (!as || !reply.settledAt) return null;
  return { as, reason: reply.settledReason, at: reply.settledAt, by: people.find(({ id }) => id === reply.settledById)?.name ?? null };
}

/** The records as they were judged, by answer and version. */
async function readSeen(db: Db, replies: readonly { answerId: string; answerVersion: number }[]): Promise<Map<string, string>> {
  const rows = await db.version.findMany({
    where: { kind: "interview-answer", recordId: { in: replies.map(({ answerId }) => answerId) } },
    select: { recordId: true, number: true, body: true },
  });
  return new Map(
    rows.map(({ recordId, number, body }) => {
      const { record } = JSON.parse(body) as { record?: unknown }; // keepAnswer keeps it so
      return [`${recordId} ${number}`, typeof record === "string" ? record : ""];
    }),
  );
}
