import type { LocalText } from "~/domain/local-text";
import { nodeKey, type LinkKind, type NodeRef, type StatementKind } from "./kinds";

/** A link from a block to evidence or to a statement; archived links are not in the graph. */
export interface GraphLink {
  id: string;
  fromBlockId: string;
  to: NodeRef;
  kind: LinkKind;
  note: string;
}

/** A statement with its home. */
export interface GraphStatement {
  id: string;
  blockId: string;
  sectionId: string;
  kind: StatementKind;
  code: string;
  question: string | null;
  part: string | null;
  contradictionAnswer: string;
  /** How sure it is said to be; left out where nobody asks. */
  confidence?: { level: string | null; reason: string };
  /** Who should act on a recommendation, by language. */
  addressedTo?: LocalText;
}

/** A block that is not archived; `repeats` is the statement that it shows again. */
export interface GraphBlock {
  id: string;
  sectionId: string;
  repeats: string | null;
}

/** What stands under a judgement, an alignment or another holder. */
export interface GraphGround {
  holder: { kind: string; id: string };
  evidence: NodeRef;
}

/** The evidence graph of one assessment, ready to be walked down (what it stands on) and up (what stands on it). */
export interface EvidenceGraph {
  blocks: ReadonlyMap<string, GraphBlock>;
  statements: ReadonlyMap<string, GraphStatement>;
  statementOfBlock: ReadonlyMap<string, GraphStatement>;
  blocksOfSection: ReadonlyMap<string, readonly GraphBlock[]>;
  linksOfBlock: ReadonlyMap<string, readonly GraphLink[]>;
  linksTo: ReadonlyMap<string, readonly GraphLink[]>;
  groundsOf: ReadonlyMap<string, readonly NodeRef[]>;
}

/** The rows that a graph is made from; links and grounds of blocks that are not given are left out. */
export interface GraphRows {
  blocks: readonly GraphBlock[];
  statements: readonly GraphStatement[];
  links: readonly GraphLink[];
  grounds: readonly GraphGround[];
}

/** The graph of the rows; the order of the rows does not matter to any answer it gives. */
export function makeGraph(rows: GraphRows): EvidenceGraph {
  const blocks = new Map(rows.blocks.map((block) => [block.id, block]));
  const statements = rows.statements.filter((statement) => blocks.has(statement.blockId));
  const links = rows.links.filter((link) => blocks.has(link.fromBlockId)).toSorted(byTarget);
  return {
    blocks,
    statements: new Map(statements.map((statement) => [statement.id, statement])),
    statementOfBlock: new Map(statements.map((statement) => [statement.blockId, statement])),
    blocksOfSection: groupBy(rows.blocks, (block) => block.sectionId),
    linksOfBlock: groupBy(links, (link) => link.fromBlockId),
    linksTo: groupBy(links, (link) => nodeKey(link.to)),
    groundsOf: groundsByHolder(rows.grounds),
  };
}

function groundsByHolder(grounds: readonly GraphGround[]): Map<string, NodeRef[]> {
  const byHolder = groupBy(grounds, ({ holder }) => `${holder.kind}/${holder.id}`);
  return new Map([...byHolder].map(([holder, under]) => [holder, under.map(({ evidence }) => evidence).toSorted(byKey)]));
}

/** The items by key, in their order within each key. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

const byKey = (one: NodeRef, other: NodeRef) => compare(nodeKey(one), nodeKey(other));
const byTarget = (one: GraphLink, other: GraphLink) =>
  byKey(one.to, other.to) || compare(one.kind, other.kind) || compare(one.id, other.id);

/** Order of two texts by UTF-16 unit, the same on every machine. */
export function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** The nodes directly below a node: what its links point at, or its grounds. */
export function nodesBelow(graph: EvidenceGraph, node: NodeRef): readonly NodeRef[] {
  if (node.kind !== "statement") return graph.groundsOf.get(nodeKey(node)) ?? [];
  const statement = graph.statements.get(node.id);
  return statement ? (graph.linksOfBlock.get(statement.blockId) ?? []).map((link) => link.to) : [];
}

/** The nodes that the blocks of a section point at: through their links, and the statements that they repeat. */
function nodesUnderSection(graph: EvidenceGraph, sectionId: string): NodeRef[] {
  const blocks = graph.blocksOfSection.get(sectionId) ?? [];
  return blocks.flatMap((block) => [
    ...(graph.linksOfBlock.get(block.id) ?? []).map((link) => link.to),
    ...(block.repeats === null ? [] : [{ kind: "statement", id: block.repeats } as const]),
  ]);
}

/** A node that was reached, how many steps away it is (1 = directly) and the node before it on a shortest way. */
export interface Reached {
  node: NodeRef;
  steps: number;
  through: NodeRef | null;
}

/** Everything reachable over links and grounds from some nodes, these included (1 step), nearest first; each node once. */
export function reachableFrom(graph: EvidenceGraph, starts: readonly NodeRef[]): Map<string, Reached> {
  const found = new Map<string, Reached>();
  let front: Reached[] = starts.toSorted(byKey).map((node) => ({ node, steps: 1, through: null }));
  while (front.length > 0) {
    const fresh = front.filter((reached) => !found.has(nodeKey(reached.node)) && found.set(nodeKey(reached.node), reached));
    front = fresh.flatMap(({ node, steps }) => nodesBelow(graph, node).map((below) => ({ node: below, steps: steps + 1, through: node })));
  }
  return found;
}

/** Everything reachable from a section, in whichever section it stands. */
export function reachableFromSection(graph: EvidenceGraph, sectionId: string): Map<string, Reached> {
  return reachableFrom(graph, nodesUnderSection(graph, sectionId));
}

/** Says whether a link from a block to a node would close a cycle: the block's statement is the node or is reachable from it. */
export function wouldMakeCycle(graph: EvidenceGraph, fromBlockId: string, to: NodeRef): boolean {
  const statement = graph.statementOfBlock.get(fromBlockId);
  return statement !== undefined && reachableFrom(graph, [to]).has(nodeKey({ kind: "statement", id: statement.id }));
}

/** The statements that stand directly on a node, each with the link over which it does. */
export function statementsOn(graph: EvidenceGraph, node: NodeRef): { statement: GraphStatement; link: GraphLink }[] {
  return (graph.linksTo.get(nodeKey(node)) ?? []).flatMap((link) => {
    const statement = graph.statementOfBlock.get(link.fromBlockId);
    return statement ? [{ statement, link }] : [];
  });
}
