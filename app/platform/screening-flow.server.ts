import type { Protocol } from "~/domain/protocol/schema";
import { prismaFlow, type PrismaFlow } from "~/domain/screening/flow";
import type { Db } from "./db.server";
import { listDecisions } from "./screening.server";

/** The numbers that were given by hand, as they stand. */
export interface HandCount {
  kind: string;
  count: number;
  note: string;
  version: number;
}

/** The flow of publications with the numbers by hand that went into it; `isRecorded` = something was decided or counted. */
export interface ReadFlow {
  flow: PrismaFlow;
  counts: HandCount[];
  isRecorded: boolean;
}

/**
 * The flow of publications of a study as every reader may see it: what is blind counts as undecided. `null` where the protocol asks for no
 * screening. Five queries, however many publications there are.
 */
export async function readFlow(db: Db, assessmentId: string, protocol: Protocol): Promise<ReadFlow | null> {
  const { screening } = protocol;
  if (!screening) return null;
  const where = { assessmentId };
  const [sources, imports, counts, decisions] = await Promise.all([
    db.source.findMany({
      where,
      orderBy: { number: "asc" },
      select: { id: true, code: true, channel: true, importId: true, archivedAt: true },
    }),
    db.sourceImport.findMany({
      where: { ...where, importedAt: { not: null } },
      select: { channel: true, identified: true, duplicates: true, added: true },
    }),
    db.screeningCount.findMany({ where, select: { kind: true, count: true, note: true, version: true }, orderBy: { kind: "asc" } }),
    listDecisions(db, assessmentId, null),
  ]);
  const flow = prismaFlow({
    sources: sources.map(({ id, code, channel, importId, archivedAt }) => ({
      ...{ code, channel, isImported: importId !== null, isArchived: archivedAt !== null },
      decisions: decisions.get(id) ?? [],
    })),
    imports,
    counts: new Map(counts.map(({ kind, count }) => [kind, count])),
    screeners: screening.screeners,
    reasons: screening.exclusionReasons,
  });
  return { flow, counts, isRecorded: decisions.size > 0 || counts.some(({ count }) => count > 0) };
}
