import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { saveTranslation } from "~/platform/translations.server";

/** Keeps the words that were made from a value in the other languages, in place of what stood there. */
export async function translateMadeText(
  tx: Tx,
  context: ChangeContext,
  fact: { id: string; assessmentId: string; text: string; language: string },
  others: readonly (readonly [string, string])[],
): Promise<void> {
  const { id, assessmentId, text, language: originalLanguage } = fact;
  const record = { assessmentId, kind: "actor-fact", recordId: id, field: "text", original: text, originalLanguage };
  const existing = await tx.translation.findMany({
    where: { kind: "actor-fact", recordId: id, field: "text" },
    select: { language: true, version: true },
  });
  for (const [language, body] of others) {
    const version = existing.find((one) => one.language === language)?.version ?? 0;
    await saveTranslation(tx, context, { ...record, language, version, body });
  }
}
