import { textIn, type LocalText } from "~/domain/local-text";
import type { Protocol } from "~/domain/protocol/schema";
import type { SearchQuery } from "~/domain/search/query";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import type { EvidenceFilter } from "~/platform/search-evidence.server";

/** Who looks for which words, and where. */
export interface Asking {
  db: Db;
  viewer: Viewer;
  assessment: AssessmentRow;
  protocol: Protocol;
  words: string;
  /** The words, read. */
  query: SearchQuery;
  filter: EvidenceFilter;
  /** How many records of a kind the index gives at most: enough to page through, and bounded. */
  most: number;
}

/** A text in the language of the page, as far as it has it. */
export function inWords(text: LocalText | null | undefined, { viewer, assessment }: Pick<Asking, "viewer" | "assessment">): string {
  return textIn(text, viewer.language, assessment.languages);
}
