import type { z } from "zod";
import type { Db } from "./db.server";
import { BlockBody, LinkBody, TranslationBody } from "./kept-bodies";

/** A block as a version kept it, with its statement. */
export type BlockAt = z.output<typeof BlockBody>;
/** A link as a version kept it. */
export type LinkAt = z.output<typeof LinkBody>;
/** A translation of a block as a version kept it; `id` is its own. */
export type TranslationAt = z.output<typeof TranslationBody> & { id: string };

/** A section as it was after one of its changes: what was not archived then, blocks by their place. */
export interface SectionAt {
  number: number;
  blocks: BlockAt[];
  links: LinkAt[];
  translations: TranslationAt[];
}

interface Kept {
  kind: string;
  recordId: string;
  recordVersion: number;
}

const atOnce = 200;

/** What records held at some of their versions, by `kind recordId version`. */
async function readKept(db: Db, records: readonly Kept[]): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  for (let at = 0; at < records.length; at += atOnce) {
    const rows = await db.version.findMany({
      where: { OR: records.slice(at, at + atOnce).map(({ kind, recordId, recordVersion: number }) => ({ kind, recordId, number })) },
      select: { kind: true, recordId: true, number: true, body: true },
    });
    for (const { kind, recordId, number, body } of rows) found.set(`${kind} ${recordId} ${number}`, JSON.parse(body) as unknown);
  }
  return found;
}

/** A section as it was after change `number`, from the versions that its records had by then. */
export async function readSectionAt(db: Db, sectionId: string, number: number): Promise<SectionAt> {
  const newest = await db.sectionChange.groupBy({
    by: ["kind", "recordId"],
    where: { sectionId, number: { lte: number } },
    _max: { recordVersion: true },
  });
  const records = newest.map(({ kind, recordId, _max }) => ({ kind, recordId, recordVersion: _max.recordVersion ?? 0 }));
  const kept = await readKept(db, records);
  const of = <Body>(kind: string, shape: z.ZodType<Body>) =>
    records.flatMap((record) => {
      const body = kept.get(`${kind} ${record.recordId} ${record.recordVersion}`);
      return record.kind === kind && body !== undefined ? [{ ...shape.parse(body), id: record.recordId }] : [];
    });
  const blocks = of("block", BlockBody).filter(({ archivedAt }) => archivedAt === null);
  const ids = new Set(blocks.map(({ id }) => id));
  return {
    number,
    blocks: blocks.toSorted((one, other) => (one.sort < other.sort || (one.sort === other.sort && one.id < other.id) ? -1 : 1)),
    links: of("link", LinkBody).filter(({ archivedAt, fromBlockId }) => archivedAt === null && ids.has(fromBlockId)),
    translations: of("translation", TranslationBody).filter(({ recordId, field }) => ids.has(recordId) && field === "document"),
  };
}

/** What one change of a section did to a record. */
export interface SectionStep {
  number: number;
  at: Date;
  byId: string;
  act: "added" | "wrote" | "moved" | "removed" | "weighed" | "linked" | "unlinked" | "translated";
  /** The code of the statement, also of one that is shown again; "" for running text and for what is shown from the records. */
  code: string;
  /** Says whether the block is a table or picture from the records. */
  isData: boolean;
  recordId: string;
}

/** So many changes stand on one page of the list. */
export const stepsPerPage = 100;

/** The changes of a section before one of them, newest first; read by their numbers, so that the oldest page costs what the first does. */
export async function listSectionSteps(db: Db, sectionId: string, before: number): Promise<SectionStep[]> {
  const rows = await db.sectionChange.findMany({
    where: { sectionId, number: { lt: before, gte: before - stepsPerPage } },
    orderBy: [{ number: "desc" }, { kind: "asc" }, { recordId: "asc" }],
  });
  const kept = await readKept(
    db,
    rows.flatMap((row) => [row, { ...row, recordVersion: row.recordVersion - 1 }]),
  );
  const steps = rows.map(({ number, at, byId, kind, recordId, recordVersion }) => {
    const before = kept.get(`${kind} ${recordId} ${recordVersion - 1}`);
    return { number, at, byId, recordId, ...touchedBy(kind, recordId, before, kept.get(`${kind} ${recordId} ${recordVersion}`)) };
  });
  const codes = await codesOf(
    db,
    steps.map(({ blockId }) => blockId),
    steps.flatMap(({ repeats }) => repeats ?? []),
  );
  return steps.map(({ blockId, repeats, ...step }) => ({ ...step, code: codes.get(repeats ?? blockId) ?? "" }));
}

/** What a change did to which block, by the record that it wrote as that was before and is since. */
function touchedBy(
  kind: string,
  recordId: string,
  before: unknown,
  now: unknown,
): Pick<SectionStep, "act" | "isData"> & { blockId: string; repeats: string | null } {
  const notShown = { isData: false, repeats: null };
  if (kind === "translation") return { act: "translated", blockId: TranslationBody.parse(now).recordId, ...notShown };
  if (kind === "link") {
    const { archivedAt, fromBlockId } = LinkBody.parse(now);
    return { act: archivedAt === null ? "linked" : "unlinked", blockId: fromBlockId, ...notShown };
  }
  const block = BlockBody.parse(now);
  const act = actOf(before === undefined ? null : BlockBody.parse(before), block);
  return { act, blockId: recordId, isData: block.data !== null, repeats: block.repeats };
}

/** The codes of statements, by their ids. */
export const codesOfStatements = (db: Db, ids: readonly string[]) => codesOf(db, [], ids);

/** The codes of statements, by the block of each and by its own id. */
async function codesOf(db: Db, blockIds: readonly string[], statementIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.statement.findMany({
    where: { OR: [{ blockId: { in: [...new Set(blockIds)] } }, { id: { in: [...new Set(statementIds)] } }] },
    select: { id: true, blockId: true, code: true },
  });
  return new Map(rows.flatMap(({ id, blockId, code }) => [[blockId, code] as const, [id, code] as const]));
}

function actOf(was: BlockAt | null, block: BlockAt): SectionStep["act"] {
  if (was === null) return "added";
  if (block.archivedAt !== null) return "removed";
  if (was.archivedAt !== null) return "added";
  if (was.document !== block.document) return "wrote";
  return was.sort === block.sort ? "weighed" : "moved";
}
