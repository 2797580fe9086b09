import { personOf, requireMay } from "~/platform/acting.server";
import { protocolVersion } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { peopleColumns, readAdders, sightOf } from "~/platform/interviewees.server";
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

/** An interviewee whom this person may change: only who may see everything of her. */
export async function findChangeable(tx: Tx, context: ChangeContext, assessmentId: string, id: string) {
  const people = { select: { interview: { select: peopleColumns } } };
  const row = await tx.interviewee.findFirst({ where: { id, assessmentId }, include: { participations: people } });
  if (!row) throw refuse("not-found");
  requireMay(context, assessmentId, "interviewee.write", "interviewee.read");
  const interviews = row.participations.map(({ interview }) => interview);
  const adderId = (await readAdders(tx, [id])).get(id);
  if (sightOf(personOf(context, assessmentId), assessmentId, interviews, adderId) !== "identity")
    throw refuse("forbidden", { permission: "identity.read", roles: ["lead"] });
  if (row.archivedAt) throw refuse("wrong-state", { state: "archived" });
  return row;
}
