import type { LocalText } from "~/domain/local-text";
import type { FigureValue } from "./value";

/** What can be counted, summed or averaged; each is the first word of a key. */
const figureNames = [
  "interviews",
  "interviews-held",
  "interviewees",
  "actors",
  "sources",
  "sources-included",
  "answers",
  "mean",
  "median",
  "spread",
  "rated",
  "fact-total",
  "nodes",
] as const;
/** What can be counted, summed or averaged. */
export type FigureName = (typeof figureNames)[number];

/** A figure that can be put into a text: its key, the words that say of what it is, and its value now. */
export interface Figure {
  of: string;
  name: FigureName;
  /** What narrows it, each by its code or text: a kind, a question, a criterion, a year. */
  about: readonly (LocalText | string)[];
  value: FigureValue;
}

/** The key of a figure: what it is, and what narrows it. */
export function figureKey(name: FigureName, ...narrowed: readonly string[]): string {
  return [name, ...narrowed].join(":");
}

/** What a key asks for; undefined where it names nothing that is counted. */
export function figureNameIfAny(of: string): FigureName | undefined {
  const [first] = of.split(":");
  return figureNames.find((name) => name === first);
}
