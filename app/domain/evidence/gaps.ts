import type { EvidenceGraph, GraphStatement } from "./graph";

/** How many links of each kind stand under a statement; `supports` in the order of the ground line comes first. */
export interface GroundCount {
  supports: number;
  contradicts: number;
  context: number;
}

/** The links under a statement by kind. */
export function countGrounds(graph: EvidenceGraph, statement: GraphStatement): GroundCount {
  const links = graph.linksOfBlock.get(statement.blockId) ?? [];
  const count = (kind: keyof GroundCount) => links.filter((link) => link.kind === kind).length;
  return { supports: count("supports"), contradicts: count("contradicts"), context: count("context") };
}

/** Says whether nothing supports a statement; context and contradiction are no ground. */
export function isUnsupported(graph: EvidenceGraph, statement: GraphStatement): boolean {
  return countGrounds(graph, statement).supports === 0;
}

/** Says whether something contradicts a statement. */
export function isContradicted(graph: EvidenceGraph, statement: GraphStatement): boolean {
  return countGrounds(graph, statement).contradicts > 0;
}

/** Says whether something contradicts a statement and no words say how that was dealt with. */
export function isContradictionOpen(graph: EvidenceGraph, statement: GraphStatement): boolean {
  return isContradicted(graph, statement) && statement.contradictionAnswer.trim() === "";
}

/** The statements of one section that have no support, and those whose contradiction is not addressed; each in the order of the graph. */
export function gapsOfSection(
  graph: EvidenceGraph,
  sectionId: string,
): { unsupported: GraphStatement[]; contradictionOpen: GraphStatement[] } {
  const statements = [...graph.statements.values()].filter((statement) => statement.sectionId === sectionId);
  return {
    unsupported: statements.filter((statement) => isUnsupported(graph, statement)),
    contradictionOpen: statements.filter((statement) => isContradictionOpen(graph, statement)),
  };
}
