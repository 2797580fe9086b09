import { z } from "zod";
import { type Verdict, verdicts } from "~/domain/fact-check/status";
import type { Db } from "./db.server";

/** A reply as it was sent in; the version of the answer that was judged where that is known. */
export interface SentReply {
  verdict: Verdict;
  text: string;
  remark: string;
  recordDigest: string;
  answerVersion?: number;
  at: Date;
}

/** What a link held when it was last sent in: what was said beside the answers, and the replies by answer. */
export interface SentIn {
  remarks: string;
  replies: ReadonlyMap<string, SentReply>;
}

const Body = z.looseObject({
  sentInAt: z.string().nullable(),
  remarks: z.string(),
  replies: z.array(
    z.object({
      answerId: z.string(),
      verdict: z.enum(verdicts),
      text: z.string(),
      remark: z.string(),
      recordDigest: z.string(),
      answerVersion: z.number().optional(),
      at: z.string().optional(),
    }),
  ),
});

/** What links to check a record held when they were last sent in, by link, from the versions that sending in kept. One query, none where none was sent in. */
export async function readSentIn(db: Db, links: readonly { id: string; sentInAt: Date | null }[]): Promise<Map<string, SentIn>> {
  const moments = new Map(links.flatMap(({ id, sentInAt }) => (sentInAt ? [[id, sentInAt] as const] : [])));
  if (moments.size === 0) return new Map();
  const rows = await db.version.findMany({
    where: { kind: "fact-check", OR: [...moments].map(([recordId, at]) => ({ recordId, at })) },
    select: { recordId: true, body: true },
    orderBy: { number: "desc" },
  });
  return new Map(
    rows.flatMap(({ recordId, body }) => {
      const kept = Body.parse(JSON.parse(body));
      const sentInAt = moments.get(recordId);
      if (!sentInAt || kept.sentInAt !== sentInAt.toISOString()) return [];
      const replies = kept.replies.map(({ answerId, at, answerVersion, ...reply }) => {
        const said = { ...reply, at: at === undefined ? sentInAt : new Date(at) };
        return [answerId, answerVersion === undefined ? said : { ...said, answerVersion }] as const;
      });
      return [[recordId, { remarks: kept.remarks, replies: new Map<string, SentReply>(replies) }] as const];
    }),
  );
}

/** How a correction was dealt with. */
export interface SettledSince {
  settledAs: string | null;
  settledReason: string | null;
  settledAt: Date;
  settledById: string;
}

const Settled = z.looseObject({ settledAs: z.string().nullable(), settledReason: z.string().nullable() });

/** How each of these replies was last dealt with since a moment, by reply. One query, none where none is asked for. */
export async function readSettledSince(db: Db, replies: readonly { id: string; since: Date }[]): Promise<Map<string, SettledSince>> {
  if (replies.length === 0) return new Map();
  const rows = await db.version.findMany({
    where: { kind: "fact-check-reply", recordId: { in: replies.map(({ id }) => id) } },
    select: { recordId: true, body: true, at: true, byId: true },
    orderBy: { number: "asc" },
  });
  const later = rows.filter(({ recordId, at }) => replies.some(({ id, since }) => id === recordId && at >= since));
  return new Map(
    later.map(({ recordId, body, at, byId }) => {
      const { settledAs, settledReason } = Settled.parse(JSON.parse(body));
      return [recordId, { settledAs, settledReason, settledAt: at, settledById: byId }] as const;
    }),
  );
}
