import type { ChangeContext } from "./change.server";
import type { Tx } from "./db.server";
import { keepVersion } from "./versions.server";

/** Keeps what a link to check a record and its replies hold now, without the digest of its token. */
export async function keepLink(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const row = await tx.factCheckLink.findUniqueOrThrow({ where: { id }, include: { replies: { orderBy: { answerId: "asc" } } } });
  const { assessmentId, version, replies, interviewId, participantId, language, expiresAt, mailedAt, revokedAt, sentInAt, remarks } = row;
  const moments = { expiresAt, mailedAt, revokedAt, sentInAt };
  const body = {
    ...{ interviewId, participantId, language, remarks },
    ...Object.fromEntries(Object.entries(moments).map(([name, moment]) => [name, moment?.toISOString() ?? null])),
    replies: replies.map((reply) => ({
      answerId: reply.answerId,
      answerVersion: reply.answerVersion,
      at: reply.at.toISOString(),
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

/** What a link to check a record is called in the trail, `I7, P4`, and whose data its events hold. */
export async function labelOfLink(tx: Tx, { participantId }: { participantId: string }): Promise<{ label: string; about: string }> {
  const { interview, interviewee, intervieweeId } = await tx.participant.findUniqueOrThrow({
    where: { id: participantId },
    select: { intervieweeId: true, interview: { select: { code: true } }, interviewee: { select: { code: true } } },
  });
  return { label: `${interview.code}, ${interviewee.code}`, about: intervieweeId };
}
