import type { Shape } from "~/domain/document/picture";
import { pictureText, wrapWords } from "~/domain/document/picture-drawing";
import type { Drawn, PictureTable } from "~/domain/pictures/drawn";
import { linesAtMost, smallLinesAtMost } from "~/domain/pictures/lines";
import { isDark } from "~/domain/pictures/tone";
import type { PictureWords } from "~/domain/pictures/words";
import type { LocalText } from "~/domain/local-text";
import type { JudgedSubject } from "~/domain/protocol/criteria";
import type { Scale } from "~/domain/protocol/scales";
import { cellWords, givenWords, toldWords } from "./heatmap-words";
import { countingOf, type RatedCell, type RatedCriterion, type RatedSubject } from "./rated";
import { marksLegend, ratedMarks, ratingMeanings } from "./rated-marks";
import { scaleAxis, type ScaleAxis } from "./scale-axis";
import { type Tally, tallyOf } from "./tally";
import { valueSigns } from "./value-signs";

/** One criterion of a profile; `all` is how every subject of the kind was judged on it, this one among them. */
export interface ProfileLine {
  criterion: RatedCriterion;
  cell: RatedCell;
  all: Tally;
}

/** One subject on each criterion, beside all others. */
export interface ShownProfile {
  subject: JudgedSubject;
  code: string;
  name: LocalText;
  lines: readonly ProfileLine[];
}

const frame = { width: 620, edge: 4, names: 172, from: 196, to: 446, words: 468, row: 50 } as const;

/** A subject on the scale of each criterion: its agreed value, the span of its raters, and the middle of all subjects; classes as boxes with how many have each. */
export function drawProfile(profile: ShownProfile, words: PictureWords): Drawn {
  const title = words.say("pictures.profile.title", { code: profile.code, name: words.text(profile.name) });
  const lines = wrapWords(title, frame.width - 2 * frame.edge, true);
  const top = 14 + lines.length * pictureText.line;
  const end = top + profile.lines.length * frame.row;
  const meanings = [
    ...ratingMeanings(words, true),
    { form: "triangle", words: words.say("pictures.profile.middle", { subject: profile.subject }) } as const,
  ];
  const legend = marksLegend(meanings, end + 8, frame.edge, frame.width - frame.edge);
  const table = tableOf(profile, words);
  return {
    table,
    picture: {
      title,
      description: words.say("pictures.profile.description", { criteria: profile.lines.length, subject: profile.subject }),
      width: frame.width,
      height: legend.end + 4,
      shapes: [
        ...lines.map((text, at): Shape => ({ kind: "text", x: frame.edge, y: 16 + at * pictureText.line, text, strong: true })),
        ...profile.lines.flatMap((line, at) => lineShapes(line, top + at * frame.row, words)),
        ...legend.shapes,
      ],
    },
  };
}

function lineShapes({ criterion, cell, all }: ProfileLine, y: number, words: PictureWords): Shape[] {
  const { scale, code, title } = criterion;
  const middle = y + 16;
  const names = linesAtMost(`${code} ${words.text(title)}`, frame.names, 2);
  const value = linesAtMost(cellWords(cell, criterion, words), frame.width - frame.words - frame.edge, 1);
  const beside = smallLinesAtMost(middleWords(scale, all, words), frame.width - frame.words - frame.edge, 2);
  const axis = scale && scaleAxis(scale, words, frame);
  return [
    ...names.map((text, at): Shape => ({ kind: "text", x: frame.edge, y: Math.round(middle + 4 + at * 15), text })),
    ...(axis ? (axis.isOrdered ? axisShapes(axis, cell, all, middle) : classShapes(axis, cell, all, middle)) : []),
    ...value.map((text): Shape => ({ kind: "text", x: frame.words, y: Math.round(middle + 1), text, strong: true })),
    ...beside.map((text, at): Shape => ({
      kind: "text",
      x: frame.words,
      y: Math.round(middle + 15 + at * 12),
      text,
      small: true,
      soft: true,
    })),
  ];
}

/** An ordered scale as a line with its places, the ends in words, and a triangle below it at the middle of all. */
function axisShapes(axis: ScaleAxis, cell: RatedCell, all: Tally, y: number): Shape[] {
  const [first, last] = [axis.places[0], axis.places.at(-1)];
  if (!first || !last) return [];
  const endWords = (place: typeof first) => [place.short, place.label].filter(Boolean).join(" ");
  const middles = [...new Set((all.spread?.middle ?? []).flatMap((level) => axis.xOf({ level, without: null }) ?? []))];
  return [
    {
      kind: "line",
      points: [
        { x: first.x, y },
        { x: last.x, y },
      ],
      stroke: "soft",
    },
    ...axis.places.map(({ x }): Shape => ({
      kind: "line",
      points: [
        { x, y: y - 4 },
        { x, y: y + 4 },
      ],
      stroke: "soft",
    })),
    { kind: "text", x: first.x - 4, y: y + 27, text: endWords(first), small: true, soft: true },
    { kind: "text", x: last.x + 4, y: y + 27, text: endWords(last), small: true, soft: true, end: true },
    ...ratedMarks(cell, axis, y),
    ...middles.map((x): Shape => ({ kind: "mark", x, y: y + 11, size: 9, form: "triangle", stroke: "ground" })),
  ];
}

/** Classes as boxes: that of the subject is filled and has a heavy edge, and below each stands how many have it. */
function classShapes(axis: ScaleAxis, cell: RatedCell, all: Tally, y: number): Shape[] {
  const width = (frame.to - frame.from) / Math.max(1, axis.places.length) - 4;
  const own = countingOf(cell)?.level ?? null;
  return axis.places.flatMap(({ x, short, judged }): Shape[] => {
    const isOwn = own !== null && judged?.level === own;
    const tone = isOwn ? "level3" : "level0";
    const count = all.levels.find(({ value }) => value === judged?.level)?.count ?? 0;
    return [
      { kind: "box", x: x - width / 2, y: y - 11, width, height: 22, tone, ...(isOwn && { ringed: true as const }) },
      { kind: "text", x, y: y + 4, text: short, small: true, middle: true, ...(isDark(tone) && { light: true as const }) },
      { kind: "text", x, y: y + 23, text: String(count), small: true, soft: true, middle: true },
    ];
  });
}

/** The middle of all in words, or the class that most have. */
function middleWords(scale: Scale | null, { spread, levels, judged }: Tally, words: PictureWords): string {
  if (!scale || judged === 0) return "";
  const signs = valueSigns(scale, words);
  const full = (level: string | number) => signs.full({ level, without: null });
  if (spread) {
    const [before, after] = spread.middle.map(full);
    return words.say("pictures.profile.middleIs", { value: before === after ? (before ?? "") : `${before}–${after}`, n: judged });
  }
  const most = Math.max(...levels.map(({ count }) => count));
  const classes = levels.filter(({ count }) => count === most).map(({ value }) => full(value));
  return words.say("pictures.profile.mostIs", { value: classes.join(", "), count: most, n: judged });
}

function tableOf({ lines, subject }: ShownProfile, words: PictureWords): PictureTable {
  const say = (key: string) => words.say(`pictures.profile.${key}`, { subject });
  return {
    columns: ["criterion", "value", "raters", "all"].map((key) => ({ label: say(key) })),
    rows: lines.map(({ criterion, cell, all }) => [
      `${criterion.code} ${words.text(criterion.title)}`,
      toldWords(cell, criterion, words),
      givenWords(cell, criterion, words),
      middleWords(criterion.scale, all, words),
    ]),
  };
}

/** How all subjects were judged on each criterion, in the order of the criteria; null for a criterion without a scale. */
export function talliesOf(criteria: readonly RatedCriterion[], rows: readonly RatedSubject[]): (Tally | null)[] {
  return criteria.map(({ scale }, at) => {
    const counting = rows.map((row) => (row.cells[at] ? countingOf(row.cells[at]) : null));
    return scale && tallyOf(scale, counting);
  });
}

/** One of several subjects on each criterion, beside all of them; `all` as `talliesOf` counts them. */
export function profileOf(
  { criteria, all }: { criteria: readonly RatedCriterion[]; all: readonly (Tally | null)[] },
  { code, name, cells }: RatedSubject,
  subject: JudgedSubject,
): ShownProfile {
  const lines = criteria.flatMap((criterion, at): ProfileLine[] => {
    const tally = all[at];
    return tally ? [{ criterion, cell: cells[at] ?? { state: "unrated" }, all: tally }] : [];
  });
  return { subject, code, name, lines };
}
