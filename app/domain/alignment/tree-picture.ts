import type { Shape } from "~/domain/document/picture";
import { pictureText, wrapWords } from "~/domain/document/picture-drawing";
import type { Tally } from "~/domain/judgements/tally";
import { countWords, spreadWords, valueWords } from "~/domain/judgements/tally-words";
import { shownValue } from "~/domain/judgements/shown-value";
import type { Drawn } from "~/domain/pictures/drawn";
import { toneOfPlace } from "~/domain/pictures/tone";
import type { PictureWords } from "~/domain/pictures/words";
import type { FrameworkTree, JudgedNode, TreeNode } from "./framework-tree";
import { placeColumns, type TreeColumns } from "./tree-columns";

const names = { x: 4, width: 292, indent: 16 } as const;
/** Room kept free beside words, for a program that draws them in a wider letter. */
const spare = 24;
const pad = 7;

/** A line of the tree: a node with its own judgement, or how what lies below something was judged. */
interface Line {
  depth: number;
  lines: string[];
  strong: boolean;
  own: JudgedNode | "open" | null;
  tally: Tally | null;
}

/**
 * A framework as a tree beside the columns of its scale: a node has its box in the column of its level; under a heading, and under a
 * node with others below it, stand how many below it have each level, with a line from the lowest to the highest and a mark in the middle.
 */
export function drawFrameworkTree(tree: FrameworkTree, words: PictureWords): Drawn {
  const columns = placeColumns(tree.scale, tree.all, names.x + names.width + 8, words);
  const lines = linesOf(tree, words);
  const tops = lines.reduce<number[]>((all, own) => [...all, (all.at(-1) ?? 0) + heightOf(own)], [columns.height + 6]);
  const end = tops.at(-1) ?? 0;
  const { judged, subjects } = tree.all;
  return {
    picture: {
      title: words.say("pictures.alignment.title", { framework: words.text(tree.framework.title) }),
      description: words.say("pictures.alignment.description", { judged, subjects }),
      width: columns.end + 4,
      height: end + 4,
      shapes: [...columns.shapes(end), ...lines.flatMap((line, at) => lineShapes(line, tops[at] ?? 0, tree, columns))],
    },
    table: tableOf(tree, words),
  };
}

function linesOf({ nodes, all }: FrameworkTree, words: PictureWords): Line[] {
  const wrap = (text: string, depth: number, strong: boolean) => wrapWords(text, names.width - spare - depth * names.indent, strong);
  const made = nodes.flatMap((node): Line[] => {
    const { depth, isGroup, own, below } = node;
    const title = wrap(titleOf(node, words), depth, isGroup);
    if (isGroup) return [{ depth, lines: title, strong: true, own: null, tally: below }];
    const under = wrap(words.say("pictures.alignment.below", { node: node.code }), depth + 1, false);
    return [
      { depth, lines: title, strong: false, own: own ?? "open", tally: null },
      ...(below ? [{ depth: depth + 1, lines: under, strong: false, own: null, tally: below }] : []),
    ];
  });
  const total: Line = { depth: 0, lines: wrap(words.say("pictures.alignment.all"), 0, true), strong: true, own: null, tally: all };
  return [...made, total];
}

/** A line with numbers and a range below them needs more room than one of words. */
function heightOf({ lines, tally }: Line): number {
  return lines.length * pictureText.line + pad + (tally ? 8 : 0);
}

function titleOf({ node, code, isGroup }: TreeNode, { text }: PictureWords): string {
  return isGroup || node.number === undefined ? text(node.title) : `${code} ${text(node.title)}`;
}

function lineShapes(line: Line, y: number, { scale }: FrameworkTree, columns: TreeColumns): Shape[] {
  const { depth, lines, strong, own, tally } = line;
  const middle = y + (heightOf(line) - pad) / 2;
  const above = y - pad / 2;
  const x = names.x + depth * names.indent;
  const soft = !strong && own === null;
  return [
    ...(strong ? [across(above, columns.end)] : []),
    ...lines.map((text, at): Shape => ({
      kind: "text",
      x,
      y: Math.round(middle + (at - lines.length / 2) * pictureText.line + pictureText.size),
      text,
      ...(strong && { strong: true as const }),
      ...(soft && { soft: true as const }),
    })),
    ...(own === null ? [] : ownShapes(own, middle, scale, columns)),
    ...(tally ? tallyShapes(tally, middle, columns) : []),
  ];
}

const across = (y: number, end: number): Shape => ({
  kind: "line",
  stroke: "soft",
  points: [
    { x: names.x, y },
    { x: end, y },
  ],
});

function ownShapes(own: JudgedNode | "open", middle: number, scale: FrameworkTree["scale"], columns: TreeColumns): Shape[] {
  const box = (x: number, width: number) => ({ kind: "box" as const, x: x - width / 2, y: middle - 8, width, height: 16 });
  if (own === "open" || (own.level === null && own.without === null))
    return [{ kind: "mark", x: columns.open, y: middle, size: 11, form: "ring", stroke: "soft" }];
  if (own.level === null) return [{ ...box(columns.without, 34), tone: "plain", hatched: true }];
  const at = columns.placeOf(own.level);
  if (at === null) return [{ kind: "mark", x: columns.open, y: middle, size: 11, form: "ring", stroke: "soft" }];
  return [
    { ...box(at, columns.boxWidth), tone: toneOfPlace(shownValue(scale, own)?.place ?? null) },
    ...(columns.isNumeric ? [small(at + columns.boxWidth / 2 + 5, middle + 4, String(own.level))] : []),
  ];
}

const small = (x: number, y: number, text: string): Shape => ({ kind: "text", x, y, text, small: true });

function tallyShapes(tally: Tally, middle: number, columns: TreeColumns): Shape[] {
  const count = (x: number, number: number): Shape[] =>
    number === 0 ? [] : [{ kind: "text", x, y: middle + 1, text: String(number), middle: true, strong: true }];
  const without = tally.without.reduce((sum, each) => sum + each.count, 0);
  const levels = columns.isNumeric ? [] : tally.levels.flatMap(({ value, count: number }) => count(columns.placeOf(value) ?? 0, number));
  return [...levels, ...count(columns.without, without), ...count(columns.open, tally.open), ...spreadShapes(tally, middle + 9, columns)];
}

function spreadShapes({ spread }: Tally, y: number, { placeOf }: TreeColumns): Shape[] {
  if (!spread) return [];
  const [low, high, before, after] = [spread.lowest, spread.highest, ...spread.middle].map((value) => placeOf(value));
  if (low == null || high == null || before == null || after == null || low === high) return [];
  return [
    {
      kind: "line",
      stroke: "ink",
      points: [
        { x: low, y },
        { x: high, y },
      ],
      heavy: true,
    },
    { kind: "mark", x: (before + after) / 2, y, size: 8, form: "diamond", stroke: "ink" },
  ];
}

/** The same as a table: every node with its value, and for what lies below it the counts in words. */
function tableOf(tree: FrameworkTree, words: PictureWords): Drawn["table"] {
  const { scale, nodes, all } = tree;
  const row = (name: string, value: string, tally: Tally | null) => [
    name,
    value,
    tally ? words.say("pictures.tally.of", { judged: tally.judged, subjects: tally.subjects }) : "",
    tally ? countWords(tally.levels, words) : "",
    tally ? spreadWords(scale, tally, words) : "",
    tally ? countWords(tally.without, words) : "",
    tally ? words.number(tally.open) : "",
  ];
  const head = (key: string) => ({ label: words.say(`pictures.alignment.columns.${key}`) });
  const valueOfNode = ({ isGroup, own }: TreeNode) => {
    const value = own?.without ?? own?.level ?? null;
    if (value !== null) return valueWords(scale, value, words);
    return isGroup ? "" : words.say("pictures.tally.notJudged");
  };
  return {
    columns: [
      head("node"),
      head("own"),
      head("judged"),
      head("levels"),
      head("spread"),
      head("without"),
      { ...head("open"), numeric: true },
    ],
    rows: [
      ...nodes.map((node) => row(titleOf(node, words), valueOfNode(node), node.below)),
      row(words.say("pictures.alignment.all"), "", all),
    ],
  };
}
