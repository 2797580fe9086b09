import { z } from "zod";
import { groupBy } from "~/domain/evidence/graph";
import { evidenceKinds, isEvidenceKind, nodeKey, type NodeRef } from "~/domain/evidence/kinds";
import { reviewedSectionStates, signedOffSectionStates } from "~/domain/moves/section";
import { dataReferenceIfAny } from "~/domain/sections/data-reference";
import { documentDataBlocks, touchesData, touchOf, type Touch } from "~/domain/sections/touched";
import type { Db } from "./db.server";

/** A record that events wrote, by the kind that its versions have. */
export interface WrittenRecord {
  kind: string;
  id: string;
}

/** How many events are followed one by one; after more of them everything is looked at anew. */
const atMost = 500;

const Written = z.looseObject({ records: z.array(z.looseObject({ kind: z.string(), id: z.string() })).optional() });

/** The records that the events of a chain wrote after one of them and up to another; null where they are too many, or one can't be read any more. */
export async function listWrittenIfFew(db: Db, chain: string, after: number, upTo: number): Promise<WrittenRecord[] | null> {
  if (upTo - after > atMost) return null;
  const where = { chain, seq: { gt: after, lte: upTo } };
  const [events, details] = await Promise.all([
    db.event.findMany({ where, select: { subjectType: true, subjectId: true } }),
    db.eventDetail.findMany({ where: { ...where, part: "change" }, select: { body: true } }),
  ]);
  if (details.length < events.length) return null;
  const records = details.flatMap(({ body }) => Written.parse(JSON.parse(body)).records ?? []);
  const all = [...events.map(({ subjectType: kind, subjectId: id }) => ({ kind, id })), ...records];
  return [...new Map(all.map(({ kind, id }) => [`${kind}/${id}`, { kind, id }])).values()];
}

/**
 * The sections whose sign-offs may stand otherwise after some records were written: those that hold one, show it as data or reach it over links
 * and grounds, and those below a section whose people changed. Null = any section may. The cost grows with what is reached upwards from the
 * records, not with the study.
 */
export async function listTouchedSections(db: Db, assessmentId: string, records: readonly WrittenRecord[]): Promise<string[] | null> {
  const touched = groupBy(records, ({ kind }) => touchOf(kind));
  if (touched.has("everything")) return null;
  const ids = (touch: Touch) => (touched.get(touch) ?? []).map(({ id }) => id);
  const touches = records.map(({ kind }) => touchOf(kind));
  const [{ nodes, blockIds }, figures] = await Promise.all([
    findStarts(db, ids),
    touches.some(touchesData) ? listFigures(db, assessmentId) : [],
  ]);
  const [reaching, showing, own] = await Promise.all([
    listReaching(db, assessmentId, { nodes, blockIds: [...blockIds, ...figures] }),
    listShowing(db, assessmentId, touches),
    listOwn(db, assessmentId, ids("section"), ids("of-section")),
  ]);
  return [...new Set([...reaching, ...showing, ...own])];
}

/** The blocks that show a figure in running text, in any language: what stands on one stands on data. */
async function listFigures(db: Db, assessmentId: string): Promise<string[]> {
  const figure = '"type":"figure"';
  const [blocks, translations] = await Promise.all([
    db.block.findMany({ where: { assessmentId, archivedAt: null, document: { contains: figure } }, select: { id: true } }),
    db.translation.findMany({ where: { assessmentId, kind: "block", body: { contains: figure } }, select: { recordId: true } }),
  ]);
  return [...blocks.map(({ id }) => id), ...translations.map(({ recordId }) => recordId)];
}

/** Where the walk upwards begins. */
interface Starts {
  nodes: NodeRef[];
  blockIds: string[];
}

async function findStarts(db: Db, ids: (touch: Touch) => string[]): Promise<Starts> {
  const [links, translations, judgements] = await Promise.all([
    db.link.findMany({ where: { id: { in: ids("link") } }, select: { fromBlockId: true } }),
    db.translation.findMany({ where: { id: { in: ids("translation") } }, select: { kind: true, recordId: true } }),
    db.judgement.findMany({ where: { roundId: { in: ids("round") } }, select: { id: true } }),
  ]);
  return {
    nodes: [
      ...evidenceKinds.flatMap((kind) => ids(kind).map((id) => ({ kind, id }))),
      ...translations.flatMap(({ kind, recordId: id }) => (isEvidenceKind(kind) ? [{ kind, id }] : [])),
      ...judgements.map(({ id }) => ({ kind: "judgement" as const, id })),
    ],
    blockIds: [
      ...ids("block"),
      ...links.map(({ fromBlockId }) => fromBlockId),
      ...translations.flatMap(({ kind, recordId }) => (kind === "block" ? [recordId] : [])),
    ],
  };
}

/** The sections that hold blocks, or whose blocks stand on nodes, directly or over others. */
async function listReaching(db: Db, assessmentId: string, starts: Starts): Promise<Set<string>> {
  const sections = new Set<string>();
  const seen = { blocks: new Set<string>(), nodes: new Set<string>() };
  let { nodes, blockIds }: Starts = starts;
  while (nodes.length > 0 || blockIds.length > 0) {
    const freshNodes = nodes.filter((node) => !seen.nodes.has(nodeKey(node)));
    for (const node of freshNodes) seen.nodes.add(nodeKey(node));
    const [above, holders] = await Promise.all([listBlocksOn(db, assessmentId, freshNodes), listHoldersOf(db, assessmentId, freshNodes)]);
    const freshBlocks = [...new Set([...blockIds, ...above])].filter((id) => !seen.blocks.has(id));
    for (const id of freshBlocks) seen.blocks.add(id);
    // A block that was taken out changes its section too.
    const blocks = await db.block.findMany({
      where: { id: { in: freshBlocks } },
      select: { sectionId: true, statement: { select: { id: true } } },
    });
    for (const { sectionId } of blocks) sections.add(sectionId);
    nodes = [...holders, ...blocks.flatMap(({ statement }) => (statement ? [{ kind: "statement" as const, id: statement.id }] : []))];
    blockIds = [];
  }
  return sections;
}

const ofKinds = (nodes: readonly NodeRef[]) =>
  [...groupBy(nodes, ({ kind }) => kind)].map(([kind, found]) => ({ kind, ids: found.map(({ id }) => id) }));

/** The blocks that link to nodes, or repeat one of them. */
async function listBlocksOn(db: Db, assessmentId: string, nodes: readonly NodeRef[]): Promise<string[]> {
  if (nodes.length === 0) return [];
  const statements = nodes.filter(({ kind }) => kind === "statement").map(({ id }) => id);
  const [links, repeats] = await Promise.all([
    db.link.findMany({
      where: { assessmentId, archivedAt: null, OR: ofKinds(nodes).map(({ kind, ids }) => ({ toKind: kind, toId: { in: ids } })) },
      select: { fromBlockId: true },
    }),
    statements.length === 0
      ? []
      : db.block.findMany({ where: { assessmentId, archivedAt: null, repeats: { in: statements } }, select: { id: true } }),
  ]);
  return [...links.map(({ fromBlockId }) => fromBlockId), ...repeats.map(({ id }) => id)];
}

/** The evidence that itself stands on nodes. */
async function listHoldersOf(db: Db, assessmentId: string, nodes: readonly NodeRef[]): Promise<NodeRef[]> {
  if (nodes.length === 0) return [];
  const grounds = await db.ground.findMany({
    where: { assessmentId, OR: ofKinds(nodes).map(({ kind, ids }) => ({ evidenceKind: kind, evidenceId: { in: ids } })) },
    select: { holderKind: true, holderId: true },
  });
  return grounds.flatMap(({ holderKind: kind, holderId: id }) => (isEvidenceKind(kind) ? [{ kind, id }] : []));
}

/** The sections with sign-offs that may show, as data, what was changed. */
async function listShowing(db: Db, assessmentId: string, touches: readonly Touch[]): Promise<string[]> {
  if (touches.every((touch) => touch === "nothing")) return [];
  const state = { in: [...reviewedSectionStates, ...signedOffSectionStates] };
  const [sections, blocks] = await Promise.all([
    db.section.findMany({ where: { assessmentId, archivedAt: null, state, data: { not: null } }, select: { id: true, data: true } }),
    db.block.findMany({
      where: { assessmentId, archivedAt: null, section: { state }, data: { not: null } },
      select: { sectionId: true, data: true },
    }),
  ]);
  const all = touches.some(touchesData);
  const shown = [...sections.map(({ id, data }) => ({ id, data })), ...blocks.map(({ sectionId: id, data }) => ({ id, data }))];
  return shown.filter(({ data }) => all || showsDocument(data)).map(({ id }) => id);
}

function showsDocument(stored: string | null): boolean {
  const block = dataReferenceIfAny(stored)?.block;
  return block !== undefined && documentDataBlocks.includes(block);
}

/** Sections that were written themselves, with those below them, which inherit their people; and those that other records belong to. */
async function listOwn(db: Db, assessmentId: string, sectionIds: readonly string[], recordIds: readonly string[]): Promise<string[]> {
  const [places, signOffs, steps] = await Promise.all([
    sectionIds.length === 0 ? [] : db.section.findMany({ where: { assessmentId }, select: { id: true, parentId: true } }),
    db.signOff.findMany({ where: { id: { in: [...recordIds] } }, select: { sectionId: true } }),
    db.stepBack.findMany({ where: { id: { in: [...recordIds] } }, select: { sectionId: true } }),
  ]);
  const below = groupBy(places, ({ parentId }) => parentId ?? "");
  const own = new Set<string>();
  const walk = (id: string) => {
    own.add(id);
    for (const child of below.get(id) ?? []) walk(child.id);
  };
  sectionIds.forEach(walk);
  return [...own, ...signOffs.map(({ sectionId }) => sectionId), ...steps.map(({ sectionId }) => sectionId)];
}
