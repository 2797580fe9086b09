import type { ChangeContext } from "./change.server";
import type { Tx } from "./db.server";
import { keepVersion } from "./versions.server";

/** Keeps what an interviewee's row holds now. */
export async function keepInterviewee(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const { assessmentId, code, kind, organisation, role, actorId, interest, archivedAt, version } = await tx.interviewee.findUniqueOrThrow({
    where: { id },
  });
  const body = { code, kind, organisation, role, actorId, interest, archivedAt: archivedAt?.toISOString() ?? null };
  await keepVersion(tx, { assessmentId, kind: "interviewee", recordId: id, number: version, body, by, at });
}

/** Keeps the name and contact that stand apart now. */
export async function keepIdentity(tx: Tx, { by, at }: ChangeContext, intervieweeId: string): Promise<void> {
  const { assessmentId, name, contact, version } = await tx.identity.findUniqueOrThrow({ where: { intervieweeId } });
  await keepVersion(tx, { assessmentId, kind: "identity", recordId: intervieweeId, number: version, body: { name, contact }, by, at });
}
