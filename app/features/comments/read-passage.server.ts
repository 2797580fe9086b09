import { findPassage, type Span } from "~/domain/comments/anchor";
import { wholeSection, type StoredPassage } from "~/platform/comments.server";
import type { Tx } from "~/platform/db.server";
import { textAtVersion, textRecordOf } from "~/platform/passage-text.server";
import { refuse } from "~/platform/refusal.server";

/** What somebody comments on: a block in a language, and in it a passage that was selected, or typed as a quotation. */
export interface CommentedOn {
  blockId: string;
  language: string;
  /** A selection in the text as it was at this version. */
  selected?: Span & { version: number };
  /** The words of the passage, typed; `which` says which of several places is meant. */
  quote?: { words: string; which: number | null };
}

/** Finds what a comment is on. Refuses a block that is not written in this section (404), and words that don't stand in it, or in several places (422). */
export async function readPassage(tx: Tx, sectionId: string, on: CommentedOn): Promise<StoredPassage> {
  const written = { archivedAt: null, repeats: null, data: null };
  const block = await tx.block.findFirst({ where: { id: on.blockId, sectionId, ...written } });
  if (!block) throw refuse("not-found");
  const language = await languageOf(tx, block, on);
  const record = await textRecordOf(tx, block, language);
  const { version, text } = on.selected
    ? { version: on.selected.version, text: await textAtVersion(tx, record, on.selected.version) }
    : record;
  const place = on.selected ? selectedIn(text, on.selected) : on.quote ? quotedIn(text, on.quote) : null;
  const where = { blockId: block.id, language, blockVersion: version };
  if (!place) return { ...wholeSection, ...where };
  return { ...where, ...place, passage: text.slice(place.start, place.end) };
}

/** The language of the words that are quoted: the one that the page showed, else that of the block. A selection has one of its own. */
async function languageOf(tx: Tx, { id, language }: { id: string; language: string }, on: CommentedOn): Promise<string> {
  if (on.selected || on.language === language) return on.language;
  const where = { kind: "block", recordId: id, field: "document", language: on.language };
  return (await tx.translation.count({ where })) > 0 ? on.language : language;
}

function selectedIn(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const isPassage = start < end && end <= text.length && words.trim() !== "" && !/\p{Surrogate}/u.test(words);
  if (!isPassage) throw refuse("invalid", { field: "quote", problem: "passage-not-found" });
  return { start, end };
}

function quotedIn(text: string, { words, which }: { words: string; which: number | null }): Span {
  const found = findPassage(words, text);
  if ("found" in found && found.found) return found.found;
  const chosen = "several" in found && which !== null ? found.several[which] : undefined;
  if (chosen) return chosen;
  throw refuse("invalid", { field: "quote", problem: "several" in found ? "passage-twice" : "passage-not-found" });
}
