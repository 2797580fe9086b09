import { documentDataBlocks } from "~/domain/sections/touched";
import type { Db } from "./db.server";
import { readDocumentBelow } from "./document-below.server";
import { readDocument, type StudyDocument } from "./evidence-graph.server";
import { dataOf, type Study } from "./section-binding.server";
import { readStandings, type Standing } from "./section-standing.server";
import { listTouchedSections, listWrittenIfFew } from "./touched-sections.server";

/** How the sections of an assessment stood after one of its events. */
interface Kept {
  seq: number;
  hash: string;
  standings: ReadonlyMap<string, Standing>;
}

/** Of how many assessments it is kept, the newest asked for last. */
const atMost = 40;

const kept = new Map<string, Promise<Kept>>();

/**
 * How all sections of an assessment stand now. What was computed before is kept in memory, and only the sections that the events since then may
 * have touched are computed anew, each from what it reaches: the same as `readStandings` of the whole document gives. Those who ask at once wait
 * for one another.
 */
export async function readKeptStandings(db: Db, study: Study): Promise<ReadonlyMap<string, Standing>> {
  const { id } = study.assessment;
  const before = kept.get(id);
  const next = follow(db, study, before);
  kept.delete(id);
  kept.set(id, next);
  const oldest = kept.keys().next().value;
  if (kept.size > atMost && oldest !== undefined) kept.delete(oldest);
  next.catch(() => kept.get(id) === next && kept.delete(id));
  return (await next).standings;
}

async function follow(db: Db, study: Study, before: Promise<Kept> | undefined): Promise<Kept> {
  const known = await before?.catch(() => undefined);
  const { id } = study.assessment;
  const head = await db.chainHead.findUnique({ where: { chain: id }, select: { seq: true, hash: true } });
  const place = { seq: head?.seq ?? 0, hash: head?.hash ?? "" };
  if (known?.seq === place.seq && known.hash === place.hash) return known;
  const touched = known && (await isBefore(db, id, known, place)) ? await touchedSince(db, id, known.seq, place.seq) : null;
  if (!known || touched === null) return { ...place, standings: await readStandings(db, study, await readDocument(db, id)) };
  return { ...place, standings: await standAnew(db, study, known.standings, touched) };
}

/** Says whether what was kept is an earlier moment of the same chain. */
async function isBefore(db: Db, chain: string, known: Kept, now: { seq: number }): Promise<boolean> {
  if (known.seq > now.seq) return false;
  const event = await db.event.findUnique({ where: { chain_seq: { chain, seq: known.seq } }, select: { hash: true } });
  return event?.hash === known.hash;
}

async function touchedSince(db: Db, id: string, after: number, upTo: number): Promise<string[] | null> {
  const written = await listWrittenIfFew(db, id, after, upTo);
  return written && listTouchedSections(db, id, written);
}

/** What stands of the sections that were touched, and of the others as before. */
async function standAnew(
  db: Db,
  study: Study,
  before: ReadonlyMap<string, Standing>,
  touched: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  if (touched.length === 0) return before;
  const document = await readEnough(db, study, touched);
  const anew = await readStandings(db, study, document, touched);
  return new Map(
    document.sections.flatMap(({ id }) => {
      const standing = anew.get(id) ?? before.get(id);
      return standing ? [[id, standing] as const] : [];
    }),
  );
}

/** The document below the sections; all of it where one of them shows the document itself. */
async function readEnough(db: Db, { assessment: { id } }: Study, sectionIds: readonly string[]): Promise<StudyDocument> {
  const document = await readDocumentBelow(db, id, sectionIds);
  const shown = document.sections.filter((section) => sectionIds.includes(section.id)).flatMap((section) => dataOf(document, section));
  return shown.some(({ block }) => documentDataBlocks.includes(block)) ? readDocument(db, id) : document;
}
