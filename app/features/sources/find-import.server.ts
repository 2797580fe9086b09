import { ImportState } from "~/domain/moves/source-import";
import { requireMay } from "~/platform/acting.server";
import type { ChangeContext } from "~/platform/change.server";
import type { Db, Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { keepVersion } from "~/platform/versions.server";

/** Names an import at the version it was read at. */
export interface NamedImport {
  assessmentId: string;
  id: string;
  version: number;
}

/** An import that is to be changed: of this assessment, by who may, with whether it has begun to be taken over. */
export async function findImportToChange(tx: Tx, context: ChangeContext, { assessmentId, id }: NamedImport) {
  requireMay(context, assessmentId, "source.write", "source.read");
  const row = await tx.sourceImport.findFirst({ where: { id, assessmentId } });
  if (!row) throw refuse("not-found");
  return { ...row, state: ImportState.parse(row.state), begun: await hasBegun(tx, id) };
}

/** Whether anything of an import was taken over already. */
export async function hasBegun(db: Db, importId: string): Promise<boolean> {
  return (await db.source.findFirst({ where: { importId }, select: { id: true } })) !== null;
}

/** Writes an import at its next version and keeps that; refuses one that somebody else has changed since it was read. */
export async function saveImport(
  tx: Tx,
  context: ChangeContext,
  { id, assessmentId, version }: NamedImport,
  set: { state?: ImportState; duplicates?: number; added?: number; importedAt?: Date },
): Promise<number> {
  const { count } = await tx.sourceImport.updateMany({ where: { id, version }, data: { ...set, version: version + 1 } });
  if (count === 0) throw refuse("conflict");
  const { number, state, fileName, sha256, format, channel, foundIn, searchedOn, query, identified, duplicates, added } =
    await tx.sourceImport.findUniqueOrThrow({ where: { id } });
  const body = { number, state, fileName, sha256, format, channel, foundIn, searchedOn, query, identified, duplicates, added };
  await keepVersion(tx, { assessmentId, kind: "source-import", recordId: id, number: version + 1, body, by: context.by, at: context.at });
  return version + 1;
}
