import { z } from "zod";
import { type FactCheckLinkMoments, isLinkOpen } from "~/domain/fact-check/link";
import { replyStanding, type ReplyStanding } from "~/domain/fact-check/reply";
import { type Verdict, verdicts } from "~/domain/fact-check/status";
import type { Db } from "./db.server";
import { readSentIn, readSettledSince, type SentReply } from "./fact-check-sent.server";

const Said = z.enum(verdicts);

/** Which replies are asked for. */
export interface RepliesAsked {
  answerId?: { in: string[] };
  link?: { interviewId: { in: string[] } };
}

/** A reply as it counts; `standing` says how far. */
export interface CountedReply {
  id: string;
  version: number;
  answerId: string;
  answerVersion: number;
  link: FactCheckLinkMoments & { id: string; participantId: string };
  verdict: Verdict;
  text: string;
  remark: string;
  recordDigest: string;
  settledAs: string | null;
  settledReason: string | null;
  settledAt: Date | null;
  settledById: string | null;
  at: Date;
  standing: Exclude<ReplyStanding, "unsent">;
}

/**
 * The last word of each participant on each of these answers, as far as it counts: what she saved after she sent in does not, and
 * what she had sent in stands until she sends in again. Every page and rule that asks what an interviewee said asks here. One query,
 * and up to three more where something was saved that was not sent in.
 */
export async function readCountedReplies(db: Db, where: RepliesAsked, now: Date): Promise<CountedReply[]> {
  const link = { select: { id: true, participantId: true, expiresAt: true, revokedAt: true, sentInAt: true } } as const;
  const rows = await db.factCheckReply.findMany({ where, include: { link }, orderBy: { at: "asc" } });
  const goesOn = await readWhoGoesOn(db, rows, now);
  const judged = rows.map(({ verdict, ...row }) => {
    const said = { ...row, verdict: Said.parse(verdict) };
    const standing = replyStanding(said, { sentInAt: row.link.sentInAt, goesOn: goesOn.has(row.link.participantId) });
    return { said, standing };
  });
  const before = await readBefore(
    db,
    judged.filter(({ standing }) => standing === "unsent").map(({ said }) => said),
  );
  const counted = judged.flatMap(({ said, standing }): CountedReply[] => {
    if (standing !== "unsent") return [{ ...said, standing }];
    const sent = before.get(said.id);
    return sent ? [{ ...said, ...sent, standing: goesOn.has(said.link.participantId) ? "with-her" : "sent" }] : [];
  });
  const inOrder = counted.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  return [...new Map(inOrder.map((reply) => [`${reply.link.participantId} ${reply.answerId}`, reply])).values()];
}

type Row = Pick<CountedReply, "id" | "answerId" | "answerVersion" | "at" | "link">;

/** The participants who can still go on: with the link that they said something with, or with another that they have. */
async function readWhoGoesOn(db: Db, rows: readonly Row[], now: Date): Promise<Set<string>> {
  const open = rows.filter(({ link }) => isLinkOpen(link, now)).map(({ link }) => link.participantId);
  const unsure = rows.filter(({ at, link }) => !open.includes(link.participantId) && (link.sentInAt === null || at > link.sentInAt));
  if (unsure.length === 0) return new Set(open);
  const where = { participantId: { in: unsure.map(({ link }) => link.participantId) }, revokedAt: null, expiresAt: { gte: now } };
  const others = await db.factCheckLink.findMany({ where, select: { participantId: true } });
  return new Set([...open, ...others.map(({ participantId }) => participantId)]);
}

/** What was sent in of replies that were saved again since, with what became of that, by reply; of what was never sent in nothing. */
async function readBefore(db: Db, rows: readonly Row[]): Promise<Map<string, SentReply & Settlement>> {
  const sent = await readSentIn(
    db,
    rows.map(({ link }) => link),
  );
  const known = rows.flatMap((row) => {
    const reply = sent.get(row.link.id)?.replies.get(row.answerId);
    return reply ? [{ row, reply }] : [];
  });
  const settled = await readSettledSince(
    db,
    known.map(({ row, reply }) => ({ id: row.id, since: reply.at })),
  );
  return new Map(known.map(({ row, reply }) => [row.id, { ...reply, ...(settled.get(row.id) ?? unsettled) }]));
}

type Settlement = Pick<CountedReply, "settledAs" | "settledReason" | "settledAt" | "settledById">;

/** What stands beside a reply that nobody has dealt with. */
export const unsettled: Settlement = { settledAs: null, settledReason: null, settledAt: null, settledById: null };
