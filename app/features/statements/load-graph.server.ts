import { arrangeColumns } from "~/domain/evidence/arrange";
import { compareStatementCodes } from "~/domain/evidence/codes";
import { isContradicted, isUnsupported } from "~/domain/evidence/gaps";
import type { GraphStatement } from "~/domain/evidence/graph";
import { statementKinds, type LinkKind } from "~/domain/evidence/kinds";
import { columnKind, viewAround, viewOfStatements, type GraphView, type ViewNode } from "~/domain/evidence/view";
import { textIn } from "~/domain/local-text";
import { numberSections } from "~/domain/sections/numbering";
import { firstWords } from "~/domain/text/first-words";
import { textOfDoc } from "~/domain/text/text-of-doc";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { readEvidence, whichOf, type Evidence } from "~/platform/evidence.server";
import type { StudyDocument } from "~/platform/evidence-graph.server";
import { readKeptDocument } from "~/platform/kept-document.server";
import { nodeView, readingOf, shownDocument, type Reading } from "~/platform/evidence-view.server";
import type { Viewer } from "~/platform/guard.server";
import { refuse } from "~/platform/refusal.server";

/** What narrows the graph: around one statement, or statements of a kind, with a lack, of a section, or with words. */
export interface GraphFilter {
  on: string;
  kind: string;
  ground: string;
  section: string;
  words: string;
}

/** A node as the graph draws it; `links` are those that it stands on, by kind. */
export interface DrawnNode {
  key: string;
  code: string;
  statement: boolean;
  text: string;
  language: string;
  links: LinkKind[];
  unsupported: boolean;
  contradicted: boolean;
  withheld: boolean;
  href: string | null;
}

/** The graph of an assessment as one page draws it: the nodes of each column from top to bottom, and the edges. */
export async function loadGraph(db: Db, user: Viewer, assessment: AssessmentRow, filter: GraphFilter) {
  const [protocol, document] = await Promise.all([protocolOf(assessment), readKeptDocument(db, assessment.id)]);
  const reading = readingOf(user.language, assessment);
  const base = `/assessments/${assessment.slug}`;
  const { view, total } = viewFor(document, reading, filter);
  const evidence = await readEvidence(db, { assessment, protocol, viewer: user, which: whichOf(view.nodes.map(({ ref }) => ref)) });
  const drawn = view.nodes.flatMap((node) => drawnNode(node, { document, evidence, reading, base }));
  const known = new Map(drawn.map((node) => [node.key, node]));
  const shown = view.nodes.filter(({ key }) => known.has(key));
  const edges = view.edges.filter(({ from, to }) => known.has(from) && known.has(to));
  return {
    base,
    total,
    columns: arrangeColumns({ nodes: shown, edges }).map((keys) => ({
      kind: columnKind(
        document.graph,
        shown.filter(({ key }) => key === keys[0]),
      ),
      nodes: keys.flatMap((key) => known.get(key) ?? []),
    })),
    edges,
    sections: sectionsWithStatements(document, reading),
  };
}

function viewFor(document: StudyDocument, reading: Reading, filter: GraphFilter): { view: GraphView; total: number } {
  const { graph } = document;
  const statements = [...graph.statements.values()].toSorted((one, other) => compareStatementCodes(one.code, other.code));
  if (filter.on === "")
    return {
      view: viewOfStatements(
        graph,
        statements.filter((one) => fits(document, reading, one, filter)),
      ),
      total: statements.length,
    };
  const around = statements.find(({ code }) => code === filter.on);
  if (!around) throw refuse("not-found");
  return { view: viewAround(graph, around), total: statements.length };
}

function fits(
  document: StudyDocument,
  reading: Reading,
  statement: GraphStatement,
  { kind, ground, section, words }: GraphFilter,
): boolean {
  const { graph } = document;
  const known = statementKinds.some((each) => each === kind);
  return (
    (!known || statement.kind === kind) &&
    (ground !== "none" || isUnsupported(graph, statement)) &&
    (ground !== "contradicted" || isContradicted(graph, statement)) &&
    (section === "" || document.sections.some(({ id, code }) => id === statement.sectionId && code === section)) &&
    (words === "" || `${statement.code} ${wordsOf(document, reading, statement)}`.toLowerCase().includes(words.toLowerCase()))
  );
}

function wordsOf(document: StudyDocument, reading: Reading, { blockId }: GraphStatement): string {
  const block = document.blocks.get(blockId);
  return block ? textOfDoc(shownDocument(block, reading).document) : "";
}

/** How many characters of a text stand in a box; what is longer is cut at a word. */
const inBox = 44;

interface Sources {
  document: StudyDocument;
  evidence: ReadonlyMap<string, Evidence>;
  reading: Reading;
  base: string;
}

function drawnNode({ key, ref }: ViewNode, { document, evidence, reading, base }: Sources): DrawnNode[] {
  const view = nodeView(ref, { document, evidence }, reading, base);
  if (!view) return [];
  const statement = ref.kind === "statement" ? document.graph.statements.get(ref.id) : undefined;
  const links = statement ? (document.graph.linksOfBlock.get(statement.blockId) ?? []).map(({ kind }) => kind) : [];
  return [
    {
      key,
      code: view.code,
      statement: statement !== undefined,
      text: firstWords(view.text?.text ?? view.origin, inBox),
      language: view.text?.language ?? reading.language,
      links,
      unsupported: statement !== undefined && isUnsupported(document.graph, statement),
      contradicted: links.includes("contradicts"),
      withheld: view.withheld !== null,
      href: view.href,
    },
  ];
}

function sectionsWithStatements(document: StudyDocument, reading: Reading): { value: string; label: string }[] {
  const held = new Set([...document.graph.statements.values()].map(({ sectionId }) => sectionId));
  return numberSections(document.sections).flatMap(({ section, number }) =>
    held.has(section.id)
      ? [{ value: section.code, label: [number, textIn(section.heading, reading.language, reading.fallback)].filter(Boolean).join(" ") }]
      : [],
  );
}
