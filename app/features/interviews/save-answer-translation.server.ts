import { heldStates } from "~/domain/moves/interview";
import { change, type ChangeContext } from "~/platform/change.server";
import { requireRecordUnlocked } from "~/platform/record-lock.server";
import { refuse } from "~/platform/refusal.server";
import { saveTranslation } from "~/platform/translations.server";
import { aboutAnswer } from "./about-givers.server";
import { findChangeableInterview } from "./check-interview.server";
import { indexAnswer } from "~/platform/index-answer.server";
import { countChange } from "~/platform/interview-changes.server";

/** The record of an answer in another language of the assessment; `version` is that of the translation, 0 when there is none yet. */
export interface SaveAnswerTranslation {
  assessmentId: string;
  answerId: string;
  language: string;
  version: number;
  record: string;
}

/** Keeps a translation of a record; refused while an interviewee is reading either of the two. */
export async function saveAnswerTranslation(context: ChangeContext, input: SaveAnswerTranslation): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, answerId, language, version, record } = input;
    const answer = await tx.interviewAnswer.findFirst({ where: { id: answerId, assessmentId } });
    if (!answer) throw refuse("not-found");
    const interview = await findChangeableInterview(tx, context, assessmentId, answer.interviewId);
    if (!heldStates.includes(interview.state)) throw refuse("wrong-state", { state: interview.state });
    if (answer.withdrawnAt) throw refuse("wrong-state", { state: "withdrawn" });
    const translation = { assessmentId, kind: "interview-answer", recordId: answerId, field: "record", language, version, body: record };
    const saved = await saveTranslation(tx, context, { ...translation, original: answer.record, originalLanguage: answer.language });
    if (!saved) return { result: { version }, event: "nothing changed" };
    await requireRecordUnlocked(tx, interview.id, context.at);
    await indexAnswer(tx, answerId);
    await countChange(tx, interview.id);
    const subject = { type: "interview-answer", id: answerId, version: answer.version } as const;
    return {
      result: { version: saved.version },
      event: {
        action: "answer.translate",
        subject,
        label: answer.code,
        ...(await aboutAnswer(tx, answer)),
        change: { language, record: { before: saved.before, after: record } },
      },
    };
  });
}
