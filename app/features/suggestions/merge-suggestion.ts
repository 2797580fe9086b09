import { withoutCitations } from "~/domain/sections/citations";
import type { BlockDocument } from "~/domain/text/document";
import { documentOfMerge, mergeTexts } from "~/domain/text/merge";
import { citationsOf } from "~/domain/text/text-of-doc";

/** What a block says once a suggestion is accepted: its words, with what the suggestion changed since its start. Null where both changed the same words. */
export function acceptedText(
  base: BlockDocument,
  now: BlockDocument,
  suggested: BlockDocument,
  linkIds: readonly string[],
): BlockDocument | null {
  const isUntouched = JSON.stringify(base) === JSON.stringify(now);
  const merged = isUntouched ? suggested : documentOfMerge(mergeTexts(base, now, suggested));
  if (!merged) return null;
  const gone = citationsOf(merged).filter((id) => !linkIds.includes(id));
  return gone.length === 0 ? merged : withoutCitations(merged, new Set(gone));
}
