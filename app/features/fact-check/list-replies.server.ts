import { factCheckLinkState, lockingLinkStates } from "~/domain/fact-check/link";
import { settlements, type Verdict, verdicts } from "~/domain/fact-check/status";
import { compareAnswerCodes } from "~/domain/interviews/answer-order";
import { LocalText } from "~/domain/local-text-schema";
import type { Db } from "~/platform/db.server";

/**
 * The replies to the record of an interview that are more than a confirmation, those to be dealt with first; nothing of who is still
 * at it. Remarks are no part of the record: they are for those who may read the raw notes.
 */
export async function listReplies(db: Db, interviewId: string, { at, remarks }: { at: Date; remarks: boolean }) {
  const rows = await db.factCheckReply.findMany({
    where: { link: { interviewId } },
    include: { link: { select: { participantId: true, expiresAt: true, revokedAt: true, sentInAt: true } } },
    orderBy: { at: "asc" },
  });
  const told = rows.filter(({ link }) => !lockingLinkStates.includes(factCheckLinkState(link, at)));
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
      const verdict = verdicts.find((one) => one === reply.verdict);
      const remark = remarks ? reply.remark : "";
      if (!answer || !verdict || (verdict === "confirmed" && remark === "")) return [];
      const withdrawn = answer.withdrawnAt !== null;
      return [
        {
          id: reply.id,
          version: reply.version,
          participantId: reply.link.participantId,
          at: reply.at,
          verdict: verdict satisfies Verdict,
          remark,
          text: withdrawn ? "" : reply.text,
          /** The record as it was when she judged it. */
          seen: withdrawn ? "" : (judged.get(`${reply.answerId} ${reply.answerVersion}`) ?? answer.record),
          open: verdict !== "confirmed" && reply.settledAs === null && !withdrawn,
          settled: settled(reply, settlers),
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

type Settled = { settledAs: string | null; settledReason: string | null; settledAt: Date | null; settledById: string | null };

function settled(reply: Settled, people: readonly { id: string; name: string }[]) {
  const as = settlements.find((one) => one === reply.settledAs);
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
