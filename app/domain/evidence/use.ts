import { nodesBelow, type EvidenceGraph, type GraphStatement } from "./graph";
import { isEvidenceKind, nodeKey, type LinkKind, type NodeRef } from "./kinds";

/** A piece of evidence that an answer uses, with the strongest way in which it bears: contradicts, supports, context. */
export interface UsedEvidence {
  node: NodeRef;
  bearing: LinkKind;
}

const strength: readonly LinkKind[] = ["context", "supports", "contradicts"];

/**
 * The evidence that an answer reaches over links and grounds. On a way of several links the weakest of *context* and *supports* counts,
 * and one that contradicts makes the whole way contradict; of several ways the strongest counts.
 */
export function usedBy(graph: EvidenceGraph, answer: GraphStatement): UsedEvidence[] {
  const found = new Map<string, UsedEvidence>();
  const walk = (statement: GraphStatement, way: LinkKind) => {
    for (const link of graph.linksOfBlock.get(statement.blockId) ?? []) reach(link.to, along(way, link.kind));
  };
  const reach = (node: NodeRef, bearing: LinkKind) => {
    const before = found.get(nodeKey(node));
    if (before && strength.indexOf(before.bearing) >= strength.indexOf(bearing)) return;
    found.set(nodeKey(node), { node, bearing });
    const statement = node.kind === "statement" ? graph.statements.get(node.id) : undefined;
    if (statement) walk(statement, bearing);
    else for (const below of nodesBelow(graph, node)) reach(below, bearing);
  };
  walk(answer, "supports");
  return [...found.values()].filter(({ node }) => isEvidenceKind(node.kind));
}

function along(way: LinkKind, next: LinkKind): LinkKind {
  if (way === "contradicts" || next === "contradicts") return "contradicts";
  return way === "context" || next === "context" ? "context" : "supports";
}

/** The answers to a research question: one, or one per part; and those to the questions in whose place it stands. */
export function answersTo(graph: EvidenceGraph, question: string, replaced: readonly string[] = []): GraphStatement[] {
  const asked = [question, ...replaced];
  return [...graph.statements.values()].filter(
    (statement) => statement.kind === "answer" && statement.question !== null && asked.includes(statement.question),
  );
}
