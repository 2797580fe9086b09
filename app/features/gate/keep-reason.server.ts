import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { keepVersion } from "~/platform/versions.server";

type Row = Awaited<ReturnType<Tx["gateReason"]["findUniqueOrThrow"]>>;

/** Keeps what a reason holds now. */
export async function keepReason(tx: Tx, { by, at }: ChangeContext, row: Row): Promise<void> {
  const { id, assessmentId, version, archivedAt, byId: _by, at: _at, ...fields } = row;
  const body = { ...fields, archivedAt: archivedAt?.toISOString() ?? null };
  await keepVersion(tx, { assessmentId, kind: "gate-reason", recordId: id, number: version, body, by, at });
}
