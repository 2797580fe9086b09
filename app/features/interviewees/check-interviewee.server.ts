import { protocolVersion } from "~/platform/assessment.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";

/** Refuses a kind of interviewee that the protocol in force does not have. */
export async function requireKind(tx: Tx, assessmentId: string, kind: string): Promise<void> {
  const { protocolNumber } = await tx.assessment.findUniqueOrThrow({ where: { id: assessmentId }, select: { protocolNumber: true } });
  const protocol = await protocolVersion(assessmentId, protocolNumber);
  if (!protocol.guide?.intervieweeKinds.some(({ id }) => id === kind)) throw refuse("invalid", { field: "kind" });
}

/** Refuses an actor that is not of this assessment; null is none. */
export async function requireActors(tx: Tx, assessmentId: string, ids: readonly (string | null)[]): Promise<void> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
  if (wanted.length === 0) return;
  const found = await tx.actor.count({ where: { assessmentId, id: { in: wanted } } });
  if (found !== wanted.length) throw refuse("invalid", { field: "actorId" });
}

/** An interviewee who can be changed at the version that the form was read at. */
export async function findChangeable(tx: Tx, assessmentId: string, id: string) {
  const row = await tx.interviewee.findFirst({ where: { id, assessmentId } });
  if (!row) throw refuse("not-found");
  if (row.archivedAt) throw refuse("wrong-state", { state: "archived" });
  return row;
}
