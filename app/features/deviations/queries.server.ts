import { z } from "zod";
import type { LocalText } from "~/domain/local-text";
import { type Affected, countAffected } from "~/domain/protocol/affected";
import type { ProtocolChange } from "~/domain/protocol/protocol-changes";
import type { Db } from "~/platform/db.server";
import { namesOfUsers } from "~/platform/names-of-users.server";
import { refuse } from "~/platform/refusal.server";

const text = (stored: string) => JSON.parse(stored) as LocalText; // was read by LocalText when it was kept

const columns = {
  id: true,
  number: true,
  protocolNumber: true,
  reason: true,
  effect: true,
  approvedBy: true,
  approvedOn: true,
  changes: true,
  affected: true,
  at: true,
  byId: true,
  version: true,
} as const;

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function rowsOf(db: Db, where: { assessmentId: string; number?: number }) {
  return db.deviation.findMany({ where, select: columns, orderBy: { number: "asc" } });
}

function shownRow({ reason, effect, changes, affected, byId, ...row }: Row, names: ReadonlyMap<string, string>) {
  return {
    ...row,
    reason: text(reason),
    effect: text(effect),
    changes: JSON.parse(changes) as ProtocolChange[], // written by deviateProtocol alone
    affected: JSON.parse(affected) as Affected[], // likewise
    by: names.get(byId) ?? null,
  };
}

/** A deviation with what changed and what it concerns. */
export type ShownDeviation = ReturnType<typeof shownRow>;

/** The deviations of an assessment in their order, each with how many records it concerns. */
export async function listDeviations(db: Db, assessmentId: string) {
  const rows = await rowsOf(db, { assessmentId });
  const names = await namesOfUsers(
    db,
    rows.map(({ byId }) => byId),
  );
  return rows.map((row) => {
    const { affected, ...shown } = shownRow(row, names);
    return { ...shown, counts: countAffected(affected) };
  });
}

/** One deviation with every record that it concerns. Refuses a number that is not there. */
export async function findDeviation(db: Db, assessmentId: string, asked: string | undefined): Promise<ShownDeviation> {
  const number = z
    .string()
    .regex(/^[1-9]\d{0,5}$/u)
    .safeParse(asked);
  const [row] = number.success ? await rowsOf(db, { assessmentId, number: Number(number.data) }) : [];
  if (!row) throw refuse("not-found");
  return shownRow(row, await namesOfUsers(db, [row.byId]));
}

/** How many deviations there are. */
export function countDeviations(db: Db, assessmentId: string): Promise<number> {
  return db.deviation.count({ where: { assessmentId } });
}
