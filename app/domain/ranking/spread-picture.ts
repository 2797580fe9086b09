import type { Picture, Shape, Tone } from "~/domain/document/picture";
import { endOf, frame, middleOf, nameShapes, placeRows, type PictureRow } from "./picture-rows";
import { percentOf } from "./tell-ranking";
import type { SayName, SayRanking, ShownSpread, ShownSpreads } from "./shown";

const top = 44;
const nameWidth = frame.plot - frame.name - 12;
const cell = { height: 18, widest: 34, leastForNumber: 23 } as const;

/** Per subject the ranks that it had over the draws: a box per rank, darker for more draws, and below them a line over nine draws in ten with a mark at the middle rank. */
export function spreadPicture(spreads: ShownSpreads, say: SayRanking, nameOf: SayName): Picture {
  const { rows: subjects, draws, group, ranks } = spreads;
  const width = Math.min(cell.widest, (frame.width - frame.plot - 6) / Math.max(1, ranks));
  const rows = placeRows(subjects, nameOf, top, 36, nameWidth);
  const end = endOf(rows, top);
  const columns = { width, count: ranks };
  return {
    title: say("spreadTitle", { group }),
    description: say("spreadDescription", { count: subjects.length, draws }),
    width: frame.width,
    height: end + 6,
    shapes: [
      { kind: "text", x: frame.name, y: 14, text: say("rankAxis"), soft: true, small: true },
      ...headShapes(columns),
      ...rows.flatMap((row, at) => {
        const subject = subjects[at];
        return subject ? [...nameShapes(row, frame.name), ...subjectShapes(row, subject, width, say)] : [];
      }),
    ],
  };
}

/** The tone of a share of the draws: the more draws, the darker; none below half a hundredth. */
function toneOfShare(share: number): Tone | null {
  if (share < 0.005) return null;
  const steps: readonly Tone[] = ["level0", "level1", "level2", "level3", "level4"];
  return steps[[0.05, 0.2, 0.4, 0.65].filter((limit) => share >= limit).length] ?? null;
}

/** The numbers of the ranks above their columns: each of them, or every fifth where there are many. */
function headShapes({ width, count }: { width: number; count: number }): Shape[] {
  const step = width >= 16 ? 1 : width * 5 >= 16 ? 5 : 10;
  return Array.from({ length: count }, (_, at) => at + 1)
    .filter((rank) => rank === 1 || rank % step === 0)
    .map((rank) => ({ kind: "text", x: middleAt(rank, width), y: top - 8, text: String(rank), middle: true, soft: true, small: true }));
}

const leftAt = (rank: number, width: number) => frame.plot + (rank - 1) * width;
const middleAt = (rank: number, width: number) => leftAt(rank, width) + width / 2;

function subjectShapes(
  row: PictureRow,
  { rank, isShared, shares, median, low, high }: ShownSpread,
  width: number,
  say: SayRanking,
): Shape[] {
  const y = row.y + row.height / 2 - 14;
  const lineY = y + cell.height + 7;
  return [
    { kind: "text", x: frame.rank, y: middleOf(row), text: say(isShared ? "sharedRank" : "rank", { rank }), end: true, strong: true },
    ...shares.flatMap((share, at) => cellShapes(share, leftAt(at + 1, width), y, width, say)),
    ...(low === high ? [] : rangeShapes(middleAt(low, width), middleAt(high, width), lineY)),
    { kind: "mark", x: middleAt(median, width), y: lineY, size: 8, form: "diamond", stroke: "ink" },
  ];
}

function rangeShapes(from: number, to: number, y: number): Shape[] {
  const upright = (x: number): Shape => ({ kind: "line", stroke: "ink", points: [point(x, y - 4), point(x, y + 4)] });
  return [{ kind: "line", stroke: "ink", heavy: true, points: [point(from, y), point(to, y)] }, upright(from), upright(to)];
}

const point = (x: number, y: number) => ({ x, y });

function cellShapes(share: number, x: number, y: number, width: number, say: SayRanking): Shape[] {
  const tone = toneOfShare(share);
  if (tone === null) return [];
  const isDark = tone === "level3" || tone === "level4";
  const text = say("percent", { share: percentOf(share) });
  const words: Shape = {
    kind: "text",
    x: x + width / 2,
    y: y + 13,
    text,
    middle: true,
    small: true,
    ...(isDark && { light: true as const }),
  };
  return [{ kind: "box", x, y, width, height: cell.height, tone }, ...(width >= cell.leastForNumber ? [words] : [])];
}
