import type { LocalText } from "~/domain/local-text";
import type { Db } from "../db.server";

/** A text of a record in its own language. */
export interface OriginalText {
  id: string;
  text: string;
  language: string;
}

/** One field of records of a kind in every language that it has, by record: one query. Empty texts are left out. */
export async function listRecordTexts(
  db: Db,
  assessmentId: string,
  kind: string,
  field: string,
  originals: readonly OriginalText[],
): Promise<Map<string, LocalText>> {
  const translations = await db.translation.findMany({
    where: { assessmentId, kind, field },
    select: { recordId: true, language: true, body: true },
  });
  const texts = new Map<string, Record<string, string>>();
  const add = (id: string, language: string, text: string) => {
    if (text.trim() !== "") texts.set(id, { ...texts.get(id), [language]: text });
  };
  const known = new Set(originals.map(({ id }) => id));
  for (const { recordId, language, body } of translations) if (known.has(recordId)) add(recordId, language, body);
  for (const { id, language, text } of originals) add(id, language, text);
  return texts;
}
