import type { Picture, Shape } from "~/domain/document/picture";
import { pictureText, wrapWords } from "~/domain/document/picture-drawing";
import { endOf, frame, middleOf, nameShapes, placeRows, type PictureRow } from "./picture-rows";
import { tenthsOf } from "./tell-ranking";
import type { SayName, SayRanking, ShownRank, ShownRanking } from "./shown";

const plot = { from: frame.plot, to: 500 } as const;
const top = 44;
const nameWidth = frame.plot - frame.name - 12;
const xOf = (share: number) => plot.from + share * (plot.to - plot.from);

/** Scores from 0 to 100 as bars, the highest on top, with a line from the lowest to the highest rater; what has no rank is listed below. */
export function rankingPicture(ranking: ShownRanking, say: SayRanking, nameOf: SayName): Picture {
  const ranked = ranking.rows.filter(({ rank }) => rank !== null);
  const others = ranking.rows.filter(({ rank }) => rank === null);
  const rows = placeRows(ranked, nameOf, top, 26, nameWidth);
  const end = endOf(rows, top);
  const below = othersShapes(others, end, ranking.criteria, say, nameOf);
  return {
    title: say("rankingTitle", { group: ranking.group }),
    description: describe(ranked, others.length, say, nameOf),
    width: frame.width,
    height: below.end + 8,
    shapes: [
      ...axisShapes(end, say),
      ...rows.flatMap((row, at) => {
        const subject = ranked[at];
        return subject ? [...nameShapes(row, frame.name), ...scoreShapes(row, subject, say)] : [];
      }),
      ...below.shapes,
    ],
  };
}

function describe(ranked: readonly ShownRank[], others: number, say: SayRanking, nameOf: SayName): string {
  const first = ranked
    .filter(({ rank }) => rank !== null && rank <= 3)
    .slice(0, 5)
    .map(({ code, name, score }) => say("scoreOf", { name: `${code} ${nameOf(name)}`, score: tenthsOf(score ?? 0) }))
    .join("; ");
  return say("rankingDescription", { count: ranked.length, first, others });
}

/** The axis from 0 to 100 with dashed lines through the rows. */
function axisShapes(end: number, say: SayRanking): Shape[] {
  const marks = [0, 0.25, 0.5, 0.75, 1];
  return [
    { kind: "text", x: frame.name, y: 14, text: say("axis"), soft: true, small: true },
    ...marks.flatMap((share): Shape[] => [
      { kind: "text", x: xOf(share), y: top - 10, text: String(share * 100), middle: true, soft: true, small: true },
      { kind: "line", stroke: "soft", ...(share > 0 && { dashed: true as const }), points: [at(share, top - 5), at(share, end)] },
    ]),
  ];
}

const at = (share: number, y: number) => ({ x: xOf(share), y });

function scoreShapes(row: PictureRow, { rank, isShared, score, low, high }: ShownRank, say: SayRanking): Shape[] {
  if (score === null || low === null || high === null || rank === null) return [];
  const y = row.y + row.height / 2;
  const words = say(low === high ? "scoreAlone" : "scoreBetween", { score: tenthsOf(score), low: tenthsOf(low), high: tenthsOf(high) });
  const bar: Shape = { kind: "box", x: xOf(0), y: y - 7, width: Math.max(1, xOf(score) - xOf(0)), height: 14, tone: "level2" };
  return [
    { kind: "text", x: frame.rank, y: middleOf(row), text: say(isShared ? "sharedRank" : "rank", { rank }), end: true, strong: true },
    bar,
    ...(low === high ? [] : spanShapes(low, high, y)),
    { kind: "mark", x: xOf(score), y, size: 8, form: "diamond", stroke: "ink" },
    { kind: "text", x: plot.to + 14, y: middleOf(row), text: words },
  ];
}

/** A line with an upright at both ends. */
function spanShapes(low: number, high: number, y: number): Shape[] {
  const upright = (share: number): Shape => ({ kind: "line", stroke: "ink", points: [at(share, y - 5), at(share, y + 5)] });
  return [{ kind: "line", stroke: "ink", heavy: true, points: [at(low, y), at(high, y)] }, upright(low), upright(high)];
}

/** What has no rank: with how much of it was judged, or in one line where that is nothing. */
function othersShapes(others: readonly ShownRank[], from: number, of: number, say: SayRanking, nameOf: SayName) {
  if (others.length === 0) return { shapes: [], end: from };
  const wrapped = (text: string, strong = false) => wrapWords(text, frame.width - frame.name - 8, strong);
  const head = wrapped(say("notRanked"), true);
  const some = others.filter(({ criteria }) => criteria > 0);
  const none = others.filter(({ criteria }) => criteria === 0);
  const rowsFrom = from + 24 + head.length * pictureText.line;
  const rows = placeRows(some, nameOf, rowsFrom, 24, plot.to - frame.name - 60);
  const noneFrom = endOf(rows, rowsFrom);
  const codes = none.map(({ code }) => code).join(", ");
  const lines = none.length === 0 ? [] : wrapped(say("nothingCounted", { count: none.length, codes }));
  const shapes: Shape[] = [
    { kind: "line", stroke: "soft", points: [point(8, from + 10), point(frame.width - 8, from + 10)] },
    ...linesOfText(head, from + 30, true),
    ...rows.flatMap((row, place): Shape[] => [
      ...nameShapes(row, frame.name),
      { kind: "text", x: frame.width - 8, y: middleOf(row), text: say("counted", { criteria: some[place]?.criteria ?? 0, of }), end: true },
    ]),
    ...linesOfText(lines, noneFrom + pictureText.size + 2),
  ];
  return { shapes, end: noneFrom + lines.length * pictureText.line };
}

function linesOfText(lines: readonly string[], from: number, strong = false): Shape[] {
  return lines.map((text, at) => ({
    kind: "text",
    x: frame.name,
    y: from + at * pictureText.line,
    text,
    ...(strong && { strong: true as const }),
  }));
}

const point = (x: number, y: number) => ({ x, y });
