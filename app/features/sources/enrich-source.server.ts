import { z } from "zod";
import type { AuditEvent } from "~/domain/audit";
import { channels } from "~/domain/sources/channels";
import { enriched } from "~/domain/sources/enrich";
import type { ReadSource } from "~/domain/sources/read-source";
import { readingStates, sourceTypes, titleKinds } from "~/domain/sources/source";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { keepSource } from "./keep-source.server";
import { rowOfSource } from "./source-row.server";
import { Authors, Bibliography } from "./stored";

const fields = ["authors", "issued", "bibliography", "abstract"] as const;

const Coded = z.object({
  type: z.enum(sourceTypes),
  titleKind: z.enum(titleKinds),
  reading: z.enum(readingStates),
  channel: z.enum(channels).nullable(),
});

/** Fills in what a source lacks from another record of the same work, within a change; one that is archived meanwhile stays as it is. */
export async function enrichSource(
  tx: Tx,
  context: ChangeContext,
  { assessmentId, id, from }: { assessmentId: string; id: string; from: ReadSource },
): Promise<AuditEvent | null> {
  const before = await tx.source.findFirst({ where: { id, assessmentId, archivedAt: null } });
  if (!before) return null;
  const now = {
    ...before,
    ...Coded.parse(before),
    authors: Authors.parse(JSON.parse(before.authors)),
    bibliography: Bibliography.parse(JSON.parse(before.bibliography)),
  };
  const after = rowOfSource(enriched(now, from));
  const changed = fields.filter((field) => before[field] !== after[field]);
  if (changed.length === 0) return null;
  const version = before.version + 1;
  await tx.source.updateMany({ where: { id, version: before.version }, data: { ...after, version } });
  await keepSource(tx, context, id);
  const told = Object.fromEntries(changed.map((field) => [field, { before: before[field], after: after[field] }]));
  return { action: "source.change", subject: { type: "source", id, version }, label: before.code, change: told };
}
