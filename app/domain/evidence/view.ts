import { groupBy, nodesBelow, statementsOn, type EvidenceGraph, type GraphStatement } from "./graph";
import { isEvidenceKind, nodeKey, statementKinds, type LinkKind, type NodeRef } from "./kinds";

/** A node of a drawn graph with the column that it stands in: 0 is what stands on nothing, those to the right stand on those to the left. */
export interface ViewNode {
  key: string;
  ref: NodeRef;
  column: number;
}

/** An edge from what is stood on to what stands on it; `kind` is null where evidence stands on evidence. */
export interface ViewEdge {
  from: string;
  to: string;
  kind: LinkKind | null;
}

/** What is drawn of a graph: nodes in a fixed order and the edges among them. */
export interface GraphView {
  nodes: ViewNode[];
  edges: ViewEdge[];
}

/** The chain of statements alone: those that are asked for, in the order given, with the links among them. Evidence is left to the marks at each. */
export function viewOfStatements(graph: EvidenceGraph, statements: readonly GraphStatement[]): GraphView {
  return viewOf(
    graph,
    statements.map(({ id }) => ({ kind: "statement", id })),
  );
}

/** Everything that one statement stands on, down to evidence that stands on nothing, and every statement that stands on it, up to the last. */
export function viewAround(graph: EvidenceGraph, statement: GraphStatement): GraphView {
  const start: NodeRef = { kind: "statement", id: statement.id };
  const above = (node: NodeRef) => statementsOn(graph, node).map(({ statement: on }): NodeRef => ({ kind: "statement", id: on.id }));
  const nodes = [...walk([start], (node) => nodesBelow(graph, node)), ...walk([start], above)];
  return viewOf(graph, [...new Map(nodes.map((node) => [nodeKey(node), node])).values()]);
}

function walk(starts: readonly NodeRef[], next: (node: NodeRef) => readonly NodeRef[]): NodeRef[] {
  const found = new Map<string, NodeRef>();
  for (let front = [...starts]; front.length > 0; front = front.flatMap(next)) {
    front = front.filter((node) => !found.has(nodeKey(node)));
    for (const node of front) found.set(nodeKey(node), node);
  }
  return [...found.values()];
}

function viewOf(graph: EvidenceGraph, refs: readonly NodeRef[]): GraphView {
  const shown = new Set(refs.map(nodeKey));
  const edges = refs.flatMap((ref) => edgesInto(graph, ref)).filter(({ from }) => shown.has(from));
  const ranks = ranksOf(graph, refs, edges);
  const used = [...new Set(ranks.values())].toSorted((one, other) => one - other);
  return {
    nodes: refs.map((ref) => ({ key: nodeKey(ref), ref, column: used.indexOf(ranks.get(nodeKey(ref)) ?? 0) })),
    edges,
  };
}

function edgesInto(graph: EvidenceGraph, ref: NodeRef): ViewEdge[] {
  const to = nodeKey(ref);
  const statement = ref.kind === "statement" ? graph.statements.get(ref.id) : undefined;
  if (!statement) return nodesBelow(graph, ref).map((below) => ({ from: nodeKey(below), to, kind: null }));
  return (graph.linksOfBlock.get(statement.blockId) ?? []).map((link) => ({ from: nodeKey(link.to), to, kind: link.kind }));
}

/** Within a kind a node stands one step further for each node of its kind below it; kinds follow each other along the chain. */
const stepsPerKind = 100;

function ranksOf(graph: EvidenceGraph, refs: readonly NodeRef[], edges: readonly ViewEdge[]): Map<string, number> {
  const below = groupBy(edges, ({ to }) => to);
  const kinds = new Map(refs.map((ref) => [nodeKey(ref), placeOfKind(graph, ref)]));
  const ranks = new Map<string, number>();
  const rankOf = (key: string): number => {
    const known = ranks.get(key);
    if (known !== undefined) return known;
    const own = (kinds.get(key) ?? 0) * stepsPerKind;
    // A cycle is refused when a link is made; one that came in by another way ends here.
    ranks.set(key, own);
    const same = (below.get(key) ?? []).map(({ from }) => from).filter((one) => kinds.get(one) === kinds.get(key));
    const rank = Math.min(
      own + stepsPerKind - 1,
      same.reduce((highest, one) => Math.max(highest, rankOf(one) + 1), own),
    );
    ranks.set(key, rank);
    return rank;
  };
  for (const ref of refs) rankOf(nodeKey(ref));
  return ranks;
}

/** The place of a node's kind along the chain: evidence, finding, answer, conclusion, recommendation. */
function placeOfKind(graph: EvidenceGraph, ref: NodeRef): number {
  if (isEvidenceKind(ref.kind)) return 0;
  const kind = graph.statements.get(ref.id)?.kind;
  return kind === undefined ? 0 : statementKinds.indexOf(kind) + 1;
}

/** The kind of a column for its heading: that of its nodes, or evidence. */
export function columnKind(graph: EvidenceGraph, nodes: readonly ViewNode[]): GraphStatement["kind"] | "evidence" {
  const ref = nodes[0]?.ref;
  const statement = ref?.kind === "statement" ? graph.statements.get(ref.id) : undefined;
  return statement?.kind ?? "evidence";
}
