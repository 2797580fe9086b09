import type { FormProblem } from "~/platform/form-problem";
import { fieldProblem, refusedField } from "~/platform/form-problem";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import { parseFields } from "~/platform/parse-form.server";
import type { Fields } from "~/platform/read-form.server";
import { catchRefusal } from "~/platform/refusal.server";
import { addParticipant } from "./add-participant.server";
import { assignInterviewers } from "./assign-interviewers.server";
import { changeInterview } from "./change-interview.server";
import type { FoundInterview } from "./find-interview.server";
import { agreementAct, localFrom } from "./schema";
import { setAttribution } from "./set-attribution.server";

/** Does what was asked on the page of an agreement; the problem is null when it was done. */
export async function actOnAgreement(
  context: ChangeContext,
  assessment: AssessmentRow,
  interview: FoundInterview,
  fields: Fields,
): Promise<{ status: 409 | 422; problem: FormProblem } | null> {
  const form = parseFields(fields, agreementAct(assessment.languages));
  if (!form.ok) return { status: 422, problem: form.problem };
  const value = form.value;
  const done = await catchRefusal(() => run(context, assessment, interview, value, Object.fromEntries(fields)), "conflict", "invalid");
  if (done.ok) return null;
  const typed = Object.fromEntries(fields);
  if (done.refusal.code === "invalid") return { status: 422, problem: refusedField(typed, done.refusal.details) };
  return { status: 409, problem: { ...fieldProblem(typed, "", ""), fields: {}, form: ["changed-meanwhile"] } };
}

type Act = ReturnType<ReturnType<typeof agreementAct>["parse"]>;

async function run(
  context: ChangeContext,
  { id: assessmentId, languages }: AssessmentRow,
  { id }: FoundInterview,
  act: Act,
  typed: Record<string, string>,
): Promise<unknown> {
  switch (act.intent) {
    case "change": {
      const { version, perspective, agreedWith, plannedOn, heldOn, language, mode, place } = act;
      const texts = { title: localFrom(typed, "title", languages), selectionReason: localFrom(typed, "selectionReason", languages) };
      return changeInterview(context, {
        assessmentId,
        id,
        version,
        ...texts,
        perspective,
        agreedWith,
        plannedOn,
        heldOn,
        language,
        mode,
        place,
      });
    }
    case "assign":
      return assignInterviewers(context, { assessmentId, id, version: act.version, interviewerIds: act.interviewerIds });
    case "add-participant":
      return addParticipant(context, { assessmentId, interviewId: id, intervieweeId: act.intervieweeId, persons: act.persons });
    case "set-attribution": {
      const { participantId, version, attribution, mayQuote, consentOn, consentHow, persons, notesFor } = act;
      const wantsRecord = act.wantsRecord === null ? null : act.wantsRecord === "yes";
      return setAttribution(context, {
        assessmentId,
        participantId,
        version,
        attribution,
        mayQuote,
        wantsRecord,
        consentOn,
        consentHow,
        persons,
        notesFor,
      });
    }
  }
}
