import { countGrounds, isContradictionOpen } from "~/domain/evidence/gaps";
import { nodesBelow, statementsOn } from "~/domain/evidence/graph";
import { isEvidenceKind, nodeKey, type LinkKind, type NodeRef } from "~/domain/evidence/kinds";
import { textIn } from "~/domain/local-text";
import { confidenceLabel } from "~/domain/protocol/confidence";
import { findQuestion } from "~/domain/protocol/readers";
import { numberSections } from "~/domain/sections/numbering";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { readEvidence, whichOf } from "~/platform/evidence.server";
import type { StudyDocument } from "~/platform/evidence-graph.server";
import { readKeptDocument } from "~/platform/kept-document.server";
import {
  groundsOf,
  nodeView,
  readingOf,
  shownDocument,
  statementView,
  type GroundView,
  type LinkedGround,
  type Reading,
} from "~/platform/evidence-view.server";
import type { Viewer } from "~/platform/guard.server";
import { refuse } from "~/platform/refusal.server";

/** A ground with what it stands on itself, down to evidence that stands on nothing. */
export interface GroundTree extends LinkedGround {
  below: GroundBelow[];
}

/** What stands under a ground: its own grounds, or the links of a statement. */
export interface GroundBelow extends GroundView {
  below: GroundBelow[];
}

/** A statement that stands on another, and what stands on it. */
export interface StatementAbove extends GroundView {
  relation: LinkKind;
  above: StatementAbove[];
}

/** One statement with its grounds downwards, each in full, and what stands on it upwards. */
export async function loadStatement(db: Db, user: Viewer, assessment: AssessmentRow, code: string | undefined) {
  const [protocol, document] = await Promise.all([protocolOf(assessment), readKeptDocument(db, assessment.id)]);
  const statement = [...document.statements.values()].find((one) => one.code === code);
  const block = statement && document.blocks.get(statement.blockId);
  const home = statement && numberSections(document.sections).find(({ section }) => section.id === statement.sectionId);
  if (!statement || !block || !home) throw refuse("not-found");
  const [reading, base] = [readingOf(user.language, assessment), `/assessments/${assessment.slug}`];
  const links = document.graph.linksOfBlock.get(block.id) ?? [];
  const starts = links.map(({ to }) => to);
  const nodes = nodesUnder(document, starts);
  const evidence = await readEvidence(db, { assessment, protocol, viewer: user, which: whichOf(nodes) });
  const text = (value: Parameters<typeof textIn>[0]) => textIn(value, reading.language, reading.fallback);
  const below = (node: NodeRef, depth: number): GroundBelow[] =>
    depth === 0
      ? []
      : nodesBelow(document.graph, node).flatMap((one) => {
          const view = nodeView(one, { document, evidence }, reading, base);
          return view ? [{ ...view, below: below(one, depth - 1) }] : [];
        });
  const grounds = groundsOf({ graph: document.graph, document, evidence, versions: new Map() }, block.id, reading, base);
  const node = document.graph.statements.get(statement.id);
  const label = confidenceLabel(protocol, statement.confidence.level);
  const { reason } = statement.confidence;
  return {
    id: statement.id,
    code: statement.code,
    kind: statement.kind,
    base,
    words: shownDocument(block, { language: home.section.language ?? reading.language }),
    section: { code: home.section.code, number: home.number, heading: text(home.section.heading) },
    question:
      statement.question === null ? null : { code: statement.question, text: text(findQuestion(protocol, statement.question)?.text) },
    confidence: label && { level: text(label), reason },
    contradictionAnswer: statement.contradictionAnswer,
    contradictionOpen: node !== undefined && isContradictionOpen(document.graph, node),
    unsupported: node === undefined || countGrounds(document.graph, node).supports === 0,
    addressedTo: text(statement.addressedTo),
    grounds: grounds.map((ground): GroundTree => ({ ...ground, below: below(ground, levels) })),
    above: statementsAbove(document, statement.id, reading, base),
    repeatedIn: sectionsRepeating(document, statement.id).map(({ code: of, heading }) => ({ code: of, heading: text(heading) })),
  };
}

function sectionsRepeating({ blocks, sections }: StudyDocument, statementId: string) {
  return [...blocks.values()]
    .filter(({ repeats }) => repeats === statementId)
    .flatMap(({ sectionId }) => sections.find(({ id }) => id === sectionId) ?? []);
}

/** How deep the tree of grounds is drawn: recommendation, conclusion, answer, finding, evidence, its own grounds. */
const levels = 6;

function nodesUnder({ graph }: StudyDocument, starts: readonly NodeRef[]): NodeRef[] {
  const found = new Map<string, NodeRef>();
  for (let front = [...starts]; front.length > 0; front = front.flatMap((node) => nodesBelow(graph, node))) {
    front = front.filter((node) => !found.has(nodeKey(node)));
    for (const node of front) found.set(nodeKey(node), node);
  }
  return [...found.values()].filter(({ kind }) => isEvidenceKind(kind));
}

/** What stands on a statement, each with what stands on that, up to the end of the chain. */
function statementsAbove(document: StudyDocument, id: string, reading: Reading, base: string, depth = levels): StatementAbove[] {
  if (depth === 0) return [];
  return statementsOn(document.graph, { kind: "statement", id }).flatMap(({ statement, link }) => {
    const view = statementView(document, statement.id, reading, base);
    return view ? [{ ...view, relation: link.kind, above: statementsAbove(document, statement.id, reading, base, depth - 1) }] : [];
  });
}
