import { redirect } from "@remix-run/node";
import type { z } from "zod";
import { textEntry } from "~/domain/forms/read-answer";
import type { ChangeContext } from "~/platform/change.server";
import { type FormProblem, refusedField } from "~/platform/form-problem";
import { catchRefusal } from "~/platform/refusal.server";
import { addIntervention } from "./add-intervention.server";
import { archiveIntervention } from "./archive-intervention.server";
import { changeIntervention } from "./change-intervention.server";
import type { InterventionInput } from "./keep-intervention.server";
import type { interventionForms, newInterventionForm } from "./schema";
import { translateIntervention } from "./translate-intervention.server";

/** Where the forms of interventions are posted. */
export interface InterventionPlace {
  assessmentId: string;
  languages: readonly string[];
  list: string;
}

/** What could not be kept: the form with its messages (422), or that somebody kept it meanwhile (409). */
export interface InterventionAnswer {
  status: 409 | 422;
  problem: FormProblem;
}

type Filled = z.output<ReturnType<typeof newInterventionForm>>;

function inputFrom(form: Filled, languages: readonly string[]): InterventionInput {
  const { title, description, group, language, source } = form;
  const own = Object.entries(form).flatMap(([name, value]) =>
    languages.flatMap((code) => (name === textEntry("groupTitle", code) && typeof value === "string" ? [[code, value] as const] : [])),
  );
  return {
    title,
    description,
    language,
    groupKey: group || null,
    groupTitle: group === "" && own.length > 0 ? Object.fromEntries(own) : null,
    sourceId: source || null,
  };
}

/** Adds an intervention as filled in, and leads to its page. */
export async function actOnNewIntervention(
  context: ChangeContext,
  place: InterventionPlace,
  form: Filled,
): Promise<Response | InterventionAnswer> {
  const made = await catchRefusal(
    () => addIntervention(context, { ...inputFrom(form, place.languages), assessmentId: place.assessmentId }),
    "invalid",
  );
  return made.ok ? redirect(`${place.list}/${made.result.code}`) : { status: 422, problem: problemOf(form, made.refusal.details, place) };
}

/** Does what one of the forms on the page of an intervention asks, and leads back to where the result is seen. */
export async function actOnIntervention(
  context: ChangeContext,
  place: InterventionPlace,
  intervention: { id: string; code: string },
  form: z.output<ReturnType<typeof interventionForms>>,
): Promise<Response | InterventionAnswer> {
  const { assessmentId, list, languages } = place;
  const where = { assessmentId, id: intervention.id };
  if (form.intent === "archive") {
    await archiveIntervention(context, { ...where, version: form.version });
    return redirect(list);
  }
  if (form.intent === "translate") {
    await translateIntervention(context, { ...where, ...form });
    return redirect(`${list}/${intervention.code}`);
  }
  const made = await catchRefusal(
    () => changeIntervention(context, { ...inputFrom(form, languages), ...where, version: form.version }),
    "invalid",
    "conflict",
  );
  if (made.ok) return redirect(`${list}/${intervention.code}`);
  if (made.refusal.code === "conflict")
    return { status: 409, problem: refusedField(form, { field: "version", problem: "changed-meanwhile" }) };
  return { status: 422, problem: problemOf(form, made.refusal.details, place) };
}

/** The title of an own group is told at its first language. */
function problemOf(form: Record<string, unknown>, details: Record<string, unknown>, { languages }: InterventionPlace): FormProblem {
  const field = details["field"] === "groupTitle" ? textEntry("groupTitle", languages[0] ?? "") : details["field"];
  return refusedField(form, { ...details, field });
}
