import { foldWords, searchTokens } from "~/domain/fold";
import type { Tx } from "./db.server";
import { insertRows } from "./insert-rows.server";

/** A record whose words can be searched: its original text; its translations of `field` are added by themselves. */
export interface IndexedText {
  assessmentId: string;
  kind: string;
  recordId: string;
  field: string;
  language: string;
  /** The words to find it by; empty = not to be found any more (archived, withdrawn). */
  text: string;
}

/** Brings the words of a record and of its translations into the search index, in place of what was there. */
export async function indexText(tx: Tx, { assessmentId, kind, recordId, field, language, text }: IndexedText): Promise<void> {
  await tx.searchText.deleteMany({ where: { kind, recordId } });
  if (text.trim() === "") return;
  const translations = await tx.translation.findMany({ where: { kind, recordId, field }, select: { language: true, body: true } });
  const texts = [{ language, body: text }, ...translations.filter((other) => other.language !== language && other.body.trim() !== "")];
  await insertRows(
    tx,
    "SearchText",
    texts.map((one) => rowOf({ assessmentId, kind, recordId, language: one.language, text: one.body })),
  );
}

/** Brings records into the search index that were made in this change: nothing of them can be there, and nothing of them is translated. */
export async function indexNewTexts(tx: Tx, texts: readonly IndexedText[]): Promise<void> {
  await insertRows(tx, "SearchText", texts.filter(({ text }) => text.trim() !== "").map(rowOf));
}

function rowOf({ assessmentId, kind, recordId, language, text }: Omit<IndexedText, "field">) {
  return { assessmentId, kind, recordId, language, words: foldWords(text, language).flatMap(searchTokens).join(" ") };
}
