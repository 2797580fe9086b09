import { findOption } from "~/domain/protocol/readers";
import { findStudy, requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { saveTranslation } from "~/platform/translations.server";
import { findChangeablePoint } from "./keep-point.server";

/** A point in another language of the assessment; `version` is that of the translation, 0 when there is none yet. */
export interface TranslatePoint {
  assessmentId: string;
  id: string;
  language: string;
  version: number;
  text: string;
}

export async function translatePoint(context: ChangeContext, input: TranslatePoint): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, language, version, text } = input;
    requireMay(context, assessmentId, "option.write", "option.read");
    const point = await findChangeablePoint(tx, assessmentId, id);
    const { protocol } = await findStudy(tx, assessmentId);
    const saved = await saveTranslation(tx, context, {
      assessmentId,
      kind: "option-point",
      recordId: id,
      field: "text",
      language,
      version,
      body: text,
      original: point.text,
      originalLanguage: point.language,
    });
    if (!saved) return { result: { version }, event: "nothing changed" };
    const subject = { type: "option-point", id, version: point.version } as const;
    const label = `${findOption(protocol, point.option)?.code ?? point.option}.${point.number}`;
    return {
      result: { version: saved.version },
      event: { action: "option.translate-point", subject, label, change: { language, text: { before: saved.before, after: text } } },
    };
  });
}
