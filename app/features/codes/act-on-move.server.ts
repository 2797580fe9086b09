import { redirect } from "@remix-run/node";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import { type FormProblem, refusedField } from "~/platform/form-problem";
import { catchRefusal } from "~/platform/refusal.server";
import { mergeCode, type MoveAct, splitCode } from "./move-codings.server";
import type { AskedMove, MoveForm } from "./schema";

/** Does what the page of a move showed, and goes to the code that has the marks now; where it is no longer so, what was typed stays beside what would change now. */
export async function actOnMove(
  context: ChangeContext,
  { assessment, act, from }: { assessment: AssessmentRow; act: MoveAct; from: string },
  { to, marks }: AskedMove,
  form: MoveForm,
): Promise<Response | { status: 409 | 422; problem: FormProblem }> {
  const move = { assessmentId: assessment.id, from, to: to ?? "", ...form };
  const run = () => (act === "merge" ? mergeCode(context, move) : splitCode(context, { ...move, chosen: marks }));
  const done = await catchRefusal(run, "invalid", "conflict");
  if (done.ok) return redirect(`/assessments/${assessment.slug}/codes/${to}`);
  if (done.refusal.code === "invalid") return { status: 422, problem: refusedField(form, done.refusal.details) };
  return { status: 409, problem: { ...refusedField(form, {}), fields: {}, form: ["marks-changed"] } };
}
