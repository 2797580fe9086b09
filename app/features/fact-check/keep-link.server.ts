import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { keepVersion } from "~/platform/versions.server";

/** Keeps what a link and its replies hold now, without the digest of its token. */
export async function keepLink(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const row = await tx.factCheckLink.findUniqueOrThrow({ where: { id }, include: { replies: { orderBy: { answerId: "asc" } } } });
  const { assessmentId, version, replies, interviewId, participantId, language, expiresAt, mailedAt, revokedAt, sentInAt, remarks } = row;
  const moments = { expiresAt, mailedAt, revokedAt, sentInAt };
  const body = {
    ...{ interviewId, participantId, language, remarks },
    ...Object.fromEntries(Object.entries(moments).map(([name, moment]) => [name, moment?.toISOString() ?? null])),
    replies: replies.map((reply) => ({
      answerId: reply.answerId,
      recordDigest: reply.recordDigest,
      verdict: reply.verdict,
      text: reply.text,
      remark: reply.remark,
      language: reply.language,
      settledAs: reply.settledAs,
      settledReason: reply.settledReason,
    })),
  };
  await keepVersion(tx, { assessmentId, kind: "fact-check", recordId: id, number: version, body, by, at });
}
