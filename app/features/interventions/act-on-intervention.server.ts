import { redirect } from "@remix-run/node";
import type { z } from "zod";
import { textEntry } from "~/domain/forms/read-answer";
import { entriesOfForm } from "~/domain/overtaken";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { type FormProblem, refusedField } from "~/platform/form-problem";
import { answerForm, findTranslationRecord, type FormAnswer, localEntries, type VersionBody } from "~/platform/overtaken.server";
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
export async function actOnNewIntervention(context: ChangeContext, place: InterventionPlace, form: Filled): Promise<Response | FormAnswer> {
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
): Promise<Response | FormAnswer> {
  const { assessmentId, list, languages } = place;
  const where = { assessmentId, id: intervention.id };
  if (form.intent === "archive") {
    await archiveIntervention(context, { ...where, version: form.version });
    return redirect(list);
  }
  const mine = entriesOfForm(form);
  const answer =
    form.intent === "translate"
      ? await answerForm(db, context, { mine, record: () => translationOf(intervention.id, form) }, () =>
          translateIntervention(context, { ...where, ...form }),
        )
      : await answerForm(
          db,
          context,
          {
            mine,
            record: { kind: "intervention", id: intervention.id, entriesOf: interventionEntries },
            problemOf: ({ details }) => problemOf(form, details, place),
          },
          () => changeIntervention(context, { ...inputFrom(form, languages), ...where, version: form.version }),
        );
  return answer ?? redirect(`${list}/${intervention.code}`);
}

function translationOf(recordId: string, { field, language }: { field: string; language: string }) {
  return findTranslationRecord(db, { kind: "intervention", recordId, field, language });
}

/** A version of an intervention as the entries of its form; under a set of the protocol the group has no title of its own. */
function interventionEntries({ title, description, language, groupKey, groupTitle, sourceId }: VersionBody) {
  return {
    ...entriesOfForm({ title, description, language, group: groupKey, source: sourceId }),
    ...(groupKey === null && localEntries(groupTitle, (code) => textEntry("groupTitle", code))),
  };
}

/** The title of an own group is told at its first language. */
function problemOf(form: Record<string, unknown>, details: Record<string, unknown>, { languages }: InterventionPlace): FormProblem {
  const field = details["field"] === "groupTitle" ? textEntry("groupTitle", languages[0] ?? "") : details["field"];
  return refusedField(form, { ...details, field });
}
