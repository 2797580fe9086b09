import type { Shape } from "~/domain/document/picture";
import { pictureText, widthOfWords } from "~/domain/document/picture-drawing";
import { smallLine, widthOfSmall } from "~/domain/pictures/lines";
import { isDark, toneOfPlace } from "~/domain/pictures/tone";
import type { PictureWords } from "~/domain/pictures/words";
import { levelsOf, type NumericScale, type Scale } from "~/domain/protocol/scales";
import type { z } from "zod";
import { earlierSign, heatCellShapes, lookOfValue, type CellPlace } from "./heatmap-cell";
import { countingOf, givenOf, isEarlier, type RatedCell } from "./rated";
import type { ShownHeatmap } from "./shown-heatmap";
import type { Judged } from "./value";
import { valueSigns } from "./value-signs";

/** Where a legend stands. */
interface LegendPlace {
  from: number;
  left: number;
  right: number;
  isShort: boolean;
}

/** One sign of a legend with what it means; `draw` draws it in its place. */
interface Entry {
  words: string;
  width: number;
  draw: (place: CellPlace) => Shape[];
}

const sign = { width: 34, height: 20, line: 25 } as const;

/** Everything that can stand in a cell of this heatmap, scale by scale, and what the marks mean that occur in it. */
export function heatmapLegend(heatmap: ShownHeatmap, words: PictureWords, place: LegendPlace): { shapes: Shape[]; end: number } {
  const groups = [...scaleGroups(heatmap, words), markGroup(heatmap, words), ...(place.isShort ? [codeGroup(heatmap, words)] : [])];
  let y = place.from;
  const shapes = groups.flatMap(({ title, entries }) => {
    if (entries.length === 0) return [];
    const drawn = groupShapes(title, entries, { ...place, from: y });
    y = drawn.end;
    return drawn.shapes;
  });
  return { shapes, end: y };
}

/** The levels of each scale, headed by its name and the criteria that have it. */
function scaleGroups({ criteria }: ShownHeatmap, words: PictureWords): { title: string; entries: Entry[] }[] {
  const scales = new Map(criteria.flatMap(({ scale }) => (scale ? [[scale.id, scale] as const] : [])));
  return [...scales.values()].map((scale) => {
    const codes = criteria.filter((criterion) => criterion.scale?.id === scale.id).map(({ code }) => code);
    const title = words.text(scale.title);
    const isAlone = scales.size === 1;
    return { title: isAlone ? title : `${title} (${codes.join(", ")})`, entries: scaleEntries(scale, words) };
  });
}

function scaleEntries(scale: Scale, words: PictureWords): Entry[] {
  const signs = valueSigns(scale, words);
  const levels = scale.kind === "numeric" ? [] : levelsOf(scale).map(({ key }): Judged => ({ level: key, without: null }));
  return [
    ...(scale.kind === "numeric" ? numericEntries(scale, words) : []),
    ...levels.map((judged): Entry => {
      const full = signs.full(judged);
      const short = signs.short(judged);
      const label = full.startsWith(`${short} `) ? full.slice(short.length + 1) : full;
      return entryOf(label === short ? "" : label, short, lookOfValue(scale, judged));
    }),
  ];
}

/** Five spans of numbers, each with its tone, and what the numbers are. */
function numericEntries(scale: z.infer<typeof NumericScale>, { number, text, say }: PictureWords): Entry[] {
  const steps = Math.round((scale.max - scale.min) / scale.step);
  const first = (tone: number) => (tone === 0 ? 0 : Math.ceil(((tone - 0.5) / 4) * steps));
  const at = (step: number) => number(scale.min + step * scale.step);
  const spans = [0, 1, 2, 3, 4].flatMap((tone) => {
    const [low, high] = [first(tone), tone === 4 ? steps : first(tone + 1) - 1];
    return high < low ? [] : [{ tone: toneOfPlace(tone / 4), words: low === high ? at(low) : `${at(low)}–${at(high)}` }];
  });
  const unit = text(scale.unit);
  return spans.map(({ tone, words }, place) => {
    const isLast = place === spans.length - 1;
    return entryOf(isLast ? say("pictures.heatmap.numbers", { unit: unit === "" ? "none" : unit }) : "", words, { tone });
  });
}

function entryOf(words: string, short: string, look: ReturnType<typeof lookOfValue>): Entry {
  const width = Math.max(sign.width, Math.ceil(widthOfWords(short, true)) + 12);
  const draw = (place: CellPlace): Shape[] => [
    { kind: "box", ...place, ...look },
    ...(look.hatched
      ? [{ kind: "box", x: place.x + 6, y: place.y + 3, width: width - 12, height: place.height - 6, tone: "level0" } as const]
      : []),
    {
      kind: "text",
      x: place.x + width / 2,
      y: place.y + place.height / 2 + pictureText.size / 2 - 2,
      text: short,
      strong: true,
      middle: true,
      ...(isDark(look.tone) && { light: true as const }),
    },
  ];
  return { words, width, draw };
}

/** The marks that occur: reconciled after a difference, still differing, blind, not rated. */
function markGroup(heatmap: ShownHeatmap, words: PictureWords): { title: string; entries: Entry[] } {
  const cells = heatmap.rows.flatMap((row) => row.cells);
  const first = (state: RatedCell["state"]) => cells.find((cell) => cell.state === state);
  const say = (key: string) => words.say(`pictures.heatmap.${key}`);
  const likeCell =
    (cell: RatedCell): Entry["draw"] =>
    (place) =>
      heatCellShapes(cell, null, place, words);
  const mark =
    (text: string): Entry["draw"] =>
    ({ x, y, width, height }) => [{ kind: "text", x: x + width / 2, y: y + height / 2 + 5, text, strong: true, middle: true }];
  const entries: (Entry | undefined)[] = [
    first("reconciled") && { words: say("legend.reconciled"), width: 20, draw: mark("≠") },
    first("differs") && {
      words: say("legend.differs"),
      width: sign.width,
      draw: (place) => [{ kind: "box", ...place, tone: "level0", ringed: true }],
    },
    first("blind") && {
      words: say("legend.blind"),
      width: sign.width,
      draw: (place) => [{ kind: "box", ...place, tone: "aside", crossed: true }],
    },
    first("unrated") && { words: say("legend.unrated"), width: sign.width, draw: likeCell({ state: "unrated" }) },
    cells.some(isEarlier) ? { words: words.say("pictures.rated.earlier"), width: 20, draw: mark(earlierSign) } : undefined,
  ];
  return { title: "", entries: [...withoutEntries(heatmap, words), ...entries.flatMap((entry) => entry ?? [])] };
}

/** The answers without a level that occur, each once however many scales have it. */
function withoutEntries({ criteria, rows }: ShownHeatmap, words: PictureWords): Entry[] {
  const found = criteria.flatMap(({ scale }, at) => {
    const given = rows.flatMap(({ cells }) => {
      const cell = cells[at] ?? { state: "unrated" };
      return [countingOf(cell), ...givenOf(cell)].flatMap((judged) => judged?.without ?? []);
    });
    const signs = valueSigns(scale, words);
    return [...new Set(given)]
      .map((key): Judged => ({ level: null, without: key }))
      .map((judged) => [signs.short(judged), signs.full(judged)] as const);
  });
  const look = { tone: "level0", hatched: true } as const;
  return [...new Map(found.map((one) => [one.join(" "), one])).values()].map(([short, full]) => entryOf(full, short, look));
}

/** The criteria behind codes that stand alone at the heads of narrow columns. */
function codeGroup({ criteria }: ShownHeatmap, { say, text }: PictureWords): { title: string; entries: Entry[] } {
  const entries = criteria.map(({ code, title }): Entry => {
    const width = Math.ceil(widthOfWords(code)) + 2;
    return {
      words: text(title),
      width,
      draw: ({ x, y, height }) => [{ kind: "text", x, y: y + height / 2 + 5, text: code, strong: true }],
    };
  });
  return { title: say("pictures.heatmap.criteria"), entries };
}

/** How much wider words may be where the sans of the documents is not there. */
const otherFont = 1.15;

/** The entries of a group beside each other as far as they fit, under its title. */
function groupShapes(title: string, entries: readonly Entry[], { from, left, right }: LegendPlace): { shapes: Shape[]; end: number } {
  const headed = title === "" ? 0 : smallLine + 5;
  let [x, y] = [left, from + headed];
  const shapes = entries.flatMap((entry): Shape[] => {
    const width = entry.width + (entry.words === "" ? 4 : 6 + widthOfSmall(entry.words) * otherFont + 14);
    if (x > left && x + width > right) [x, y] = [left, y + sign.line];
    const place = { x, y, width: entry.width, height: sign.height };
    x += width;
    return [
      ...entry.draw(place),
      ...(entry.words === ""
        ? []
        : [{ kind: "text" as const, x: place.x + entry.width + 6, y: y + 14, text: entry.words, small: true as const }]),
    ];
  });
  const head: Shape[] = title === "" ? [] : [{ kind: "text", x: left, y: from + 11, text: title, small: true, soft: true }];
  return { shapes: [...head, ...shapes], end: y + sign.line + 5 };
}
