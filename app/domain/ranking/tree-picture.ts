import type { Picture, Shape } from "~/domain/document/picture";
import { groupsWithin, heightOf, idsOf, type ClusterNode } from "./clusters";
import { endOf, frame, middleOf, nameShapes, placeRows, type PictureRow } from "./picture-rows";
import type { SayName, SayRanking, ShownTree } from "./shown";

const top = 44;
const to = frame.width - 14;

interface Drawing {
  rows: ReadonlyMap<string, PictureRow>;
  xOf: (height: number) => number;
}

/** Profiles joined from left to right, the nearest first, with a dashed line where groups are cut; each group has a letter. */
export function treePicture({ tree, names, apart, group }: ShownTree, say: SayRanking, nameOf: SayName): Picture {
  const ids = idsOf(tree);
  const named = ids.flatMap((id) => names.find(({ code }) => code === id) ?? []);
  const placed = placeRows(named, nameOf, top, 26, frame.plot - frame.name - 12);
  const longest = Math.max(apart * 1.25, heightOf(tree));
  const xOf = (height: number) => frame.plot + (height / longest) * (to - frame.plot);
  const rows = new Map(ids.flatMap((id, at) => (placed[at] ? [[id, placed[at]] as const] : [])));
  const groups = groupsWithin(tree, apart);
  const end = endOf(placed, top);
  return {
    title: say("treeTitle", { group }),
    description: say("treeDescription", { count: ids.length, groups: groups.length, apart: Math.round(apart * 100) }),
    width: frame.width,
    height: end + 8,
    shapes: [
      ...groups.flatMap((group, at) => groupShapes(group, at, rows)),
      ...placed.flatMap((row) => nameShapes(row, frame.name)),
      { kind: "text", x: frame.name, y: 14, text: say("apartAxis"), soft: true, small: true },
      ...axisShapes(longest, xOf),
      {
        kind: "line",
        stroke: "ground",
        dashed: true,
        heavy: true,
        points: [
          { x: xOf(apart), y: top - 4 },
          { x: xOf(apart), y: end },
        ],
      },
      ...joinShapes(tree, { rows, xOf }).shapes,
    ],
  };
}

function axisShapes(longest: number, xOf: (height: number) => number): Shape[] {
  const step = longest > 0.5 ? 0.2 : longest > 0.25 ? 0.1 : 0.05;
  const marks = Array.from({ length: Math.floor(longest / step + 1e-9) + 1 }, (_, at) => at * step);
  return marks.map((share) => ({
    kind: "text",
    x: xOf(share),
    y: top - 12,
    text: String(Math.round(share * 100)),
    middle: true,
    soft: true,
    small: true,
  }));
}

/** The letter of a group: A to Z, and on with AA. */
export function groupLetter(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : `${groupLetter(Math.floor(at / 26) - 1)}${letter}`;
}

/** The letter of a group before its first row, and a shade behind every second group. */
function groupShapes(group: readonly string[], at: number, rows: Drawing["rows"]): Shape[] {
  const own = group.flatMap((id) => rows.get(id) ?? []);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return [];
  const shade: Shape = {
    kind: "box",
    x: 4,
    y: first.y + 1,
    width: frame.plot - 10,
    height: last.y + last.height - first.y - 2,
    tone: "aside",
  };
  return [shade, { kind: "text", x: 12, y: middleOf(first), text: groupLetter(at), strong: true }];
}

function joinShapes(node: ClusterNode, drawing: Drawing): { shapes: Shape[]; y: number } {
  if (node.kind === "leaf") {
    const row = drawing.rows.get(node.id);
    return { shapes: [], y: row ? row.y + row.height / 2 : top };
  }
  const parts = node.parts.map((part) => ({ part, ...joinShapes(part, drawing) }));
  const x = drawing.xOf(node.height);
  const ys = parts.map(({ y }) => y);
  const line = (...points: { x: number; y: number }[]): Shape => ({ kind: "line", stroke: "ink", points });
  return {
    y: (Math.min(...ys) + Math.max(...ys)) / 2,
    shapes: [
      ...parts.flatMap(({ shapes, part, y }) => [...shapes, line({ x: drawing.xOf(heightOf(part)), y }, { x, y })]),
      line({ x, y: Math.min(...ys) }, { x, y: Math.max(...ys) }),
    ],
  };
}
