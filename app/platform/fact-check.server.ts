import { z } from "zod";
import { giversOf } from "~/domain/attribution";
import { groupBy } from "~/domain/evidence/graph";
import { agreesWith, recordSeen, type SeenRecord } from "~/domain/fact-check/record-seen";
import {
  type CheckingLink,
  type CheckingParticipant,
  discussed,
  factCheckOf,
  type FactCheck,
  type FactCheckRules,
  isSettled,
} from "~/domain/fact-check/status";
import type { Db } from "./db.server";
import { readCountedReplies } from "./fact-check-replies.server";
import { sha256 } from "./sha256.server";

const Ids = z.array(z.string());

/** The digest that says which record an interviewee saw. */
export function recordDigest(seen: SeenRecord): string {
  return sha256(recordSeen(seen));
}

/** An answer as far as its fact check goes. */
export interface AnswerToCheck extends SeenRecord {
  id: string;
  interviewId: string;
  /** Ids of participants as they are stored; an empty list = any. */
  givenBy: string;
  disputedAt: Date | null;
  withdrawnAt: Date | null;
}

/** Where each of these answers stands in the fact check at a moment, by answer id. Three queries, whatever their number, and a few more where something was saved that was not sent in. */
export async function readFactChecks(
  db: Db,
  { rules, answers, at }: { rules: FactCheckRules; answers: readonly AnswerToCheck[]; at: Date },
): Promise<Map<string, FactCheck>> {
  if (answers.length === 0) return new Map();
  const interviewIds = [...new Set(answers.map(({ interviewId }) => interviewId))];
  const where = { interviewId: { in: interviewIds } };
  const [participants, links, replies] = await Promise.all([
    db.participant.findMany({ where, select: { id: true, interviewId: true, wantsRecord: true, withdrawnAt: true } }),
    db.factCheckLink.findMany({
      where,
      select: { participantId: true, interviewId: true, createdAt: true, expiresAt: true, revokedAt: true, sentInAt: true },
    }),
    readCountedReplies(db, { link: where }, at),
  ]);
  const people = groupBy(participants, ({ interviewId }) => interviewId);
  const made = groupBy(links, ({ interviewId }) => interviewId);
  const said = groupBy(replies, ({ answerId }) => answerId);
  return new Map(
    answers.map((answer) => [
      answer.id,
      factCheckOf(
        {
          withdrawnAt: answer.withdrawnAt,
          disputedAt: answer.disputedAt,
          givers: giversOf(Ids.parse(JSON.parse(answer.givenBy)), (people.get(answer.interviewId) ?? []).map(asChecking)),
          links: made.get(answer.interviewId) ?? ([] satisfies CheckingLink[]),
          replies: (said.get(answer.id) ?? []).map((reply) => ({
            participantId: reply.link.participantId,
            verdict: reply.verdict,
            agrees: agreesWith(reply, answer.record, recordDigest(answer)),
            settled: isSettled(reply.settledAs),
            discussed: reply.settledAs === discussed,
            at: reply.at,
          })),
        },
        rules,
        at,
      ),
    ]),
  );
}

function asChecking(row: { id: string; wantsRecord: boolean | null; withdrawnAt: Date | null }): CheckingParticipant {
  return { id: row.id, wantsRecord: row.wantsRecord, withdrawn: row.withdrawnAt !== null };
}
