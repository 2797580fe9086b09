import type { AuditEvent } from "~/domain/audit";
import { importMoveNow } from "~/domain/moves/source-import";
import { channels } from "~/domain/sources/channels";
import { unknownLanguage } from "~/domain/sources/csl-languages";
import { foldedKey } from "~/domain/sources/duplicates";
import { ReadSource } from "~/domain/sources/read-source";
import { asEvents, change, type ChangeContext, type Outcome } from "~/platform/change.server";
import { nextNumbers } from "~/platform/codes.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { insertRows } from "~/platform/insert-rows.server";
import { nextTurn } from "~/platform/queue.server";
import { refuse } from "~/platform/refusal.server";
import { enrichSource } from "./enrich-source.server";
import { findImportToChange, saveImport, type NamedImport } from "./find-import.server";
import { keepNewSources } from "./keep-source.server";
import { rowOfSource } from "./source-row.server";

/** How many sources one change adds: few enough that nobody waits for long. */
const atOnce = 100;

type Import = Awaited<ReturnType<typeof findImportToChange>>;

/**
 * Takes the records of an import over as decided, some in each change, and closes it. Killed half way it goes on where it stopped, and asked twice it adds
 * nothing twice. Refuses while a record is undecided. What names no language is kept as of an unknown one.
 */
export async function takeImport(context: ChangeContext, input: NamedImport): Promise<void> {
  for (let done = false; !done;) {
    done = await change({ ...context, chain: input.assessmentId }, async (tx) => {
      const found = await findImportToChange(tx, context, input);
      const move = importMoveNow(found.state, found.begun, "take");
      if (!move) throw refuse("wrong-state", { state: found.state });
      if (found.version !== input.version) throw refuse("conflict", { version: found.version });
      if (!found.begun) await requireDecided(tx, found.id);
      return (await addSome(tx, context, found)) ?? (await enrichSome(tx, context, found)) ?? finish(tx, context, found, move.to);
    });
  }
}

async function requireDecided(tx: Tx, importId: string): Promise<void> {
  const open = await tx.sourceImportRecord.findFirst({ where: { importId, decision: null }, select: { place: true } });
  if (open) throw refuse("invalid", { field: "decision", problem: "undecided" });
}

/** Adds the next records that are to be added; null when none is left. Places are added in their order, so the last one added says where to go on. */
async function addSome(tx: Tx, context: ChangeContext, found: Import): Promise<Outcome<boolean> | null> {
  const { id: importId } = found;
  const { _max: last } = await tx.source.aggregate({ where: { importId }, _max: { importPlace: true } });
  for (let after = last.importPlace ?? 0; ;) {
    const records = await listToAdd(tx, importId, { gt: after });
    if (records.length === 0) return null;
    after = records.at(-1)?.place ?? after;
    const doubles = await findDoubles(tx, found.assessmentId, records);
    const fresh = records.filter(({ place }) => !doubles.has(place));
    if (fresh.length > 0) return { result: false, event: asEvents(await addAll(tx, context, found, fresh)) };
  }
}

interface Record {
  place: number;
  outcome: string;
  source: ReadSource;
}

async function listToAdd(tx: Tx, importId: string, place: { gt: number } | { in: number[] }): Promise<Record[]> {
  const records = await tx.sourceImportRecord.findMany({
    where: { importId, decision: "add", place },
    orderBy: { place: "asc" },
    take: atOnce,
    select: { place: true, outcome: true, fields: true },
  });
  return records.map(({ place, outcome, fields }) => ({ place, outcome, source: ReadSource.parse(JSON.parse(fields)) }));
}

/** Records that were new when the file was read and have meanwhile come in by another way, by place, each with the source that it is. */
async function findDoubles(tx: Tx, assessmentId: string, records: readonly Record[]): Promise<Map<number, string>> {
  const dois = records.flatMap(({ source }) => (source.bibliography.doi ? [foldedKey(source.bibliography.doi)] : []));
  const titles = records.map(({ source }) => foldedKey(source.title));
  const there = await tx.source.findMany({
    where: { assessmentId, archivedAt: null, OR: [{ doiFolded: { in: dois } }, { titleFolded: { in: titles } }] },
    select: { id: true, doiFolded: true, titleFolded: true, issued: true },
  });
  const same = (one: (typeof there)[number], { bibliography, title, issued }: ReadSource) =>
    bibliography.doi
      ? one.doiFolded === foldedKey(bibliography.doi)
      : one.titleFolded === foldedKey(title) && issued !== null && one.issued?.slice(0, 4) === issued.slice(0, 4);
  const found = records.flatMap(({ place, outcome, source }) => {
    const like = outcome === "new" ? there.find((one) => same(one, source)) : undefined;
    return like ? [[place, like.id] as const] : [];
  });
  return new Map(found);
}

async function addAll(tx: Tx, context: ChangeContext, found: Import, records: readonly Record[]): Promise<AuditEvent[]> {
  const { assessmentId } = found;
  const next = await nextNumbers(tx, assessmentId, "source", records.length);
  const channel = channels.find((one) => one === found.channel) ?? null;
  const rows = records.map(({ place, source }, at) => {
    const number = next - records.length + at;
    const filled = {
      ...source,
      language: source.language ?? unknownLanguage,
      origin: null,
      reading: "unread",
      appraisal: "",
      channel,
    } as const;
    return {
      id: newId(context.at),
      assessmentId,
      number,
      code: `S${String(number).padStart(2, "0")}`,
      ...rowOfSource(filled),
      importId: found.id,
      importPlace: place,
      archivedAt: null,
      createdAt: context.at,
      version: 1,
    };
  });
  await insertRows(tx, "Source", rows);
  await nextTurn();
  await keepNewSources(tx, context, rows);
  return rows.map(({ id, code, title, type }) => ({
    action: "source.add",
    subject: { type: "source", id, version: 1 },
    label: code,
    change: { title, type, import: String(found.number) },
  }));
}

/** Gives the next sources what they lack; null when none is left that lacks anything. */
async function enrichSome(tx: Tx, context: ChangeContext, { id: importId, assessmentId }: Import): Promise<Outcome<boolean> | null> {
  const records = await tx.sourceImportRecord.findMany({
    where: { importId, decision: "enrich", sourceId: null, likeId: { not: null } },
    orderBy: { place: "asc" },
    select: { id: true, likeId: true, fields: true },
  });
  const seen: typeof records = [];
  const events: AuditEvent[] = [];
  for (const record of records) {
    if (events.length >= atOnce) break;
    const from = ReadSource.parse(JSON.parse(record.fields));
    const told = await enrichSource(tx, context, { assessmentId, id: record.likeId ?? "", from });
    seen.push(record);
    if (told !== null) events.push(told);
  }
  if (events.length === 0) return null;
  for (const { id, likeId } of seen) await tx.sourceImportRecord.updateMany({ where: { id }, data: { sourceId: likeId } });
  return { result: false, event: asEvents(events) };
}

/** Closes the import with what became of its records. */
async function finish(tx: Tx, context: ChangeContext, found: Import, state: Import["state"]): Promise<Outcome<boolean>> {
  const { id: importId, assessmentId } = found;
  await markDoubles(tx, assessmentId, importId);
  const counted = await tx.sourceImportRecord.groupBy({ by: ["decision"], where: { importId }, _count: { _all: true } });
  const of = (decision: string) => counted.find((row) => row.decision === decision)?._count._all ?? 0;
  const told = { added: of("add"), enriched: of("enrich"), duplicates: of("same"), skipped: of("skip") };
  const counts = { added: told.added, duplicates: told.duplicates + told.enriched };
  const version = await saveImport(tx, context, found, { state, ...counts, importedAt: context.at });
  const subject = { type: "source-import", id: importId, version } as const;
  return { result: true, event: { action: "source.take-import", subject, label: String(found.number), change: told } };
}

/** What was to be added and was there already counts as the same. */
async function markDoubles(tx: Tx, assessmentId: string, importId: string): Promise<void> {
  const added = await tx.source.findMany({ where: { importId }, select: { importPlace: true } });
  const places = new Set(added.map(({ importPlace }) => importPlace));
  const records = await tx.sourceImportRecord.findMany({ where: { importId, decision: "add" }, select: { place: true } });
  const left = records.map(({ place }) => place).filter((place) => !places.has(place));
  for (let from = 0; from < left.length; from += atOnce) {
    const doubles = await findDoubles(tx, assessmentId, await listToAdd(tx, importId, { in: left.slice(from, from + atOnce) }));
    for (const [place, likeId] of doubles)
      await tx.sourceImportRecord.updateMany({ where: { importId, place }, data: { outcome: "same", decision: "same", likeId } });
  }
}
