import { numberFormat } from "~/domain/formats";
import { type Agreement, type AgreementFigure, fewestSubjects } from "./measure";
import type { LeftOut } from "./of-scale";
import { usualDrawing } from "./order";
import { readingOf } from "./readings";

/** Gives a word of the tool by its key below `agreement`. */
export type AgreementWords = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** A coefficient in words and figures of one language; what there is none of is empty, and where it can't be computed the reading says why. */
export interface ToldFigure {
  id: string;
  name: string;
  value: string;
  /** The bounds in one text, or that there are none. */
  interval: string;
  low: string;
  high: string;
  /** How many samples have no value; empty where it is none. */
  failed: string;
  reading: string;
  /** The reading in a word or two, for a narrow table: without its source and the lower end of the interval. */
  short: string;
}

/** More subjects than this before a share is written as a percentage. */
const manySubjects = 20;

/** A coefficient with two decimals; observed agreement of more than 20 subjects as a percentage. `locale` is a BCP 47 tag. */
export function writeFigure({ name }: Pick<AgreementFigure, "name">, value: number, subjects: number, locale: string): string {
  if (name === "percent" && subjects > manySubjects) return `${numberFormat(locale).format(Math.round(value * 100))}%`;
  return numberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: "negative" }).format(value);
}

/** A coefficient as a table shows it. */
export function tellFigure(
  figure: AgreementFigure,
  { subjects }: Pick<Agreement, "subjects">,
  say: AgreementWords,
  locale: string,
): ToldFigure {
  const { name, value, interval, reason } = figure;
  const told = { id: name, name: say(`names.${name}`), value: "", interval: "", low: "", high: "", failed: "" };
  if (value === null) {
    return { ...told, reading: reason ? tellReason(reason, { subjects }, say) : "", short: reason ? say(`short.${reason}`) : "" };
  }
  const word = readingOf(name, value)?.word;
  const write = (given: number) => writeFigure(figure, given, subjects, locale);
  const bounds = interval && { low: write(interval.low), high: write(interval.high) };
  const written = bounds ? say("interval", bounds) : say("noInterval");
  const failed = figure.failed > 0 ? numberFormat(locale).format(figure.failed) : "";
  return {
    ...told,
    value: write(value),
    ...bounds,
    interval: written,
    failed,
    reading: tellReading(figure, say),
    short: word ? say(`readings.${word}`) : "",
  };
}

/** Why there is nothing, in words. */
export function tellReason(
  reason: NonNullable<AgreementFigure["reason"]>,
  { subjects }: Pick<Agreement, "subjects">,
  say: AgreementWords,
): string {
  return say(`reasons.${reason}`, { subjects, fewest: fewestSubjects });
}

/** The reading of the value, and where it is another the one of the lower end of the interval. */
function tellReading({ name, value, interval }: AgreementFigure, say: AgreementWords): string {
  const reading = value === null ? null : readingOf(name, value);
  if (!reading) return say("noReading");
  const from = interval && readingOf(name, interval.low);
  const told = { reading: say(`readings.${reading.word}`), source: say(`sources.${reading.benchmark}`) };
  return from && from.word !== reading.word ? say("readingFrom", { ...told, from: say(`readings.${from.word}`) }) : say("reading", told);
}

/**
 * What must be known with the figures of a criterion, as sentences: what was left out of the ratings, how many samples have no value, and that an interval
 * without a width tells nothing.
 */
export function tellNotes({ figures }: Agreement, leftOut: LeftOut, say: AgreementWords): string[] {
  const kinds = (["without", "missing", "offScale"] as const).filter((kind) => leftOut[kind] > 0);
  const out = kinds.map((kind) => say(`leftOut.${kind}`, { count: leftOut[kind] })).join("; ");
  const failed = Math.max(0, ...figures.map((figure) => figure.failed));
  const isWhole = figures.some(({ name, value }) => name === "percent" && value === 1);
  return [
    ...(out === "" ? [] : [say("leftOut.these", { out })]),
    ...(failed === 0 ? [] : [say("failed", { failed, samples: usualDrawing.samples })]),
    ...(isWhole ? [say("whole")] : []),
  ];
}

/** The coefficient that stands for the others: α. Null where it can't be computed. */
export function headlineOf({ figures }: Agreement): (AgreementFigure & { value: number }) | null {
  const last = figures.at(-1);
  return last?.value == null ? null : { ...last, value: last.value };
}
