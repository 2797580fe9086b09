import { z } from "zod";
import type { Db } from "./db.server";

const Ids = z.array(z.string());

/**
 * The ids of the actors that are in the register only because others name them in a relation: nothing is filled in of them but their name,
 * no fact is recorded and no round judges them. Lists of what is assessed leave them out. Three queries.
 */
export async function listNamedOnly(db: Pick<Db, "actor" | "actorRelation" | "round">, assessmentId: string): Promise<Set<string>> {
  const bare = await db.actor.findMany({
    where: { assessmentId, archivedAt: null, kind: "{}", focus: "{}", levels: "[]", facts: { none: { archivedAt: null } } },
    select: { id: true },
  });
  if (bare.length === 0) return new Set();
  const relations = await db.actorRelation.findMany({ where: { assessmentId, archivedAt: null }, select: { fromId: true, toId: true } });
  const rounds = await db.round.findMany({ where: { assessmentId, subjectKind: "actor" }, select: { subjects: true } });
  const named = new Set(relations.flatMap(({ fromId, toId }) => [fromId, toId]));
  const judged = new Set(rounds.flatMap(({ subjects }) => Ids.parse(JSON.parse(subjects))));
  return new Set(bare.map(({ id }) => id).filter((id) => named.has(id) && !judged.has(id)));
}
