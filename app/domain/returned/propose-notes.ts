import { plainWords } from "~/domain/document/statement-text";
import { cleanWords } from "./clean-words";
import { changedBy, noteWords } from "./paragraph-words";
import { noProposal, type Proposal } from "./proposal";
import type { PlacedProposal } from "./propose-changes";
import type { ReturnedLines, ReturnedParagraph } from "./returned-lines";

/**
 * What was changed in the footnotes of a returned file: a note is no text that somebody could suggest words for, so each change is a comment on the text that
 * the note belongs to, or a remark where that is none. What is changed alike where a statement is shown again is told once, at its home.
 */
export function proposeNotes({ returned, language }: ReturnedLines, lastEditor: string): PlacedProposal[] {
  const notes = returned.flatMap((one, order) =>
    changedNotes(one).map(({ before, after, note }) => {
      const { authors, at } = changedBy(note ? [...note.paragraphs, { change: note.change }] : []);
      const author = authors.length > 0 ? authors.join(", ") : lastEditor;
      const proposal = { ...noProposal, ...placeOf(one, language), why: "note" as const, author, at, before, after };
      return { order, proposal, isHome: one.place?.kind !== "beside" };
    }),
  );
  const isToldAtHome = ({ proposal: { on, before, after } }: PlacedProposal) =>
    notes.some(
      ({ isHome, proposal }) =>
        isHome && on !== null && on.blockId === proposal.on?.blockId && before === proposal.before && after === proposal.after,
    );
  return notes.filter((note) => note.isHome || !isToldAtHome(note)).map(({ order, proposal }) => ({ order, proposal }));
}

interface ChangedNote {
  before: string;
  after: string;
  /** The note of the returned file; undefined where it has none any more. */
  note: ReturnedParagraph["paragraph"]["notes"][number] | undefined;
}

/** The notes of a paragraph that differ from those that were sent: what stands equal before and after is left out, the rest is paired in its order. */
function changedNotes({ paragraph, sentNotes }: ReturnedParagraph): ChangedNote[] {
  const sent = sentNotes.map(readable);
  const now = paragraph.notes.map((note) => readable(noteWords(note).after));
  const first = sent.findIndex((words, at) => words !== now[at]);
  const start = first < 0 ? sent.length : first;
  let end = 0;
  while (end < Math.min(sent.length, now.length) - start && sent.at(-1 - end) === now.at(-1 - end)) end += 1;
  const count = Math.max(sent.length, now.length) - end - start;
  return Array.from({ length: Math.max(0, count) }, (_, place) => {
    const at = start + place;
    const before = at < sent.length - end ? (sent[at] ?? "") : "";
    const isThere = at < now.length - end;
    return { before, after: isThere ? (now[at] ?? "") : "", note: isThere ? paragraph.notes[at] : undefined };
  }).filter(({ before, after }) => before !== after);
}

const readable = (words: string) => plainWords(cleanWords(words));

function placeOf({ place, into, section, how }: ReturnedParagraph, language: string): Partial<Proposal> {
  const found = place?.kind === "line" || place?.kind === "beside" ? place : into;
  const body = found && ("body" in found ? found.body : found.text.bodies.find((one) => one.language === language));
  if (!found || !body) return { section };
  return {
    kind: "comment",
    section: found.text.section,
    on: { blockId: found.text.blockId, language: body.language, version: body.version },
    how: how ?? "text",
  };
}
