import type { AssessmentRow } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import type { Db } from "~/platform/db.server";
import { type FormProblem, refusedField } from "~/platform/form-problem";
import { parseFields } from "~/platform/parse-form.server";
import type { Fields } from "~/platform/read-form.server";
import { catchRefusal } from "~/platform/refusal.server";
import type { FoundInterview } from "./find-interview.server";
import { findParticipant } from "./load-withdrawal.server";
import { withdrawConsent } from "./withdraw-consent.server";
import { WithdrawalForm } from "./withdrawal-schema";

/** Takes a consent back from its form; null when it was done, else the problem to show with it. A form that was overtaken comes back at the version that stands now. */
export async function withdrawFromForm(
  db: Db,
  context: ChangeContext,
  assessment: AssessmentRow,
  interview: FoundInterview,
  { code, fields }: { code: string | undefined; fields: Fields },
): Promise<{ status: 409 | 422; problem: FormProblem } | null> {
  const participant = await findParticipant(db, interview, code);
  const form = parseFields(fields, WithdrawalForm);
  if (!form.ok) return { status: 422, problem: form.problem };
  const { version, withdrawnOn, withdrawnReason: reason } = form.value;
  const input = { assessmentId: assessment.id, participantId: participant.id, version, withdrawnOn: withdrawnOn ?? "", reason };
  const done = await catchRefusal(() => withdrawConsent(context, input), "conflict", "invalid");
  if (done.ok) return null;
  const typed = { ...Object.fromEntries(fields), version: participant.version };
  if (done.refusal.code === "invalid") return { status: 422, problem: refusedField(typed, done.refusal.details) };
  const problem = refusedField(typed, {});
  return { status: 409, problem: { ...problem, fields: {}, form: ["changed-meanwhile"] } };
}
