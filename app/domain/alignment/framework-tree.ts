import type { PolicyFramework, PolicyNode } from "~/domain/protocol/frameworks";
import type { Judged } from "~/domain/judgements/value";
import { tallyOf, type Tally } from "~/domain/judgements/tally";
import { nodesInOrder, policyNodeCode } from "~/domain/protocol/readers";
import type { Scale } from "~/domain/protocol/scales";

/** A judgement of one policy node with what it rests on: how many grounds can still be read, and how many cannot any more. */
export interface JudgedNode extends Judged {
  node: string;
  grounds: number;
  lostGrounds: number;
}

/** A node of a framework with its own judgement and, where nodes lie below it, how those were judged. */
export interface TreeNode {
  node: PolicyNode;
  code: string;
  depth: number;
  /** A heading, which is not judged itself. */
  isGroup: boolean;
  own: JudgedNode | null;
  /** How the nodes below it were judged, at every depth, each once; null where none lies below it. */
  below: Tally | null;
}

/** A framework with the judgements of its nodes, and how all of them were judged. */
export interface FrameworkTree {
  framework: PolicyFramework;
  scale: Scale;
  nodes: TreeNode[];
  all: Tally;
}

/**
 * A framework with what was judged of it. Rolled up is what lies below a node: every node that can be judged counts once, at whatever
 * depth, a heading never, and the node's own judgement stands beside it and not in it.
 */
export function frameworkTree(framework: PolicyFramework, scale: Scale, judgements: readonly JudgedNode[]): FrameworkTree {
  const byNode = new Map(judgements.map((judged) => [judged.node, judged]));
  const placed = nodesInOrder(framework);
  const judgedOf = (nodes: readonly PolicyNode[]) => nodes.map(({ id }) => byNode.get(id) ?? null);
  const nodes = placed.map(({ node, depth }): TreeNode => {
    const under = judgeableBelow(framework, node.id);
    return {
      node,
      code: policyNodeCode(framework, node),
      depth,
      isGroup: node.kind === "group",
      own: byNode.get(node.id) ?? null,
      below: under.length === 0 ? null : tallyOf(scale, judgedOf(under)),
    };
  });
  const judgeable = framework.nodes.filter(({ kind }) => kind !== "group");
  return { framework, scale, nodes, all: tallyOf(scale, judgedOf(judgeable)) };
}

/** The nodes below one that can be judged, at every depth. */
function judgeableBelow(framework: PolicyFramework, id: string): PolicyNode[] {
  const children = framework.nodes.filter(({ parent }) => parent === id);
  return children.flatMap((child) => [...(child.kind === "group" ? [] : [child]), ...judgeableBelow(framework, child.id)]);
}
