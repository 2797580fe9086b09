import { withoutCitations } from "~/domain/sections/citations";
import type { BlockDocument } from "~/domain/text/document";
import { changedOver } from "~/domain/text/merge";
import { citationsOf } from "~/domain/text/text-of-doc";

/** What a block says once a suggestion is accepted, and the links cited in it that are gone: their citations are left out. */
export interface AcceptedText {
  document: BlockDocument;
  lost: readonly string[];
}

/** What a block says once a suggestion is accepted: its words, with what the suggestion changed since its start. Null where both changed the same words. */
export function acceptedText(
  base: BlockDocument,
  now: BlockDocument,
  suggested: BlockDocument,
  linkIds: readonly string[],
): AcceptedText | null {
  const merged = changedOver(base, now, suggested);
  if (!merged) return null;
  const lost = new Set(citationsOf(merged).filter((id) => !linkIds.includes(id)));
  return { document: lost.size === 0 ? merged : withoutCitations(merged, lost), lost: [...lost] };
}
