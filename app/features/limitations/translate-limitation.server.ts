import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { saveTranslation } from "~/platform/translations.server";
import { findChangeableLimitation, limitationLabel } from "./keep-limitation.server";

/** A limitation in another language of the assessment; `version` is that of the translation, 0 when there is none yet. */
export interface TranslateLimitation {
  assessmentId: string;
  id: string;
  language: string;
  version: number;
  text: string;
}

export async function translateLimitation(context: ChangeContext, input: TranslateLimitation): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, language, version, text } = input;
    requireMay(context, assessmentId, "limitation.write", "section.read");
    const before = await findChangeableLimitation(tx, assessmentId, id);
    const original = { original: before.text, originalLanguage: before.language };
    const saved = await saveTranslation(tx, context, {
      assessmentId,
      kind: "limitation",
      recordId: id,
      field: "text",
      language,
      version,
      body: text,
      ...original,
    });
    if (!saved) return { result: { version }, event: "nothing changed" };
    const subject = { type: "limitation", id, version: before.version } as const;
    const told = { language, text: { before: saved.before, after: text } };
    return {
      result: { version: saved.version },
      event: { action: "limitation.translate", subject, label: limitationLabel(before.number), change: told },
    };
  });
}
