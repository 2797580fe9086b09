import type { PictureWords } from "~/domain/pictures/words";
import { extraValuesOf, labelOnScale, levelsOf, numberOnScale, type Scale } from "~/domain/protocol/scales";
import { type Judged, valueOf } from "./value";

/** How values of one scale are written in a cell: the number, or where the scale has none an abbreviation of the class. */
export interface ValueSigns {
  /** A value in short. */
  short: (judged: Judged) => string;
  /** A value in full: number and label. */
  full: (judged: Judged) => string;
  /** What raters gave, in short: from the lowest to the highest number, or the classes that occur, and answers without a level after them. */
  range: (given: readonly Judged[]) => string;
  /** The same with classes and answers without a level in full. */
  rangeInFull: (given: readonly Judged[]) => string;
}

/** The sign of an answer without a level: a dash, or where a scale has several of them its letter. */
function extraSign(scale: Scale, key: string): string {
  const keys = extraValuesOf(scale).map((extra) => extra.key);
  return keys.length < 2 ? "–" : String.fromCharCode(97 + Math.max(0, keys.indexOf(key)));
}

/** How values of a scale are written in one language. */
export function valueSigns(scale: Scale | null, { text, number }: Pick<PictureWords, "text" | "number">): ValueSigns {
  const levels = scale ? levelsOf(scale) : [];
  const signs = shortLabels(levels.map(({ label }) => text(label)));
  const numberOf = ({ level }: Judged) => (scale && level !== null ? numberOnScale(scale, level) : null);
  const short = (judged: Judged) => {
    const given = numberOf(judged);
    if (given !== null) return number(given);
    if (scale && judged.without !== null) return extraSign(scale, judged.without);
    const place = levels.findIndex(({ key }) => key === judged.level);
    return signs[place] ?? String(valueOf(judged) ?? "");
  };
  const full = (judged: Judged) => {
    const value = valueOf(judged);
    const given = numberOf(judged);
    const label = scale && value !== null ? text(labelOnScale(scale, value)) : "";
    return [given === null ? "" : number(given), label].filter(Boolean).join(" ") || String(value ?? "");
  };
  const rangeIn = (write: (judged: Judged) => string, between: string) => (given: readonly Judged[]) => {
    const numbers = given.flatMap((judged) => numberOf(judged) ?? []);
    const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
    const spread = numbers.length === 0 ? [] : [low === high ? number(low) : `${number(low)}–${number(high)}`];
    const classes = levels.filter(({ key }) => given.some((judged) => judged.level === key && numberOf(judged) === null));
    const others = extraKeys(scale).filter((key) => given.some(({ without }) => without === key));
    const plain = [...classes.map(({ key }) => ({ level: key, without: null })), ...others.map((key) => ({ level: null, without: key }))];
    return [...spread, ...plain.map(write)].join(between);
  };
  return { short, full, range: rangeIn(short, "/"), rangeInFull: rangeIn(full, " / ") };
}

const extraKeys = (scale: Scale | null) => (scale ? extraValuesOf(scale).map(({ key }) => key) : []);

/** Each label as short as it stays apart from the others: three letters or more and a full stop, or whole where it has no more than five. */
export function shortLabels(labels: readonly string[]): string[] {
  return labels.map((label) => {
    const letters = [...label];
    if (letters.length <= 5) return label;
    const isAlone = (length: number) => labels.filter((other) => [...other].slice(0, length).join("") === head(length)).length === 1;
    const head = (length: number) => letters.slice(0, length).join("");
    const lengths = letters.map((_, at) => at + 1).filter((length) => length >= 3);
    const enough = lengths.find((length) => isAlone(length) && head(length).trimEnd() === head(length)) ?? letters.length;
    return enough >= letters.length - 1 ? label : `${head(enough)}.`;
  });
}
