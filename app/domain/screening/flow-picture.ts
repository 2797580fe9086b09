import type { Picture, Shape } from "~/domain/document/picture";
import { pictureText, widthOfWords, wrapWords } from "~/domain/document/picture-drawing";
import { isEmptyColumn, type PrismaFlow } from "~/domain/screening/flow";
import { flowRows, type BoxColumn, type FlowBox, type FlowRow, type NameReason, type SayFlow } from "~/domain/screening/flow-boxes";

const pad = 8;
const gap = 26;
/** Left edges and widths of the four columns of boxes. */
const columns: Readonly<Record<BoxColumn, { x: number; width: number }>> = {
  step: { x: 40, width: 190 },
  out: { x: 256, width: 176 },
  otherStep: { x: 462, width: 176 },
  otherOut: { x: 664, width: 156 },
};
const columnNames = ["step", "out", "otherStep", "otherOut"] as const satisfies readonly BoxColumn[];

interface Placed {
  y: number;
  height: number;
}

/** The flow as the PRISMA 2020 diagram: boxes from top to bottom, what is left out beside them. */
export function flowPicture(flow: PrismaFlow, say: SayFlow, nameOf: NameReason): Picture {
  const rows = flowRows(flow, say, nameOf);
  const placed = placeRows(rows, say);
  const last = placed.at(-1);
  const hasOther = !isEmptyColumn(flow.other);
  const rightmost = hasOther ? columns.otherOut : columns.out;
  return {
    title: say("title"),
    description: descriptionOf(flow, say),
    width: rightmost.x + rightmost.width + 4,
    height: (last ? last.y + last.height : 0) + 4,
    shapes: [...stageShapes(rows, placed, say), ...arrows(placed, hasOther), ...rows.flatMap((row, at) => boxShapes(row, placed[at]))],
  };
}

/** What the picture shows, in a sentence. */
export function descriptionOf({ searched, other, included }: PrismaFlow, say: SayFlow): string {
  const identified = [...searched.identified, ...other.identified].reduce((sum, { count }) => sum + count, 0);
  return say("description", { identified, screened: searched.screened, assessed: searched.assessed + other.assessed, included });
}

/** How wide a box is: the headings reach over the boxes of their column. */
function spanOf(column: BoxColumn, { tone }: FlowBox) {
  const { x, width } = columns[column];
  if (tone !== "head") return { x, width };
  const end = column === "step" ? columns.out : columns.otherOut;
  return { x, width: end.x + end.width - x };
}

function linesOf(column: BoxColumn, box: FlowBox): string[] {
  const { width } = spanOf(column, box);
  return box.lines.flatMap((text) => wrapWords(text, width - 2 * pad, box.tone === "head"));
}

function entriesOf(boxes: FlowRow["boxes"]): [BoxColumn, FlowBox][] {
  return columnNames.flatMap((name): [BoxColumn, FlowBox][] => (boxes[name] ? [[name, boxes[name]]] : []));
}

function placeRows(rows: readonly FlowRow[], say: SayFlow): Placed[] {
  const heights = rows.map(({ boxes, stage }) => {
    const counts = entriesOf(boxes).map(([column, box]) => linesOf(column, box).length);
    const isAlone = stage !== "" && rows.filter((row) => row.stage === stage).length === 1;
    return Math.max(Math.max(...counts) * pictureText.line + 2 * pad, isAlone ? stageHeight(say(`stage.${stage}`)) : 0);
  });
  return heights.map((height, at) => ({ y: 4 + heights.slice(0, at).reduce((sum, each) => sum + each + gap, 0), height }));
}

function boxShapes({ boxes }: FlowRow, placed: Placed | undefined): Shape[] {
  if (!placed) return [];
  return entriesOf(boxes).flatMap(([column, box]): Shape[] => {
    const { x, width } = spanOf(column, box);
    const lines = linesOf(column, box);
    const top = placed.y + (placed.height - lines.length * pictureText.line) / 2 + pictureText.size;
    return [
      { kind: "box", x, y: placed.y, width, height: placed.height, tone: box.tone },
      ...lines.map((text, at): Shape => ({
        kind: "text",
        x: x + pad,
        y: Math.round(top + at * pictureText.line),
        text,
        ...(box.tone === "head" && { strong: true as const }),
      })),
    ];
  });
}

/** The names of the stages, upright along the left edge, each beside its rows. */
function stageShapes(rows: readonly FlowRow[], placed: readonly Placed[], say: SayFlow): Shape[] {
  const stages = [...new Set(rows.map(({ stage }) => stage))].filter((stage) => stage !== "");
  return stages.flatMap((stage): Shape[] => {
    const own = placed.filter((_, at) => rows[at]?.stage === stage);
    const [first, end] = [own[0], own.at(-1)];
    if (!first || !end) return [];
    const text = say(`stage.${stage}`);
    const middle = Math.round((first.y + end.y + end.height) / 2);
    const height = Math.max(end.y + end.height - first.y, stageHeight(text));
    return [
      { kind: "box", x: 4, y: Math.round(middle - height / 2), width: 24, height, tone: "stage" },
      { kind: "text", x: 20.5, y: middle, text, strong: true, middle: true, upright: true },
    ];
  });
}

/** The height that the name of a stage needs, upright. */
function stageHeight(text: string): number {
  return Math.ceil(widthOfWords(text, true)) + 3 * pad;
}

function arrows(placed: readonly Placed[], hasOther: boolean): Shape[] {
  const first = [1, 2, 3, 4].flatMap((row) => [...down(placed, "step", row, row + 1), ...across(placed, "step", "out", row)]);
  if (!hasOther) return first;
  return [
    ...first,
    ...down(placed, "otherStep", 1, 3),
    ...down(placed, "otherStep", 3, 4),
    ...[3, 4].flatMap((row) => across(placed, "otherStep", "otherOut", row)),
    ...intoIncluded(placed),
  ];
}

function arrow(...points: { x: number; y: number }[]): Shape {
  return { kind: "arrow", points };
}

function down(placed: readonly Placed[], column: BoxColumn, from: number, to: number): Shape[] {
  const [above, below] = [placed[from], placed[to]];
  const x = columns[column].x + columns[column].width / 2;
  return above && below ? [arrow({ x, y: above.y + above.height }, { x, y: below.y })] : [];
}

function across(placed: readonly Placed[], from: BoxColumn, to: BoxColumn, row: number): Shape[] {
  const at = placed[row];
  if (!at) return [];
  const y = at.y + at.height / 2;
  return [arrow({ x: columns[from].x + columns[from].width, y }, { x: columns[to].x, y })];
}

/** What was found otherwise joins the last box from the right. */
function intoIncluded(placed: readonly Placed[]): Shape[] {
  const [assessed, included] = [placed[4], placed[5]];
  if (!assessed || !included) return [];
  const x = columns.otherStep.x + columns.otherStep.width / 2;
  const y = included.y + included.height / 2;
  return [arrow({ x, y: assessed.y + assessed.height }, { x, y }, { x: columns.step.x + columns.step.width, y })];
}
