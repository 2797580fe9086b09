import { z } from "zod";
import { groupBy, makeGraph, type EvidenceGraph, type GraphGround, type GraphLink, type GraphRows } from "~/domain/evidence/graph";
import { requireLinkKind, requireNodeKind, requireStatementKind } from "~/domain/evidence/kinds";
import type { Confidence } from "~/domain/evidence/digest-fields";
import { LocalText } from "~/domain/local-text-schema";
import { requireSectionState, type SectionState } from "~/domain/moves/section";
import { dataReferenceIfAny, type DataReference } from "~/domain/sections/data-reference";
import { blockDocument, type BlockDocument } from "~/domain/text/document";
import type { Db } from "./db.server";
import { sha256 } from "./sha256.server";

/** A section as it stands, with its stored texts read. */
export interface SectionRow {
  id: string;
  node: string;
  code: string;
  parentId: string | null;
  sort: string;
  heading: LocalText;
  kind: string;
  required: boolean;
  language: string | null;
  translationOfId: string | null;
  data: DataReference | null;
  questions: string[];
  state: SectionState;
  stateReason: string | null;
  stateById: string | null;
  stateAt: Date | null;
  dueOn: string | null;
  changes: number;
  version: number;
}

/** A translation of a text; `behind` = the original changed after it. */
export interface TranslationRow<Body> {
  id: string;
  language: string;
  body: Body;
  behind: boolean;
  version: number;
}

/** A block that is not archived, with its document and its translations. */
export interface BlockRow {
  id: string;
  sectionId: string;
  sort: string;
  kind: string;
  language: string;
  document: BlockDocument;
  translations: TranslationRow<BlockDocument>[];
  repeats: string | null;
  data: DataReference | null;
  version: number;
  byId: string;
  at: Date;
}

/** A statement of a block that is not archived. */
export interface StatementRow {
  id: string;
  blockId: string;
  sectionId: string;
  kind: ReturnType<typeof requireStatementKind>;
  code: string;
  number: number;
  question: string | null;
  part: string | null;
  confidence: Confidence;
  contradictionAnswer: string;
  /** Who should act on a recommendation; {} where nobody is named. */
  addressedTo: LocalText;
}

/** The sections of an assessment with their blocks and statements, and the graph that these make with the evidence. */
export interface StudyDocument {
  graph: EvidenceGraph;
  sections: SectionRow[];
  blocks: ReadonlyMap<string, BlockRow>;
  statements: ReadonlyMap<string, StatementRow>;
}

const Names = z.array(z.string());
const Components = z.record(z.string(), z.string());

/** The sections of an assessment that are not archived, by sort key. */
export async function listSectionRows(db: Db, assessmentId: string): Promise<SectionRow[]> {
  const rows = await db.section.findMany({ where: { assessmentId, archivedAt: null }, orderBy: [{ sort: "asc" }, { code: "asc" }] });
  return rows.map((row) => ({
    ...row,
    heading: LocalText.parse(JSON.parse(row.heading)),
    data: dataReferenceIfAny(row.data),
    questions: Names.parse(JSON.parse(row.questions)),
    state: requireSectionState(row.state),
  }));
}

const live = { archivedAt: null, section: { archivedAt: null } } as const;

/** The statements of an assessment whose blocks and sections are not archived; of some blocks, or some by id, where these are given. */
export async function listStatementRows(db: Db, assessmentId: string, of: { blockIds?: readonly string[]; ids?: readonly string[] } = {}) {
  const some = { ...(of.blockIds && { blockId: { in: [...of.blockIds] } }), ...(of.ids && { id: { in: [...of.ids] } }) };
  const where = { assessmentId, block: live, ...some };
  const rows = await db.statement.findMany({ where, include: { block: { select: { sectionId: true } } } });
  return rows.map(({ block, confidenceReason: reason, confidenceComponents, ...row }): StatementRow => ({
    ...row,
    kind: requireStatementKind(row.kind),
    sectionId: block.sectionId,
    addressedTo: addresseesOf(row.addressedTo),
    confidence: { level: row.confidence, reason, components: componentsOf(confidenceComponents) },
  }));
}

/** Who should act on a recommendation, as stored; {} where nobody is named. */
function addresseesOf(stored: string): LocalText {
  return stored === "" ? {} : LocalText.parse(JSON.parse(stored));
}

/** The levels of the components of a confidence, as stored. */
function componentsOf(stored: string): Record<string, string> {
  return stored === "" ? {} : Components.parse(JSON.parse(stored));
}

async function readLinksAndGrounds(db: Db, assessmentId: string): Promise<Pick<GraphRows, "links" | "grounds">> {
  const [links, grounds] = await Promise.all([listGraphLinks(db, assessmentId), listGraphGrounds(db, assessmentId)]);
  return { links, grounds };
}

/** The links of an assessment that are not archived, or those from some of its blocks. */
export async function listGraphLinks(db: Db, assessmentId: string, fromBlockIds?: readonly string[]): Promise<GraphLink[]> {
  const links = await db.link.findMany({
    where: { assessmentId, archivedAt: null, ...(fromBlockIds && { fromBlockId: { in: [...fromBlockIds] } }) },
    select: { id: true, fromBlockId: true, toKind: true, toId: true, kind: true, note: true },
  });
  return links.map(({ toKind, toId, kind, ...link }) => ({
    ...link,
    kind: requireLinkKind(kind),
    to: { kind: requireNodeKind(toKind), id: toId },
  }));
}

/** What stands under the holders of an assessment, or under some of them. */
export async function listGraphGrounds(db: Db, assessmentId: string, holderIds?: readonly string[]): Promise<GraphGround[]> {
  const grounds = await db.ground.findMany({
    where: { assessmentId, ...(holderIds && { holderId: { in: [...holderIds] } }) },
    select: { holderKind: true, holderId: true, evidenceKind: true, evidenceId: true },
  });
  return grounds.map((row) => ({
    holder: { kind: row.holderKind, id: row.holderId },
    evidence: { kind: requireNodeKind(row.evidenceKind), id: row.evidenceId },
  }));
}

/** The evidence graph of an assessment without any text: what stands on what. */
export async function readGraph(db: Db, assessmentId: string): Promise<EvidenceGraph> {
  const [blocks, statements, rest] = await Promise.all([
    db.block.findMany({ where: { assessmentId, ...live }, select: { id: true, sectionId: true, repeats: true } }),
    listStatementRows(db, assessmentId),
    readLinksAndGrounds(db, assessmentId),
  ]);
  return makeGraph({ blocks, statements, ...rest });
}

/** The sections of an assessment with all that is written in them and the graph; archived sections and blocks are left out. */
export async function readDocument(db: Db, assessmentId: string): Promise<StudyDocument> {
  const [sections, blocks, statements, rest] = await Promise.all([
    listSectionRows(db, assessmentId),
    listBlockRows(db, { assessmentId }),
    listStatementRows(db, assessmentId),
    readLinksAndGrounds(db, assessmentId),
  ]);
  return {
    graph: makeGraph({ blocks, statements, ...rest }),
    sections,
    blocks: new Map(blocks.map((block) => [block.id, block])),
    statements: new Map(statements.map((statement) => [statement.id, statement])),
  };
}

/** The blocks of an assessment, or of some sections of it, by sort key, each with its translations. */
export async function listBlockRows(
  db: Db,
  of: { assessmentId: string; sectionIds?: readonly string[]; ids?: readonly string[] },
): Promise<BlockRow[]> {
  const { assessmentId, sectionIds, ids } = of;
  const where = { assessmentId, ...live, ...(sectionIds && { sectionId: { in: [...sectionIds] } }), ...(ids && { id: { in: [...ids] } }) };
  const blocks = await db.block.findMany({ where, orderBy: [{ sort: "asc" }, { id: "asc" }] });
  const narrowed = sectionIds || ids ? { recordId: { in: blocks.map(({ id }) => id) } } : {};
  const translations = await db.translation.findMany({ where: { assessmentId, kind: "block", field: "document", ...narrowed } });
  const byBlock = groupBy(translations, ({ recordId }) => recordId);
  return blocks.map((block) => ({
    ...block,
    document: documentOf(block.document),
    data: dataReferenceIfAny(block.data),
    translations: (byBlock.get(block.id) ?? []).map(({ id, language, body, originalDigest, version }) => ({
      id,
      language,
      body: documentOf(body),
      version,
      behind: originalDigest !== sha256(block.document),
    })),
  }));
}

/** The document that a block or its translation stores. */
export function documentOf(stored: string): BlockDocument {
  return blockDocument.parse(JSON.parse(stored));
}
