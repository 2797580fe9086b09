import { textIn, type LocalText } from "~/domain/local-text";
import type { Protocol } from "~/domain/protocol/schema";
import type { SearchQuery } from "~/domain/search/query";
import { markPassage } from "~/domain/text/mark-passage";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import type { Hit } from "./hit";

/** Who looks for which words, and where. */
export interface Asking {
  db: Db;
  viewer: Viewer;
  assessment: AssessmentRow;
  protocol: Protocol;
  words: string;
  /** The words, read. */
  query: SearchQuery;
}

/** How many records of one kind the index gives at most: enough to page through, and bounded. */
export const mostFound = 200;

/** A text in the language of the page, as far as it has it. */
export function inWords(text: LocalText | null | undefined, { viewer, assessment }: Pick<Asking, "viewer" | "assessment">): string {
  return textIn(text, viewer.language, assessment.languages);
}

/** The passage in the language of the page, or in the one in which a word was found. */
export function bestPassage(
  texts: readonly { text: string; language: string }[],
  { query, viewer }: Pick<Asking, "query" | "viewer">,
): Pick<Hit, "passage" | "lang"> {
  const marked = texts.map((one) => ({ passage: markPassage(one.text, query, one.language), lang: one.language }));
  const holding = marked.filter(({ passage }) => passage.some(({ hit }) => hit));
  const candidates = holding.length > 0 ? holding : marked;
  return candidates.find(({ lang }) => lang === viewer.language) ?? candidates[0] ?? { passage: [], lang: undefined };
}
