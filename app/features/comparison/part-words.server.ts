import type { ComparedRow } from "~/domain/interviews/comparison";
import { textIn } from "~/domain/local-text";
import type { Reading } from "~/platform/evidence-view.server";
import { translator } from "~/platform/i18n.server";

/** What a row says besides its question: the part, or how it was asked before that question took its place. */
export function partWords({ partText, earlier }: ComparedRow, { language, fallback, tool }: Reading): string {
  const wording = textIn(partText, language, fallback);
  return earlier ? translator(tool, "comparison")("askedEarlier", { wording }) : wording;
}
