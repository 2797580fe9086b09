import type { DataTable } from "~/domain/evidence/data-table";
import { countGrounds, isContradictionOpen } from "~/domain/evidence/gaps";
import { type LocalText, textIn } from "~/domain/local-text";
import { confidenceLabel } from "~/domain/protocol/confidence";
import { findQuestion, findSection } from "~/domain/protocol/readers";
import { languagesOf } from "~/domain/sections/content";
import { wordsOfBlock, wordsOfSection } from "~/domain/sections/words";
import { isWritable } from "~/domain/sections/standing";
import { dataBlockValues } from "~/platform/data-blocks.server";
import type { Db } from "~/platform/db.server";
import { readEvidence, whichOf, type Evidence } from "~/platform/evidence.server";
import type { BlockRow, StatementRow } from "~/platform/evidence-graph.server";
import { groundsOf, shownDocument, type LinkedGround, type ShownDocument } from "~/platform/evidence-view.server";
import { blocksOf, dataOf } from "~/platform/section-binding.server";
import { readTextNames, type TextNames } from "./text-names.server";
import { mayWrite, type SectionStudy } from "./section-study.server";

/** A statement as its section shows it. */
export interface StatementView {
  id: string;
  code: string;
  kind: StatementRow["kind"];
  question: { code: string; text: string } | null;
  confidence: string | null;
  confidenceReason: string;
  confidenceKey: string | null;
  components: { readonly [component: string]: string };
  contradictionAnswer: string;
  /** Who should act on a recommendation, by language, and as it is read. */
  addressedTo: LocalText;
  addressee: string;
  contradicted: boolean;
  contradictionOpen: boolean;
  unsupported: boolean;
  /** Where it stands, when it is only repeated here. */
  home: { code: string; heading: string } | null;
}

/** A block as its section shows it. */
export interface BlockView extends ShownDocument {
  id: string;
  kind: string;
  version: number;
  statement: StatementView | null;
  grounds: LinkedGround[];
  names: TextNames;
  /** Its words in the language in which it is written. */
  words: number;
  /** What a data block shows, in which language; null for a block of another kind. */
  data: { tables: DataTable[]; language: string; fallback: readonly string[] } | null;
}

/** What the head of a section's pages says. */
export interface SectionHeadView {
  code: string;
  number: string | null;
  annex: boolean;
  heading: string;
  status: SectionStudy["standing"]["status"];
  writers: string[];
  reviewers: string[];
  questions: { code: string; text: string }[];
  changes: number;
  version: number;
  dueOn: string | null;
  crumbs: { label: string; href: string }[];
  base: string;
  path: string;
}

/** The head of a section's pages; `names` must hold its writers and reviewers. */
export function sectionHead(study: SectionStudy, names: ReadonlyMap<string, string>): SectionHeadView {
  const { section, numbered, standing, reading, protocol, base } = study;
  const text = (value: Parameters<typeof textIn>[0]) => textIn(value, section.language ?? reading.language, reading.fallback);
  return {
    code: section.code,
    number: numbered.number,
    annex: numbered.annex,
    heading: text(section.heading),
    status: standing.status,
    writers: standing.people.writerIds.map((id) => names.get(id) ?? ""),
    reviewers: standing.people.reviewerIds.map((id) => names.get(id) ?? ""),
    questions: section.questions.map((code) => ({ code, text: text(findQuestion(protocol, code)?.text) })),
    changes: section.changes,
    version: section.version,
    dueOn: section.dueOn,
    crumbs: parentsOf(study).map((parent) => ({ label: text(parent.heading), href: `${base}/sections/${parent.code}` })),
    base,
    path: `${base}/sections/${section.code}`,
  };
}

function parentsOf({ document, section }: SectionStudy) {
  const parents = [];
  for (let at = section.parentId; at !== null;) {
    const parent = document.sections.find(({ id }) => id === at);
    if (parent) parents.unshift(parent);
    at = parent?.parentId ?? null;
  }
  return parents;
}

/** The blocks of a section with the grounds under each, and the tables of its data blocks. */
export async function readSectionBody(db: Db, study: SectionStudy) {
  const { document, section } = study;
  const blocks = blocksOf(document, section.id);
  const shown = blocks.map((block) => ({ block, source: homeOf(study, block) }));
  const links = shown.flatMap(({ source }) => document.graph.linksOfBlock.get(source.id) ?? []);
  const [evidence, versions] = await Promise.all([
    readEvidence(db, { ...study, viewer: study.user, which: whichOf(links.map(({ to }) => to)) }),
    listLinkVersions(
      db,
      links.map(({ id }) => id),
    ),
  ]);
  const own = dataOf(document, section).filter((reference) => reference === section.data);
  const tables = await Promise.all(own.map((reference) => dataBlockValues(db, study, reference, document)));
  const [namesOf, placed] = await Promise.all([
    readTextNames(
      db,
      study,
      shown.map(({ source }) => source),
    ),
    readPlaced(db, study, blocks),
  ]);
  return {
    blocks: shown.map(({ block, source }) => ({
      ...blockView(study, block, source, { evidence, versions }),
      names: namesOf(source),
      words: wordsOfBlock(block, block.language),
      data: placed.get(block.id) ?? null,
    })),
    tables: tables.flat(),
    guidance: textIn(findSection(study.protocol, section.node)?.guidance, study.reading.language, study.reading.fallback),
    writable: isWritable(section.state) && mayWrite(study),
    words: wordsOfSection(blocks, languagesOf(section, study.assessment.languages)),
    target: findSection(study.protocol, section.node)?.words ?? null,
  };
}

/** What the data blocks that have a place in the section show. */
async function readPlaced(db: Db, study: SectionStudy, blocks: readonly BlockRow[]): Promise<Map<string, BlockView["data"]>> {
  const { section, reading, document } = study;
  const language = section.language ?? reading.language;
  const read = blocks.flatMap(({ id, data }) =>
    data
      ? [
          dataBlockValues(db, study, data, document).then(
            (tables) => [id, { tables, language, fallback: reading.fallback }] satisfies [string, BlockView["data"]],
          ),
        ]
      : [],
  );
  return new Map(await Promise.all(read));
}

async function listLinkVersions(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  const links = await db.link.findMany({ where: { id: { in: [...ids] } }, select: { id: true, version: true } });
  return new Map(links.map(({ id, version }) => [id, version]));
}

/** The block whose words are shown: a repeat shows those of the statement's home. */
function homeOf({ document }: SectionStudy, block: BlockRow): BlockRow {
  const statement = block.repeats === null ? undefined : document.statements.get(block.repeats);
  return (statement && document.blocks.get(statement.blockId)) ?? block;
}

function blockView(
  study: SectionStudy,
  block: BlockRow,
  source: BlockRow,
  { evidence, versions }: { evidence: ReadonlyMap<string, Evidence>; versions: ReadonlyMap<string, number> },
): Omit<BlockView, "names" | "words" | "data"> {
  const { document, base } = study;
  const reading = { ...study.reading, language: study.section.language ?? study.reading.language };
  const graphStatement = document.graph.statementOfBlock.get(source.id);
  const statement = graphStatement && document.statements.get(graphStatement.id);
  return {
    id: block.id,
    kind: block.kind,
    version: block.version,
    ...shownDocument(source, reading),
    statement: statement ? statementView(study, statement, source !== block) : null,
    grounds: groundsOf({ graph: document.graph, document, evidence, versions }, source.id, reading, base),
  };
}

function statementView({ document, protocol, reading, user }: SectionStudy, statement: StatementRow, repeated: boolean): StatementView {
  const graph = document.graph;
  const node = graph.statements.get(statement.id);
  const text = (value: Parameters<typeof textIn>[0]) => textIn(value, reading.language, reading.fallback);
  const home = repeated ? document.sections.find(({ id }) => id === statement.sectionId) : undefined;
  const { level, reason, components } = statement.confidence;
  const label = confidenceLabel(protocol, level);
  const grounds = node ? countGrounds(graph, node) : { supports: 0, contradicts: 0, context: 0 };
  return {
    id: statement.id,
    code: statement.code,
    kind: statement.kind,
    question:
      statement.question === null ? null : { code: statement.question, text: text(findQuestion(protocol, statement.question)?.text) },
    confidence: label && textIn(label, user.language, reading.fallback),
    confidenceReason: reason,
    confidenceKey: level,
    components,
    contradictionAnswer: statement.contradictionAnswer,
    addressedTo: statement.addressedTo,
    addressee: text(statement.addressedTo),
    contradicted: grounds.contradicts > 0,
    contradictionOpen: node !== undefined && isContradictionOpen(graph, node),
    unsupported: grounds.supports === 0,
    home: home ? { code: home.code, heading: text(home.heading) } : null,
  };
}
