import type { AnnotatedFile } from "./annotated-file";
import { cleanName } from "./clean-words";
import type { Proposal } from "./proposal";
import { proposeChanges } from "./propose-changes";
import { proposeComments } from "./propose-comments";
import { proposeNotes } from "./propose-notes";
import { readReturnedLines, type SentEdition } from "./returned-lines";

/**
 * What comes out of a file of an edition that somebody outside returned, in the order of the file: comments, and other words for the texts and their notes, each on the
 * statement or text that it belongs to (found by bookmark, then by words); what belongs to none as remarks.
 */
export function proposalsOf(sent: SentEdition, file: AnnotatedFile): Proposal[] {
  const lines = readReturnedLines(sent, file.paragraphs);
  const editor = cleanName(file.lastEditor);
  const all = [...proposeComments(lines, file.comments), ...proposeChanges(lines, editor), ...proposeNotes(lines, editor)];
  return all.toSorted((one, other) => one.order - other.order).map(({ proposal }) => ({ ...proposal, author: cleanName(proposal.author) }));
}
