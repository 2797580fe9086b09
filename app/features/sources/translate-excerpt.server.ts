import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { saveTranslation } from "~/platform/translations.server";
import { findChangeableExcerpt, indexExcerpt } from "./keep-source.server";

/** The text of a passage in another language of the assessment; `version` is that of the translation, 0 when there is none yet. */
export interface TranslateExcerpt {
  assessmentId: string;
  id: string;
  language: string;
  version: number;
  text: string;
}

export async function translateExcerpt(context: ChangeContext, input: TranslateExcerpt): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, language, version, text } = input;
    requireMay(context, assessmentId, "source.write", "source.read");
    const excerpt = await findChangeableExcerpt(tx, assessmentId, id);
    const record = { assessmentId, kind: "excerpt", recordId: id, field: "text" };
    const saved = await saveTranslation(tx, context, {
      ...record,
      language,
      version,
      body: text,
      original: excerpt.text,
      originalLanguage: excerpt.language,
    });
    if (!saved) return { result: { version }, event: "nothing changed" };
    await indexExcerpt(tx, id);
    const subject = { type: "excerpt", id, version: excerpt.version } as const;
    const told = { language, text: { before: saved.before, after: text } };
    return { result: { version: saved.version }, event: { action: "excerpt.translate", subject, label: excerpt.code, change: told } };
  });
}
