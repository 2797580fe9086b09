import { statementsOn, type EvidenceGraph, type GraphStatement } from "./graph";
import { nodeKey, type NodeRef } from "./kinds";

/** The evidence that no block links to and that stands under nothing else: it was gathered and is never used. */
export function unusedEvidence<Node extends NodeRef>(graph: EvidenceGraph, evidence: readonly Node[]): Node[] {
  const grounds = new Set([...graph.groundsOf.values()].flatMap((under) => under.map(nodeKey)));
  return evidence.filter((node) => !graph.linksTo.has(nodeKey(node)) && !grounds.has(nodeKey(node)));
}

/**
 * The statements that lead nowhere: nothing stands on them, and they are not the end of the chain. An answer to a question that has one above it, a
 * finding, and a conclusion from which no recommendation follows are told alike; recommendations are the end.
 */
export function leadingNowhere(graph: EvidenceGraph): GraphStatement[] {
  return [...graph.statements.values()].filter(
    ({ id, kind }) => kind !== "recommendation" && statementsOn(graph, { kind: "statement", id }).length === 0,
  );
}
