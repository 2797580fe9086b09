import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { saveTranslation } from "~/platform/translations.server";
import { findChangeableRelation } from "./keep-actor.server";
import type { TranslateFact } from "./translate-fact.server";

/** Keeps the note on a relation in another language of the assessment. */
export async function translateRelation(context: ChangeContext, input: TranslateFact): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, language, version, text } = input;
    requireMay(context, assessmentId, "actor.write", "actor.read");
    const relation = await findChangeableRelation(tx, assessmentId, id);
    const record = { assessmentId, kind: "actor-relation", recordId: id, field: "note" };
    const original = { original: relation.note, originalLanguage: relation.language };
    const saved = await saveTranslation(tx, context, { ...record, ...original, language, version, body: text });
    if (!saved) return { result: { version }, event: "nothing changed" };
    const subject = { type: "actor-relation", id, version: relation.version } as const;
    return {
      result: { version: saved.version },
      event: {
        action: "actor.translate-relation",
        subject,
        label: relation.code,
        change: { language, text: { before: saved.before, after: text } },
      },
    };
  });
}
