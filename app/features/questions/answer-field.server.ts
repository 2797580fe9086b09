import { canonical } from "~/domain/canonical";
import { fieldAnswerProblems } from "~/domain/field-answer";
import { answerSchema } from "~/domain/forms/answer-schema";
import { type FormField, formFields } from "~/domain/forms/form-field";
import type { StoredState } from "~/domain/forms/stored-answer";
import { formOf } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { requireMay } from "~/platform/acting.server";
import { protocolVersion } from "~/platform/assessment.server";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { resolveReferences } from "~/platform/references.server";
import { refuse } from "~/platform/refusal.server";
import { keepVersion } from "~/platform/versions.server";

/** What is filled in at one field of the form of a research question; `version` 0 = nothing yet. */
export interface AnswerField {
  assessmentId: string;
  question: string;
  field: string;
  version: number;
  state: StoredState;
  reason: string | null;
  value: unknown;
  explanation: string | null;
  language: string;
}

export async function answerField(context: ChangeContext, input: AnswerField): Promise<{ id: string; version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, question, field, version } = input;
    requireMay(context, assessmentId, "question.answer", "question.read");
    const asked = await findField(tx, assessmentId, question, field);
    if (asked.closedAt) throw refuse("wrong-state", { state: "closed" });
    const before = await tx.fieldAnswer.findUnique({ where: { assessmentId_question_field: { assessmentId, question, field } } });
    if ((before?.version ?? 0) !== version) throw refuse("conflict", { version: before?.version ?? 0 });
    const problems = fieldAnswerProblems(input, answerSchema(asked.field.answer, { scales: asked.protocol.scales ?? [] }));
    if (problems.length > 0) throw refuse("invalid", { problems });
    const data = columnsOf({ ...input, value: await referringValue(tx, assessmentId, asked, input.value) });
    const changed = (["state", "reason", "value", "explanation"] as const).filter((name) => (before?.[name] ?? null) !== data[name]);
    if (before && changed.length === 0) return { result: { id: before.id, version }, event: "nothing changed" };
    const id = before?.id ?? newId(context.at);
    const kept = { ...data, byId: context.by.id, at: context.at, version: version + 1 };
    const asAsked = { wording: JSON.stringify(asked.field.wording), protocolNumber: asked.protocolNumber };
    await tx.fieldAnswer.upsert({ where: { id }, create: { id, assessmentId, question, field, ...asAsked, ...kept }, update: kept });
    await keepVersion(tx, {
      assessmentId,
      kind: "field-answer",
      recordId: id,
      number: version + 1,
      body: { question, field, ...asAsked, ...data },
      by: context.by,
      at: context.at,
    });
    const told = Object.fromEntries(changed.map((name) => [name, { before: before?.[name] ?? null, after: data[name] }]));
    const subject = { type: "field-answer", id, version: version + 1 } as const;
    return {
      result: { id, version: version + 1 },
      event: { action: "question.answer-field", subject, label: `${question}: ${field}`, change: told },
    };
  });
}

/** The value with what it refers to by id; refuses a reference to nothing. */
async function referringValue(tx: Tx, assessmentId: string, { protocol, field }: { protocol: Protocol; field: FormField }, value: unknown) {
  const given = answerSchema(field.answer, { scales: protocol.scales ?? [] }).safeParse(value);
  if (!given.success) return value; // nothing was given
  const found = await resolveReferences(tx, assessmentId, protocol, field.answer, given.data);
  if (found === null) throw refuse("invalid", { problems: [{ field: "value", message: "fillInTheAnswer" }] });
  return found;
}

/** The field as the protocol in force asks it. */
async function findField(tx: Tx, assessmentId: string, question: string, name: string) {
  const assessment = await tx.assessment.findUnique({ where: { id: assessmentId }, select: { protocolNumber: true, closedAt: true } });
  if (!assessment) throw refuse("not-found");
  const protocol = await protocolVersion(assessmentId, assessment.protocolNumber);
  const field = formFields(formOf(protocol, question)).find((each) => each.name === name);
  if (!field) throw refuse("not-found");
  return { field, protocol, ...assessment };
}

function columnsOf({ state, reason, value, explanation, language }: AnswerField) {
  return { state, reason, explanation, language, value: value === null || value === undefined ? null : canonical(value) };
}
