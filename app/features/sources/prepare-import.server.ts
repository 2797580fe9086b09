import type { Channel } from "~/domain/sources/channels";
import type { ComparedRecord } from "~/domain/sources/compare-records";
import type { ReferenceFormat } from "~/domain/sources/reference-formats";
import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { nextNumber } from "~/platform/codes.server";
import { db, type Db, type Tx } from "~/platform/db.server";
import { storeFile } from "~/platform/files.server";
import { newId } from "~/platform/ids.server";
import { insertRows } from "~/platform/insert-rows.server";
import { readReferences } from "~/platform/reference-work.server";
import { nextTurn } from "~/platform/queue.server";
import { refuse } from "~/platform/refusal.server";
import { keepVersion } from "~/platform/versions.server";
import { Bibliography } from "./stored";

/** A file of references with where it was found; `field` is where a problem with it is told. */
export interface PrepareImport {
  assessmentId: string;
  file: { name: string; bytes: Uint8Array; field: "file" | "text" };
  /** null = to be found out. */
  format: ReferenceFormat | null;
  channel: Channel;
  foundIn: string;
  searchedOn: string | null;
  query: string;
}

/**
 * Reads a file of references and keeps it as a draft with what each record turns out to be; nothing becomes a source yet. Refuses a file that holds no
 * references or too many. Reading and comparing is done in the thread for it.
 */
export async function prepareImport(context: ChangeContext, input: PrepareImport): Promise<{ id: string; number: number }> {
  const { assessmentId, file } = input;
  requireMay(context, assessmentId, "source.write", "source.read");
  const read = await readReferences(file.bytes, input.format, await listKnownSources(db, assessmentId));
  if (!read.ok) throw refuse("invalid", { field: file.field, problem: `references-${read.problem}` });
  const { sha256 } = await storeFile(file.bytes);
  return change({ ...context, chain: assessmentId }, async (tx) => {
    const id = newId(context.at);
    const number = await nextNumber(tx, assessmentId, "source-import");
    const { channel, foundIn, searchedOn, query } = input;
    const identified = read.records.length;
    const facts = { fileName: file.name, sha256, format: read.format, channel, foundIn, searchedOn, query, identified };
    const row = { id, assessmentId, number, state: "draft", ...facts, duplicates: 0, added: 0, version: 1 };
    await tx.sourceImport.createMany({ data: [{ ...row, createdAt: context.at, byId: context.by.id }] });
    await keepRecords(tx, { assessmentId, importId: id, at: context.at }, read.records);
    const body = { number, state: "draft", ...facts, duplicates: 0, added: 0 };
    await keepVersion(tx, { assessmentId, kind: "source-import", recordId: id, number: 1, body, by: context.by, at: context.at });
    const told = { fileName: file.name, format: read.format, channel, foundIn, identified };
    const subject = { type: "source-import", id, version: 1 } as const;
    return { result: { id, number }, event: { action: "source.prepare-import", subject, label: String(number), change: told } };
  });
}

/** The sources of an assessment as far as records are compared with them. */
async function listKnownSources(reader: Db, assessmentId: string) {
  const rows = await reader.source.findMany({
    where: { assessmentId, archivedAt: null },
    orderBy: { number: "asc" },
    select: { id: true, title: true, issued: true, bibliography: true },
  });
  return rows.map(({ bibliography, ...row }) => ({ ...row, doi: Bibliography.parse(JSON.parse(bibliography))["doi"] ?? null }));
}

/** How many rows are written without letting others have their turn. */
const atOnce = 50;

async function keepRecords(
  tx: Tx,
  { importId, assessmentId, at }: { importId: string; assessmentId: string; at: Date },
  records: readonly ComparedRecord[],
): Promise<void> {
  for (let from = 0; from < records.length; from += atOnce) {
    const rows = records.slice(from, from + atOnce).map(({ place, line, source, problems, outcome, likeId, likePlace, decision }) => ({
      id: newId(at),
      assessmentId,
      importId,
      place,
      line,
      fields: source === null ? "" : JSON.stringify(source),
      title: source?.title ?? "",
      problems: JSON.stringify(problems),
      outcome,
      likeId,
      likePlace,
      decision,
    }));
    await insertRows(tx, "SourceImportRecord", rows);
    await nextTurn();
  }
}
