import { mayBeAsked } from "~/domain/interviews/ask";
import type { AssessmentRow } from "~/platform/assessment.server";
import { protocolOf } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import type { Db } from "~/platform/db.server";
import { type FormProblem, refusedField } from "~/platform/form-problem";
import type { Viewer } from "~/platform/guard.server";
import { listInterviewees } from "~/platform/listed-interviewees.server";
import { parseFields } from "~/platform/parse-form.server";
import type { Fields } from "~/platform/read-form.server";
import { catchRefusal } from "~/platform/refusal.server";
import { listPossibleInterviewers } from "./list-interviewers.server";
import { planInterview } from "./plan-interview.server";
import { localFrom, planForm } from "./schema";

/** What the form of a new interview offers: whom, by whom, and the perspectives of the protocol. */
export async function loadPlan(db: Db, user: Viewer, assessment: AssessmentRow) {
  const protocol = await protocolOf(assessment);
  const interviewees = await listInterviewees(db, user, protocol, assessment.id);
  return {
    userId: user.id,
    interviewees: interviewees.filter(mayBeAsked).map(({ id, code, shown }) => ({ id, code, shown })),
    possible: await listPossibleInterviewers(db, assessment.id),
    perspectives: protocol.perspectives ?? [],
    selection: protocol.selectionCriteria ?? [],
    languages: assessment.languages,
  };
}

/** Plans an interview from its form; gives its code, or the problem to show with the form. */
export async function planFromForm(
  context: ChangeContext,
  assessment: AssessmentRow,
  fields: Fields,
): Promise<{ ok: true; code: string } | { ok: false; problem: FormProblem }> {
  const form = parseFields(fields, planForm(assessment.languages));
  if (!form.ok) return { ok: false, problem: form.problem };
  const typed = Object.fromEntries(fields);
  const { perspective, levels, agreedWith, agreedOn, plannedOn, language, mode, place, interviewerIds, intervieweeIds } = form.value;
  const texts = {
    title: localFrom(typed, "title", assessment.languages),
    selectionReason: localFrom(typed, "selectionReason", assessment.languages),
  };
  const made = await catchRefusal(
    () =>
      planInterview(context, {
        assessmentId: assessment.id,
        ...texts,
        perspective,
        levels,
        agreedWith,
        agreedOn,
        plannedOn,
        language,
        mode,
        place,
        interviewerIds,
        intervieweeIds,
      }),
    "invalid",
  );
  return made.ok
    ? { ok: true, code: made.result.code }
    : { ok: false, problem: refusedField({ ...typed, levels, interviewerIds, intervieweeIds }, made.refusal.details) };
}
