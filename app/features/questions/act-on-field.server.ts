import { stateOfField } from "~/domain/field-answer";
import { messageValues } from "~/domain/forms/answer-schema";
import { formFields } from "~/domain/forms/form-field";
import { readAnswer } from "~/domain/forms/read-answer";
import { formOf } from "~/domain/protocol/readers";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import type { Viewer } from "~/platform/guard.server";
import { parseFields } from "~/platform/parse-form.server";
import type { Fields } from "~/platform/read-form.server";
import { catchRefusal, refuse } from "~/platform/refusal.server";
import { answerField } from "./answer-field.server";
import { answerFieldForm, fieldStem, type FieldProblem } from "./answer-field-schema";

/** What came of a form: kept with its version, or the problem to show with it. */
export type FieldActed = { status: 200; saved: { at: Date; version: number } } | { status: 409 | 422; problem: FieldProblem };

/** Keeps what was filled in at one field of the form of a question. */
export async function actOnField(
  user: Viewer,
  context: ChangeContext,
  assessment: AssessmentRow,
  question: string,
  fields: Fields,
): Promise<FieldActed> {
  const name = fields.find(([each]) => each === "field")?.[1] ?? "";
  const entries: Record<string, string[]> = {};
  for (const [entry, value] of fields) (entries[entry] ??= []).push(value);
  const refused = (messages: FieldProblem["messages"]): FieldActed => ({ status: 422, problem: { field: name, entries, messages } });
  const stem = fieldStem(name);
  const isValue = (entry: string) => entry === stem || entry.startsWith(`${stem}.`) || entry.startsWith(`${stem}@`);
  const form = parseFields(fields, answerFieldForm([...new Set(Object.keys(entries).filter(isValue))]));
  if (!form.ok) return refused(Object.entries(form.problem.fields).map(([entry, [key = "invalid"]]) => ({ entry, set: "problems", key })));
  const protocol = await protocolOf(assessment);
  const field = formFields(formOf(protocol, question)).find((each) => each.name === name);
  if (!field) throw refuse("not-found");
  const { version, notApplicable, reason, explanation } = form.value;
  const read = readAnswer(stem, field.answer, new URLSearchParams(fields), {
    scales: protocol.scales ?? [],
    language: user.language,
    languages: assessment.languages,
  });
  if (read.problems.length > 0 && !notApplicable)
    return refused(
      read.problems.map(({ name: entry, message }) => ({ entry, set: "fields", key: message, values: messageValues(field.answer) })),
    );
  const value = notApplicable ? null : (read.value ?? null);
  const input = {
    assessmentId: assessment.id,
    question,
    field: name,
    version,
    state: stateOfField(notApplicable, value !== null),
    value,
    reason: notApplicable ? reason.trim() || null : null,
    explanation: explanation.trim() || null,
    language: user.language,
  };
  const kept = await catchRefusal(() => answerField(context, input), "conflict", "invalid");
  if (kept.ok) return { status: 200, saved: { at: context.at, version: kept.result.version } };
  if (kept.refusal.code === "invalid")
    return refused([
      notApplicable
        ? { entry: "reason", set: "protocolField", key: "chooseAReason" }
        : { entry: stem, set: "protocolField", key: "fillInTheAnswer" },
    ]);
  // Mine stays in the form, now made from their version, which is shown beside it: saving again replaces theirs knowingly.
  return {
    status: 409,
    problem: { field: name, entries: { ...entries, version: [String(kept.refusal.details["version"])] }, messages: [], overtaken: true },
  };
}
