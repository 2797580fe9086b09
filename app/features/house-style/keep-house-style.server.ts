import { StyleMapping } from "~/domain/house-style/slots";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { keepVersion } from "~/platform/versions.server";

/** Names a house style at the version it was read at. */
export interface NamedHouseStyle {
  assessmentId: string;
  version: number;
}

/** The house style in use, at the version that was read; refuses where there is none, or it was changed since. */
export async function findChangeableHouseStyle(tx: Tx, { assessmentId, version }: NamedHouseStyle) {
  const row = await tx.houseStyle.findFirst({ where: { assessmentId, archivedAt: null }, orderBy: { number: "desc" } });
  if (!row) throw refuse("not-found");
  if (row.version !== version) throw refuse("conflict", { version: row.version });
  return { ...row, mapping: StyleMapping.parse(JSON.parse(row.mapping)) };
}

/** Keeps what the row of a house style holds now. */
export async function keepHouseStyle(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const row = await tx.houseStyle.findUniqueOrThrow({ where: { id } });
  const { assessmentId, number, fileName, sha256, bytes, mapping, archivedAt, version } = row;
  const kept: unknown = JSON.parse(mapping);
  const body = { number, fileName, sha256, bytes, mapping: kept, archivedAt: archivedAt?.toISOString() ?? null };
  await keepVersion(tx, { assessmentId, kind: "house-style", recordId: id, number: version, body, by, at });
}
