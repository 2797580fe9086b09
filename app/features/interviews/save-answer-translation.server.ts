import { heldStates } from "~/domain/moves/interview";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { refuse } from "~/platform/refusal.server";
import { sha256 } from "~/platform/sha256.server";
import { keepVersion } from "~/platform/versions.server";
import { findChangeableInterview } from "./check-interview.server";
import { indexAnswer } from "./index-answer.server";
import { countChange } from "./keep-interview.server";

/** The record of an answer in another language of the assessment; `version` is that of the translation, 0 when there is none yet. */
export interface SaveAnswerTranslation {
  assessmentId: string;
  answerId: string;
  language: string;
  version: number;
  record: string;
}

const kind = "interview-answer";

export async function saveAnswerTranslation(context: ChangeContext, input: SaveAnswerTranslation): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, answerId, language, version, record } = input;
    const answer = await tx.interviewAnswer.findFirst({ where: { id: answerId, assessmentId } });
    if (!answer) throw refuse("not-found");
    const interview = await findChangeableInterview(tx, assessmentId, answer.interviewId);
    if (!heldStates.includes(interview.state)) throw refuse("wrong-state", { state: interview.state });
    if (answer.withdrawnAt) throw refuse("wrong-state", { state: "withdrawn" });
    await requireOtherLanguage(tx, assessmentId, language, answer.language);
    const where = { kind_recordId_field_language: { kind, recordId: answerId, field: "record", language } };
    const before = await tx.translation.findUnique({ where });
    if ((before?.version ?? 0) !== version) throw refuse("conflict", { version: before?.version ?? 0 });
    const originalDigest = sha256(answer.record);
    if (before?.body === record && before.originalDigest === originalDigest) return { result: { version }, event: "nothing changed" };
    const id = before?.id ?? newId(context.at);
    const data = { body: record, originalDigest, version: version + 1, byId: context.by.id, at: context.at };
    await tx.translation.upsert({ where, create: { id, assessmentId, kind, recordId: answerId, field: "record", language, ...data }, update: data });
    await keepVersion(tx, { assessmentId, kind: "translation", recordId: id, number: version + 1, body: { kind, recordId: answerId, language, body: record, originalDigest }, by: context.by, at: context.at });
    await indexAnswer(tx, answerId);
    await countChange(tx, interview.id);
    const subject = { type: "interview-answer", id: answerId, version: answer.version } as const;
    return { result: { version: version + 1 }, event: { action: "answer.translate", subject, label: answer.code, change: { language, record: { before: before?.body ?? null, after: record } } } };
  });
}

/** Refuses the language of the conversation and one that the assessment does not have. */
async function requireOtherLanguage(tx: Tx, assessmentId: string, language: string, original: string): Promise<void> {
  const { languages } = await tx.assessment.findUniqueOrThrow({ where: { id: assessmentId }, select: { languages: true } });
  const known = JSON.parse(languages) as unknown;
  if (language === original || !Array.isArray(known) || !known.includes(language)) throw refuse("invalid", { field: "language" });
}
