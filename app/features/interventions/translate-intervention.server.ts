import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { saveTranslation } from "~/platform/translations.server";
import { findChangeableIntervention, indexIntervention } from "./keep-intervention.server";

/** Title or description of an intervention in another language; `version` is that of the translation, 0 when there is none yet. */
export interface TranslateIntervention {
  assessmentId: string;
  id: string;
  field: "title" | "description";
  language: string;
  version: number;
  text: string;
}

export async function translateIntervention(context: ChangeContext, input: TranslateIntervention): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, field, language, version, text } = input;
    requireMay(context, assessmentId, "intervention.write", "intervention.read");
    const before = await findChangeableIntervention(tx, assessmentId, id);
    const record = { assessmentId, kind: "intervention", recordId: id, field };
    const saved = await saveTranslation(tx, context, {
      ...record,
      language,
      version,
      body: text,
      original: before[field],
      originalLanguage: before.language,
    });
    if (!saved) return { result: { version }, event: "nothing changed" };
    await indexIntervention(tx, id);
    const subject = { type: "intervention", id, version: before.version } as const;
    return {
      result: { version: saved.version },
      event: {
        action: "intervention.translate",
        subject,
        label: before.code,
        change: { language, field, text: { before: saved.before, after: text } },
      },
    };
  });
}
