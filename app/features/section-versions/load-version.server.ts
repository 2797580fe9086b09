import { textIn } from "~/domain/local-text";
import { findScale } from "~/domain/protocol/readers";
import { labelOnScale } from "~/domain/protocol/scales";
import { nodeKey, requireNodeKind } from "~/domain/evidence/kinds";
import { pairEqual } from "~/domain/text/merge-align";
import type { BlockDocument } from "~/domain/text/document";
import { textOfDoc } from "~/domain/text/text-of-doc";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { listCodes } from "~/platform/evidence-codes.server";
import { documentOf } from "~/platform/evidence-graph.server";
import { readingOf } from "~/platform/evidence-view.server";
import type { Viewer } from "~/platform/guard.server";
import { readSectionAt, type BlockAt, type SectionAt } from "~/platform/section-versions.server";
import { findVersionedSection, versionNumber } from "./find-section.server";

/** A text of a block in one language, in a version. */
interface TextAt {
  language: string;
  document: BlockDocument;
  text: string;
}

/** What a version says of one block: its texts, its evidence with kind and note, its confidence. */
export interface BlockOf {
  id: string;
  code: string;
  texts: TextAt[];
  links: { id: string; code: string; kind: string; note: string }[];
  confidence: string;
  confidenceReason: string;
}

/** One version of a section: who made it and when, and its blocks in their order. */
export async function loadVersion(db: Db, user: Viewer, assessment: AssessmentRow, code: string | undefined, n: string | undefined) {
  const found = await findVersionedSection(db, user, assessment, code);
  const number = versionNumber(n, found.head.changes);
  const [blocks, made] = await Promise.all([
    readBlocks(db, user, assessment, found.section.id, number),
    madeOf(db, found.section.id, number),
  ]);
  return { head: found.head, mayRestore: found.mayRestore && number < found.head.changes, number, made, blocks };
}

/** Two versions of a section beside each other, by block. */
export async function loadComparison(
  db: Db,
  user: Viewer,
  assessment: AssessmentRow,
  params: { code?: string | undefined; n?: string | undefined; m?: string | undefined },
) {
  const found = await findVersionedSection(db, user, assessment, params.code);
  const [from, to] = [versionNumber(params.n, found.head.changes), versionNumber(params.m, found.head.changes)];
  const [before, after, madeFrom, madeTo] = await Promise.all([
    readBlocks(db, user, assessment, found.section.id, from),
    readBlocks(db, user, assessment, found.section.id, to),
    madeOf(db, found.section.id, from),
    madeOf(db, found.section.id, to),
  ]);
  return {
    head: found.head,
    from: { number: from, made: madeFrom },
    to: { number: to, made: madeTo },
    blocks: compareBlocks(before, after),
  };
}

/** A block in two versions: whether it came, went, moved or changed. */
export interface ComparedBlock {
  id: string;
  code: string;
  what: "added" | "removed" | "changed" | "same";
  moved: boolean;
  before: BlockOf | null;
  after: BlockOf | null;
}

/** The blocks of the later version in their order, those that went at the place where they stood. */
function compareBlocks(before: readonly BlockOf[], after: readonly BlockOf[]): ComparedBlock[] {
  const [beforeIds, afterIds] = [before.map(({ id }) => id), after.map(({ id }) => id)];
  const common = beforeIds.filter((id) => afterIds.includes(id));
  const inOrder = pairEqual(
    common,
    afterIds.filter((id) => beforeIds.includes(id)),
  );
  const moved = new Set(common.filter((_, at) => inOrder[at] === -1));
  const compared = after.map((block): ComparedBlock => {
    const was = before.find(({ id }) => id === block.id) ?? null;
    const what = was === null ? "added" : JSON.stringify(was) === JSON.stringify(block) ? "same" : "changed";
    return { id: block.id, code: block.code, what, moved: moved.has(block.id), before: was, after: block };
  });
  for (const [at, block] of before.entries()) {
    if (afterIds.includes(block.id)) continue;
    const previous = before.slice(0, at).findLast(({ id }) => compared.some((one) => one.id === id))?.id;
    const place = previous === undefined ? 0 : compared.findIndex(({ id }) => id === previous) + 1;
    compared.splice(place, 0, { id: block.id, code: block.code, what: "removed", moved: false, before: block, after: null });
  }
  return compared;
}

async function madeOf(db: Db, sectionId: string, number: number): Promise<{ by: string; at: Date } | null> {
  const row = await db.sectionChange.findFirst({ where: { sectionId, number }, select: { byId: true, at: true } });
  const user = row && (await db.user.findUnique({ where: { id: row.byId }, select: { name: true } }));
  return row && { by: user?.name ?? "", at: row.at };
}

async function readBlocks(db: Db, user: Viewer, assessment: AssessmentRow, sectionId: string, number: number): Promise<BlockOf[]> {
  const [at, protocol] = await Promise.all([readSectionAt(db, sectionId, number), protocolOf(assessment)]);
  const codes = await listCodes(
    db,
    assessment.id,
    at.links.map(({ toKind, toId }) => ({ kind: requireNodeKind(toKind), id: toId })),
  );
  const reading = readingOf(user.language, assessment);
  const scale = protocol.rules.confidence && findScale(protocol, protocol.rules.confidence.scale);
  const label = (level: string | null | undefined) =>
    scale && level ? textIn(labelOnScale(scale, level), reading.language, reading.fallback) : "";
  return at.blocks
    .filter(({ repeats, data }) => repeats === null && data === null)
    .map((block) => ({
      id: block.id,
      code: block.statement?.code ?? "",
      texts: textsOf(block, at),
      links: at.links
        .filter(({ fromBlockId }) => fromBlockId === block.id)
        .map(({ id, toKind, toId, kind, note }) => ({
          id,
          code: codes.get(nodeKey({ kind: requireNodeKind(toKind), id: toId })) ?? "?",
          kind,
          note,
        })),
      confidence: label(block.statement?.confidence),
      confidenceReason: block.statement?.confidenceReason ?? "",
    }));
}

function textsOf(block: BlockAt, { translations }: SectionAt): TextAt[] {
  const stored = [
    { language: block.language, body: block.document },
    ...translations.filter(({ recordId }) => recordId === block.id).toSorted((one, other) => (one.language < other.language ? -1 : 1)),
  ];
  return stored.map(({ language, body }) => {
    const document = documentOf(body);
    return { language, document, text: textOfDoc(document) };
  });
}
