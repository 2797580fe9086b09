import type { DataTable } from "~/domain/evidence/data-table";
import type { StatementFields } from "~/domain/evidence/digest-fields";
import { evidenceList, nodeDigest, type EvidenceEntry } from "~/domain/evidence/evidence-list";
import { reachableFromSection, type Reached } from "~/domain/evidence/graph";
import { nodeKey, type NodeRef } from "~/domain/evidence/kinds";
import { figureKeysIn, figuresToBind } from "~/domain/figures/bound";
import type { FigureValue } from "~/domain/figures/value";
import { isBound } from "~/domain/protocol/outline";
import type { Protocol } from "~/domain/protocol/schema";
import { evidenceContent, sectionContent, sectionDigests, type BoundBlock, type SectionDigests } from "~/domain/sections/content";
import type { DataReference } from "~/domain/sections/data-reference";
import type { BlockDocument } from "~/domain/text/document";
import { dataBlockValues } from "./data-blocks.server";
import type { Db } from "./db.server";
import { readEvidenceFields, whichOf } from "./evidence.server";
import { readFigureValues } from "./figures.server";
import type { BlockRow, SectionRow, StudyDocument } from "./evidence-graph.server";
import { sha256 } from "./sha256.server";

type FigureValues = ReadonlyMap<string, FigureValue>;

/** What a sign-off of a section would bind now: content and evidence as canonical JSON with their digests, and the ways to the evidence. */
export interface Binding {
  content: string;
  evidence: string;
  entries: EvidenceEntry[];
  reached: Map<string, Reached>;
  digests: SectionDigests;
}

/** Gives the binding of a section in some languages. */
export type Binder = (sectionId: string, languages: readonly string[]) => Binding;

/** A study as its pages know it. */
export interface Study {
  assessment: { id: string; languages: readonly string[] };
  protocol: Protocol;
}

/** Reads everything that some sections stand on, once, and gives a function that binds them; ids that the document lacks are passed over. */
export async function sectionBinder(db: Db, study: Study, document: StudyDocument, sectionIds: readonly string[]): Promise<Binder> {
  const wanted = document.sections.filter(({ id }) => sectionIds.includes(id));
  const reached = new Map(wanted.map(({ id }) => [id, reachableFromSection(document.graph, id)]));
  const nodes = [...reached.values()].flatMap((found) => [...found.values()].map(({ node }) => node));
  const fields = await readEvidenceFields(db, study.assessment.id, whichOf(nodes));
  const tables = await tablesOf(db, study, document, wanted);
  const values = await readFigureValues(db, study, figureKeysIn([...document.blocks.values()].flatMap(textsOf)));
  const known = new Map<string, string>();
  const digest = (node: NodeRef, languages: readonly string[]) => {
    const key = `${nodeKey(node)} ${languages.join(" ")}`;
    const found =
      known.get(key) ??
      nodeDigest(
        node,
        { evidence: (one) => fields.get(nodeKey(one)) ?? null, statement: (id) => statementFields(document, id, values) },
        languages,
        sha256,
      );
    known.set(key, found);
    return found;
  };
  return (sectionId, languages) => {
    const section = wanted.find(({ id }) => id === sectionId);
    if (!section) throw new RangeError(`section ${sectionId} was not read`);
    const sorted = [...languages].toSorted();
    const entries = evidenceList(document.graph, sectionId, (node) => digest(node, sorted));
    const content = sectionContent(
      {
        heading: section.heading,
        language: section.language,
        blocks: boundBlocks(document, section, values),
        tables: tables.get(sectionId) ?? [],
      },
      sorted,
    );
    const evidence = evidenceContent(entries);
    return {
      content,
      evidence,
      entries,
      reached: reached.get(sectionId) ?? new Map<string, Reached>(),
      digests: sectionDigests(content, evidence, sha256),
    };
  };
}

/** The blocks of a section in their order. */
export function blocksOf(document: StudyDocument, sectionId: string): BlockRow[] {
  return (document.graph.blocksOfSection.get(sectionId) ?? []).flatMap(({ id }) => document.blocks.get(id) ?? []);
}

/** The data blocks that a section shows: its own, unless one of its blocks gives it a place, and those of its blocks. */
export function dataOf(document: StudyDocument, section: SectionRow): DataReference[] {
  const placed = blocksOf(document, section.id).flatMap((block) => block.data ?? []);
  return section.data && !placed.some(({ block }) => block === section.data?.block) ? [...placed, section.data] : placed;
}

async function tablesOf(db: Db, study: Study, document: StudyDocument, sections: readonly SectionRow[]): Promise<Map<string, DataTable[]>> {
  const found = new Map<string, DataTable[]>();
  for (const section of sections) {
    const references = dataOf(document, section).filter(({ block }) => isBound(block));
    const tables = await Promise.all(references.map((reference) => dataBlockValues(db, study, reference, document)));
    found.set(section.id, tables.flat());
  }
  return found;
}

function boundBlocks(document: StudyDocument, section: SectionRow, values: FigureValues): BoundBlock[] {
  return blocksOf(document, section.id).flatMap((block): BoundBlock[] => {
    const statement = document.graph.statementOfBlock.get(block.id);
    const fields = statement && statementFields(document, statement.id, values);
    if (fields) return [{ kind: "statement", sort: block.sort, statement: fields }];
    if (block.repeats !== null) return [{ kind: "repeat", sort: block.sort, code: document.statements.get(block.repeats)?.code ?? "" }];
    if (block.data !== null) return [];
    return [
      {
        kind: "text",
        sort: block.sort,
        original: block.language,
        documents: documentsOf(block),
        figures: figuresToBind(documentsOf(block), values),
        links: document.graph.linksOfBlock.get(block.id) ?? [],
      },
    ];
  });
}

const textsOf = (block: BlockRow) => [block.document, ...block.translations.map(({ body }) => body)];

function documentsOf(block: BlockRow): { [language: string]: BlockDocument } {
  return { ...Object.fromEntries(block.translations.map(({ language, body }) => [language, body])), [block.language]: block.document };
}

/** What a sign-off binds of a statement; null for one that is no longer there. */
function statementFields(document: StudyDocument, id: string, values: FigureValues): StatementFields | null {
  const statement = document.statements.get(id);
  const block = statement && document.blocks.get(statement.blockId);
  if (!statement || !block) return null;
  const { kind, code, confidence, contradictionAnswer, addressedTo } = statement;
  return {
    kind,
    code,
    confidence,
    contradictionAnswer,
    addressedTo,
    original: block.language,
    documents: documentsOf(block),
    figures: figuresToBind(documentsOf(block), values),
    links: document.graph.linksOfBlock.get(block.id) ?? [],
  };
}
