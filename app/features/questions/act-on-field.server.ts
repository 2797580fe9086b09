import { stateOfField } from "~/domain/field-answer";
import { formFields } from "~/domain/forms/form-field";
import { grouped } from "~/domain/forms/posted-form";
import type { Overtaken } from "~/domain/overtaken";
import { formOf } from "~/domain/protocol/readers";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import type { Viewer } from "~/platform/guard.server";
import type { Fields } from "~/platform/read-form.server";
import { catchRefusal, refuse } from "~/platform/refusal.server";
import { answerField } from "./answer-field.server";
import { fieldStem, type FieldProblem } from "./answer-field-problem";
import { readingOfField } from "./answer-field-schema";
import { findOvertakenField } from "./overtaken-field.server";

/** What came of a form: kept with its version, or the problem to show with it. */
export type FieldActed =
  | { status: 200; saved: { at: Date; version: number } }
  | { status: 409 | 422; problem: FieldProblem }
  | { status: 409; overtaken: Overtaken; field: string };

/** Keeps what was filled in at one field of the form of a question. */
export async function actOnField(
  user: Viewer,
  context: ChangeContext,
  assessment: AssessmentRow,
  question: string,
  fields: Fields,
): Promise<FieldActed> {
  const name = fields.find(([each]) => each === "field")?.[1] ?? "";
  const entries = grouped(fields);
  const refused = (messages: FieldProblem["messages"]): FieldActed => ({ status: 422, problem: { field: name, entries, messages } });
  const protocol = await protocolOf(assessment);
  const field = formFields(formOf(protocol, question)).find((each) => each.name === name);
  if (!field) throw refuse("invalid", { field: "field", problem: "unknown" });
  const setting = { scales: protocol.scales ?? [], language: user.language, languages: assessment.languages };
  const { posted, values } = readingOfField(field, setting);
  const read = posted.safeParse(fields);
  if (!read.success) {
    const told = read.error.issues.map(({ path, message }) => ({ entry: String(path[0] ?? ""), key: message }));
    return refused(told.map((one) => ({ ...one, values: values(one.entry) })));
  }
  const { version, notApplicable, reason, explanation } = read.data.form;
  const { value } = read.data;
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
    return refused([notApplicable ? { entry: "reason", key: "chooseAReason" } : { entry: fieldStem(name), key: "fillInTheAnswer" }]);
  const overtaken = await findOvertakenField(context, input, field, entries);
  if (overtaken) return { status: 409, field: name, overtaken };
  // Mine stays in the form, now made from their version, which is shown beside it: saving again replaces theirs knowingly.
  return {
    status: 409,
    problem: { field: name, entries: { ...entries, version: [String(kept.refusal.details["version"])] }, messages: [], overtaken: true },
  };
}
