import { requireMay } from "~/platform/acting.server";
import { judgementsSeenBy } from "~/platform/blind.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { indexJudgement } from "~/platform/keep-judgement.server";
import { refuse } from "~/platform/refusal.server";
import { saveTranslation } from "~/platform/translations.server";

/** A justification in another language of the assessment; `version` is that of the translation, 0 when there is none yet. */
export interface TranslateJudgement {
  assessmentId: string;
  id: string;
  language: string;
  version: number;
  text: string;
}

/** Translates a justification: the own one at any time, others' once the round has opened. A blind one of somebody else is not found. */
export async function translateJudgement(context: ChangeContext, input: TranslateJudgement): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, language, version, text } = input;
    requireMay(context, assessmentId, "round.read", "round.read");
    const judgement = await tx.judgement.findFirst({
      where: { id, assessmentId, AND: [judgementsSeenBy(context.by.id)] },
      include: { round: { select: { number: true, openedAt: true } } },
    });
    if (!judgement) throw refuse("not-found");
    if (judgement.rater !== context.by.id) requireMay(context, assessmentId, "round.reconcile", "round.read");
    const record = { assessmentId, kind: "judgement", recordId: id, field: "justification" };
    const saved = await saveTranslation(tx, context, {
      ...record,
      language,
      version,
      body: text,
      original: judgement.justification,
      originalLanguage: judgement.language,
    });
    if (!saved) return { result: { version }, event: "nothing changed" };
    if (judgement.round.openedAt) await indexJudgement(tx, id);
    const subject = { type: "judgement", id, version: judgement.version } as const;
    return {
      result: { version: saved.version },
      event: { action: "judgement.translate", subject, label: judgement.code, change: { round: judgement.round.number, language } },
    };
  });
}
