import { redirect } from "@remix-run/node";
import type { z } from "zod";
import { readDate } from "~/domain/forms/read-date";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import type { SectionRow } from "~/platform/evidence-graph.server";
import { fieldProblem, type FormProblem } from "~/platform/form-problem";
import { assignSection } from "./assign-section.server";
import type { SectionForms } from "./schema";
import { setDue } from "./set-due.server";

/** Names people and a due date for a section, and leads back to it; a day that can't be read comes back as a problem. */
export async function actOnSection(
  context: ChangeContext,
  assessment: AssessmentRow,
  section: SectionRow,
  form: z.output<typeof SectionForms>,
): Promise<Response | FormProblem> {
  const dueOn = form.dueOn.trim() === "" ? null : readDate(form.dueOn);
  if (dueOn === null && form.dueOn.trim() !== "") return fieldProblem(form, "dueOn", "date");
  const place = { assessmentId: assessment.id, id: section.id };
  const { version } = await assignSection(context, {
    ...place,
    version: form.version,
    writerIds: form.writers,
    reviewerIds: form.reviewers,
  });
  await setDue(context, { ...place, version, dueOn });
  return redirect(`/assessments/${assessment.slug}/sections/${section.code}`);
}
