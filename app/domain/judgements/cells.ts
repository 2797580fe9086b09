import { groupBy } from "~/domain/evidence/graph";
import { isSameJudged, type Judged } from "./value";

/** The rater under whose name the agreed value of several raters is kept. */
export const reconciledRater = "reconciled";

/** One subject on one criterion. */
export interface CellRef {
  subjectId: string;
  criterion: string;
}

/** One text per cell, to look it up by. */
export function cellKey({ subjectId, criterion }: CellRef): string {
  return `${subjectId} ${criterion}`;
}

/** The cells of a round: each of its subjects on each of its criteria, in order. */
export function cellsOf({ subjects, criteria }: { subjects: readonly string[]; criteria: readonly string[] }): CellRef[] {
  return subjects.flatMap((subjectId) => criteria.map((criterion) => ({ subjectId, criterion })));
}

/** A judgement of a cell that may be seen. */
export type CellJudgement = CellRef & Judged & { rater: string; agreed: boolean | null };

/** How a cell of an open round stands: nothing there, one value that counts, or values that still have to be reconciled. */
export type CellStanding<Row> =
  | { state: "unrated"; counting: null; ratings: Row[] }
  | { state: "agreed" | "reconciled"; counting: Row; ratings: Row[] }
  | { state: "differs"; counting: null; ratings: Row[] };

/** How a cell stands from its judgements: the reconciled one counts, else that of a single rater, else values that are all the same. */
export function standingOf<Row extends CellJudgement>(rows: readonly Row[]): CellStanding<Row> {
  const ratings = rows.filter(({ rater }) => rater !== reconciledRater);
  const reconciled = rows.find(({ rater }) => rater === reconciledRater);
  if (reconciled) return { state: reconciled.agreed === true ? "agreed" : "reconciled", counting: reconciled, ratings };
  const [first] = ratings;
  if (!first) return { state: "unrated", counting: null, ratings };
  if (ratings.every((rating) => isSameJudged(rating, first))) return { state: "agreed", counting: first, ratings };
  return { state: "differs", counting: null, ratings };
}

/** The cells of a round of several raters that all of them judged the same, with their judgements. */
export function agreedCells<Row extends CellJudgement>(rows: readonly Row[], raters: number): Row[][] {
  if (raters < 2) return [];
  return [...groupBy(rows, cellKey).values()].filter((cell) => cell.length === raters && standingOf(cell).state === "agreed");
}

/** The cells whose raters differ and that have no reconciled value yet; none in a round of one rater. */
export function differingCells(rows: readonly CellJudgement[]): CellRef[] {
  return [...groupBy(rows, cellKey).values()]
    .filter((cell) => standingOf(cell).state === "differs")
    .flatMap(([first]) => (first ? [{ subjectId: first.subjectId, criterion: first.criterion }] : []));
}

/** A text with its original language. */
export interface GivenText {
  language: string;
  texts: { readonly [language: string]: string };
}

/**
 * What raters who agree wrote, as one text: theirs below each other, in the language of the first; in another language only where each
 * of them has it.
 */
export function joinedTexts(given: readonly GivenText[]): GivenText {
  const language = given[0]?.language ?? "";
  const own = given.map(({ texts, language: original }) => texts[language] ?? texts[original] ?? "");
  const others = [...new Set(given.flatMap(({ texts }) => Object.keys(texts)))].filter((code) => code !== language);
  const complete = others.filter((code) => given.every(({ texts }) => texts[code] !== undefined));
  const joined = (texts: readonly string[]) => [...new Set(texts)].join("\n\n");
  const inOthers = complete.map((code) => [code, joined(given.map(({ texts }) => texts[code] ?? ""))] as const);
  return { language, texts: { [language]: joined(own), ...Object.fromEntries(inOthers) } };
}
