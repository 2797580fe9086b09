import type { SourceType } from "./source";

/** The kind of publication of CSL that a kind of ours is. */
export const cslTypes: Readonly<Record<SourceType, string>> = {
  article: "article-journal",
  book: "book",
  chapter: "chapter",
  report: "report",
  evaluation: "report",
  thesis: "thesis",
  conference: "paper-conference",
  policy: "report",
  law: "legislation",
  treaty: "treaty",
  guideline: "report",
  dataset: "dataset",
  website: "webpage",
  news: "article-newspaper",
  other: "document",
};

const ours = new Map<string, SourceType>([
  ["article", "article"],
  ["article-journal", "article"],
  ["article-magazine", "article"],
  ["review", "article"],
  ["review-book", "article"],
  ["periodical", "article"],
  ["article-newspaper", "news"],
  ["book", "book"],
  ["classic", "book"],
  ["collection", "book"],
  ["chapter", "chapter"],
  ["entry", "chapter"],
  ["entry-dictionary", "chapter"],
  ["entry-encyclopedia", "chapter"],
  ["report", "report"],
  ["pamphlet", "report"],
  ["manuscript", "report"],
  ["standard", "guideline"],
  ["thesis", "thesis"],
  ["paper-conference", "conference"],
  ["speech", "conference"],
  ["event", "conference"],
  ["bill", "law"],
  ["hearing", "law"],
  ["legal_case", "law"],
  ["legislation", "law"],
  ["regulation", "law"],
  ["treaty", "treaty"],
  ["dataset", "dataset"],
  ["webpage", "website"],
  ["post", "website"],
  ["post-weblog", "website"],
  ["document", "other"],
]);

/** Kinds of report that tell themselves by their genre ("Evaluation report", "Beleidsnota"). */
const byGenre: readonly (readonly [RegExp, SourceType])[] = [
  [/evaluat/iu, "evaluation"],
  [/policy|beleid|strateg/iu, "policy"],
  [/guideline|richtlijn/iu, "guideline"],
];

/** The kind of publication of ours that a kind of CSL is, as far as it can be told; null = we know no kind like it. */
export function sourceTypeOf(cslType: string, genre: string | undefined): SourceType | null {
  const known = ours.get(cslType);
  if (known !== "report" || genre === undefined) return known ?? null;
  return byGenre.find(([pattern]) => pattern.test(genre))?.[1] ?? "report";
}
