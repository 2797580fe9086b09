import type { FrameworkTree, TreeNode } from "~/domain/alignment/framework-tree";
import { contradictionWords } from "~/domain/alignment/remark-words";
import { contradictionsOf, gapOf, type Contradiction } from "~/domain/alignment/remarks";
import { shownValue } from "~/domain/judgements/shown-value";
import { countWords, rangeWords, tallyWords, valueWords } from "~/domain/judgements/tally-words";
import type { Tally } from "~/domain/judgements/tally";
import type { PictureWords } from "~/domain/pictures/words";
import type { Scale } from "~/domain/protocol/scales";
import type { FrameworkTrees } from "~/platform/framework-trees.server";

/** A contradiction in words, with the statement that it leads to. */
interface ShownContradiction {
  kind: Contradiction["kind"];
  words: string;
  statement: string | null;
  /** The nodes that it names besides the one at which it is told. */
  about: string[];
}

/** A framework as pages show it. */
export type ShownFramework = ReturnType<typeof showTree>;
/** A node of a framework as pages show it. */
export type ShownNode = ShownFramework["nodes"][number];

interface Beside {
  words: PictureWords;
  saidOf: (key: string) => { text: string; language: string } | null;
}

/** A framework in words of one language. */
export function showTree(tree: FrameworkTree, { trees, against }: FrameworkTrees, { words, saidOf }: Beside) {
  const { framework, scale, all } = tree;
  const found = contradictionsOf(tree, trees, against.get(framework.id) ?? []);
  const shown = found.map((one) => ({ node: one.node, ...showContradiction(tree, trees, one, words) }));
  const nodes = tree.nodes.map((node) => ({
    ...showNode(scale, node, words),
    contradictions: shown.filter((one) => one.node === node.node.id),
    reasons: saidOf(`${framework.id}/${node.node.id}`),
  }));
  return {
    id: framework.id,
    code: framework.code,
    title: words.text(framework.title),
    description: words.text(framework.description),
    scale: words.text(scale.title),
    isOrdered: scale.kind === "ordinal" || scale.kind === "numeric",
    informs: framework.informs ?? [],
    summary: showTally(scale, all, words),
    gaps: nodes.filter(({ gap }) => gap !== null).length,
    contradictions: shown.length,
    nodes,
  };
}

function showContradiction(
  tree: FrameworkTree,
  all: readonly FrameworkTree[],
  found: Contradiction,
  words: PictureWords,
): ShownContradiction {
  const statement = found.kind === "cited-against" ? found.statement : null;
  const about = found.kind === "far-apart" ? [found.lowest.node, found.highest.node] : [];
  return { kind: found.kind, words: contradictionWords(tree, all, found, words), statement, about };
}

function showNode(scale: Scale, { node, code, depth, isGroup, own, below, ...rest }: TreeNode, words: PictureWords) {
  const value = own?.without ?? own?.level ?? null;
  return {
    id: node.id,
    code,
    depth,
    number: node.number ?? null,
    title: words.text(node.title),
    parent: node.parent ?? null,
    group: isGroup,
    elaboratedIn: node.elaboratedIn ?? null,
    level: value === null ? null : valueWords(scale, value, words),
    place: own ? (shownValue(scale, own)?.place ?? null) : null,
    counted: own?.without === null,
    gap: gapOf({ node, code, depth, isGroup, own, below, ...rest }),
    below: below ? showTally(scale, below, words) : null,
  };
}

/** A tally as pages show it: its numbers, its bar and its words. */
function showTally(scale: Scale, tally: Tally, words: PictureWords) {
  const { judged, subjects, open, levels, without } = tally;
  return {
    judged,
    subjects,
    open,
    without: without.reduce((sum, { count }) => sum + count, 0),
    levels: levels
      .filter(({ count }) => count > 0)
      .map(({ value, count }) => ({
        label: valueWords(scale, value, words),
        count,
        place: shownValue(scale, { level: value, without: null })?.place ?? null,
      })),
    range: rangeWords(scale, tally, words),
    withoutWords: countWords(without, words),
    words: tallyWords(scale, tally, words),
  };
}

/** A tally as pages show it. */
export type ShownTally = ReturnType<typeof showTally>;
