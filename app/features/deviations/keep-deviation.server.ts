import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { keepVersion } from "~/platform/versions.server";

/** Keeps what a deviation holds now. */
export async function keepDeviation(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const {
    assessmentId,
    version,
    reason,
    effect,
    changes,
    affected,
    at: recorded,
    ...row
  } = await tx.deviation.findUniqueOrThrow({ where: { id } });
  const read = (stored: string) => JSON.parse(stored) as unknown;
  const { number, protocolNumber, approvedBy, approvedOn, byId } = row;
  const body = {
    number,
    protocolNumber,
    approvedBy,
    approvedOn,
    byId,
    at: recorded.toISOString(),
    reason: read(reason),
    effect: read(effect),
    changes: read(changes),
    affected: read(affected),
  };
  await keepVersion(tx, { assessmentId, kind: "deviation", recordId: id, number: version, body, by, at });
}
