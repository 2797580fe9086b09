import type { ChangeContext } from "./change.server";
import type { Tx } from "./db.server";
import { keepVersion } from "./versions.server";

/** Keeps what a link holds now. */
export async function keepLink(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const row = await tx.link.findUniqueOrThrow({ where: { id }, omit: { byId: true, at: true } });
  const { assessmentId, version, archivedAt, ...fields } = row;
  const body = { ...fields, archivedAt: archivedAt?.toISOString() ?? null };
  await keepVersion(tx, { assessmentId, kind: "link", recordId: id, number: version, body, by, at });
}
