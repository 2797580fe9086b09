import { groupBy } from "~/domain/evidence/graph";
import { returnedItemMove, ReturnedItemState, type ReturnedItemMove } from "~/domain/moves/returned-item";
import { ReturnedItemBody } from "~/domain/returned/item-body";
import { proposalKinds, proposalReasons } from "~/domain/returned/proposal";
import { z } from "zod";
import { requireMay } from "~/platform/acting.server";
import type { ChangeContext } from "~/platform/change.server";
import type { Db, Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { keepVersion } from "~/platform/versions.server";

/** A returned file as forms name it: its id and the version that the form was read at. */
export interface ReturnedRef {
  assessmentId: string;
  id: string;
  version: number;
}

const Kind = z.enum(proposalKinds);
const Why = z.enum(proposalReasons).nullable();
const How = z.enum(["bookmark", "text"]).nullable();

type Row = NonNullable<Awaited<ReturnType<Db["returnedItem"]["findFirst"]>>>;

/** An item of a returned file as stored, read. */
export function itemOf(row: Row) {
  return {
    ...row,
    kind: Kind.parse(row.kind),
    why: Why.parse(row.why),
    how: How.parse(row.how),
    state: ReturnedItemState.parse(row.state),
    body: ReturnedItemBody.parse(JSON.parse(row.body)),
  };
}

/** One thing that a returned file holds. */
export type FoundItem = ReturnType<typeof itemOf>;

/** A returned file in a change, for somebody who may take over from it. Refuses a stale version (409). */
export async function findReturnedToChange(tx: Tx, context: ChangeContext, { assessmentId, id, version }: ReturnedRef) {
  requireMay(context, assessmentId, "returned-file.take", "returned-file.read");
  const row = await tx.returnedFile.findFirst({ where: { id, assessmentId } });
  if (!row) throw refuse("not-found");
  if (row.version !== version) throw refuse("conflict", { version: row.version });
  return row;
}

/** A returned file as changes find it. */
export type FoundReturned = Awaited<ReturnType<typeof findReturnedToChange>>;

/** The items of these numbers, each of which can make the move now; refused otherwise (409). */
export async function findItemsToMove(tx: Tx, { id: fileId }: FoundReturned, numbers: readonly number[], move: ReturnedItemMove) {
  const rows = await tx.returnedItem.findMany({ where: { fileId, number: { in: [...numbers] } }, orderBy: { number: "asc" } });
  if (rows.length !== new Set(numbers).size) throw refuse("not-found");
  return rows.map(itemOf).map((item) => {
    const made = returnedItemMove(item, move);
    if (!made) throw refuse("wrong-state", { state: item.state });
    return { item, to: made.to };
  });
}

/** Settles items, counts the change of the file and keeps it; gives its next version. */
export async function settleItems(
  tx: Tx,
  context: ChangeContext,
  { id, version }: FoundReturned,
  items: readonly { item: FoundItem; to: ReturnedItemState }[],
): Promise<number> {
  for (const [state, own] of groupBy(items, ({ to }) => to)) {
    const where = { id: { in: own.map(({ item }) => item.id) } };
    await tx.returnedItem.updateMany({ where, data: { state, settledAt: context.at, settledById: context.by.id } });
  }
  const { count } = await tx.returnedFile.updateMany({ where: { id, version }, data: { version: version + 1 } });
  if (count === 0) throw refuse("conflict");
  await keepReturned(tx, context, id);
  return version + 1;
}

/** Keeps what is known of a returned file now: which it is, and how far each of its items is. */
export async function keepReturned(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const row = await tx.returnedFile.findUniqueOrThrow({ where: { id }, omit: { at: true } });
  const { assessmentId, version, ...fields } = row;
  const items = await tx.returnedItem.findMany({
    where: { fileId: id },
    select: { number: true, kind: true, state: true },
    orderBy: { number: "asc" },
  });
  await keepVersion(tx, { assessmentId, kind: "returned-file", recordId: id, number: version, body: { ...fields, items }, by, at });
}

/** What the events of a returned file are about. */
export const returnedSubject = (id: string, version: number) => ({ type: "returned-file", id, version }) as const;
