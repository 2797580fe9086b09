import { type Affected, type AffectedKind } from "~/domain/protocol/affected";
import type { Db } from "./db.server";
import { keepUntilChange } from "./keep-until-change.server";

/** A deviation before which a record was made. */
export interface DeviationMark {
  number: number;
  at: Date;
}

type Deviations = { number: number; at: Date; protocolNumber: number; records: ReadonlySet<string> }[];

const kept = keepUntilChange<Deviations>(10);
const keyOf = (kind: AffectedKind, id: string) => `${kind}/${id}`;

/**
 * The deviations from the protocol that a record was made before, under the older wording; of what was judged anew since then (`protocolNumber` says by which
 * version) only those that came later. Kept in memory until the next change.
 */
export async function deviationsSince(
  db: Db,
  assessmentId: string,
  record: { kind: AffectedKind; id: string; protocolNumber?: number | undefined } | null,
): Promise<DeviationMark[]> {
  if (record === null) return [];
  const all = await kept(db, assessmentId, () => load(db, assessmentId));
  return all
    .filter(({ records, protocolNumber }) => records.has(keyOf(record.kind, record.id)) && protocolNumber > (record.protocolNumber ?? 0))
    .map(({ number, at }) => ({ number, at }));
}

async function load(db: Db, assessmentId: string): Promise<Deviations> {
  const rows = await db.deviation.findMany({
    where: { assessmentId },
    select: { number: true, at: true, protocolNumber: true, affected: true },
    orderBy: { number: "asc" },
  });
  return rows.map(({ affected, ...row }) => ({
    ...row,
    records: new Set((JSON.parse(affected) as Affected[]).map(({ kind, id }) => keyOf(kind, id))), // written when the deviation was
  }));
}
