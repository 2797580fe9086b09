import { z } from "zod";
import { lacksSource } from "~/domain/actors/fact";
import type { ShownNetwork } from "~/domain/actors/network-picture";
import { RelationKind } from "~/domain/actors/relation";
import { compareCodes } from "~/domain/evidence/codes";
import type { Db } from "~/platform/db.server";

const Names = z.array(z.string());

/** The relations of a study as a picture, all or of one kind; null where there are none. Two queries. */
export async function readNetwork(db: Db, assessmentId: string, kind: string): Promise<({ kind: "network" } & ShownNetwork) | null> {
  const known = RelationKind.safeParse(kind);
  const rows = await db.actorRelation.findMany({
    where: { assessmentId, archivedAt: null, ...(known.success && { kind: known.data }) },
    orderBy: { id: "asc" },
  });
  if (rows.length === 0) return null;
  const actors = await db.actor.findMany({
    where: { id: { in: rows.flatMap(({ fromId, toId }) => [fromId, toId]) } },
    select: { id: true, code: true, name: true },
  });
  const codes = new Map(actors.map(({ id, code }) => [id, code]));
  const relations = rows.map((row) => ({
    ...{ from: codes.get(row.fromId) ?? "", to: codes.get(row.toId) ?? "", kind: RelationKind.parse(row.kind) },
    countries: Names.parse(JSON.parse(row.countries)).length,
    unsourced: lacksSource(row),
  }));
  return {
    kind: "network",
    actors: actors.map(({ code, name }) => ({ code, name })).toSorted((one, other) => compareCodes(one.code, other.code)),
    relations: relations.toSorted((one, other) => compareCodes(one.from, other.from) || compareCodes(one.to, other.to)),
  };
}
