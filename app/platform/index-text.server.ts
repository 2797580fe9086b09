import { foldWords, searchTokens } from "~/domain/fold";
import type { Tx } from "./db.server";

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
  await tx.searchText.createMany({
    data: texts.map((one) => ({
      assessmentId,
      kind,
      recordId,
      language: one.language,
      words: foldWords(one.body, one.language).flatMap(searchTokens).join(" "),
    })),
  });
}
