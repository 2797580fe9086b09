import { groupBy } from "~/domain/evidence/graph";
import type { EvidenceKind } from "~/domain/evidence/kinds";
import type { Db } from "./db.server";

/** The codes of the statements that stand on these pieces of evidence of one kind, by piece and in order; of removed blocks none. */
export async function listCitedIn(db: Db, kind: EvidenceKind, ids: readonly string[]): Promise<Map<string, string[]>> {
  const links = await db.link.findMany({
    where: { toKind: kind, toId: { in: [...ids] }, archivedAt: null },
    select: { toId: true, fromBlockId: true },
  });
  const statements = await db.statement.findMany({
    where: { blockId: { in: [...new Set(links.map(({ fromBlockId }) => fromBlockId))] }, block: { archivedAt: null } },
    select: { blockId: true, code: true },
    orderBy: { code: "asc" },
  });
  const cited = groupBy(links, ({ toId }) => toId);
  return new Map(
    [...cited].map(([id, from]) => {
      const blocks = new Set(from.map(({ fromBlockId }) => fromBlockId));
      return [id, [...new Set(statements.filter(({ blockId }) => blocks.has(blockId)).map(({ code }) => code))]];
    }),
  );
}
