import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { saveTranslation } from "~/platform/translations.server";
import { indexAlignment } from "./keep-alignment.server";

/** The reasons of an alignment in another language of the assessment; `version` is that of the translation, 0 when there is none yet. */
export interface TranslateAlignment {
  assessmentId: string;
  id: string;
  language: string;
  version: number;
  reasons: string;
}

export async function translateAlignment(context: ChangeContext, input: TranslateAlignment): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, language, version, reasons } = input;
    requireMay(context, assessmentId, "alignment.judge", "alignment.read");
    const alignment = await tx.alignment.findFirst({ where: { id, assessmentId } });
    if (!alignment) throw refuse("not-found");
    const original = { original: alignment.reasons, originalLanguage: alignment.language };
    const saved = await saveTranslation(tx, context, {
      assessmentId,
      kind: "alignment",
      recordId: id,
      field: "reasons",
      language,
      version,
      body: reasons,
      ...original,
    });
    if (!saved) return { result: { version }, event: "nothing changed" };
    await indexAlignment(tx, id);
    const subject = { type: "alignment", id, version: alignment.version } as const;
    const told = { language, reasons: { before: saved.before, after: reasons } };
    return { result: { version: saved.version }, event: { action: "alignment.translate", subject, label: alignment.code, change: told } };
  });
}
