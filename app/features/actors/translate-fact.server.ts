import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { saveTranslation } from "~/platform/translations.server";
import { findChangeableFact, indexFact } from "./keep-actor.server";

/** The words of a fact in another language of the assessment; `version` is that of the translation, 0 when there is none yet. */
export interface TranslateFact {
  assessmentId: string;
  id: string;
  language: string;
  version: number;
  text: string;
}

export async function translateFact(context: ChangeContext, input: TranslateFact): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, language, version, text } = input;
    requireMay(context, assessmentId, "actor.write", "actor.read");
    const fact = await findChangeableFact(tx, assessmentId, id);
    const record = { assessmentId, kind: "actor-fact", recordId: id, field: "text" };
    const saved = await saveTranslation(tx, context, {
      ...record,
      language,
      version,
      body: text,
      original: fact.text,
      originalLanguage: fact.language,
    });
    if (!saved) return { result: { version }, event: "nothing changed" };
    await indexFact(tx, id);
    const subject = { type: "actor-fact", id, version: fact.version } as const;
    return {
      result: { version: saved.version },
      event: {
        action: "actor.translate-fact",
        subject,
        label: fact.code,
        change: { language, text: { before: saved.before, after: text } },
      },
    };
  });
}
