import { redirect } from "@remix-run/node";
import { entriesOfForm } from "~/domain/overtaken";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { answerForm, type FormAnswer, localEntries, type VersionBody } from "~/platform/overtaken.server";
import { parseForm } from "~/platform/parse-form.server";
import { changeEffect } from "./change-effect.server";
import type { ShownDeviation } from "./queries.server";
import { effectForm, textsOf } from "./schema";

/** Puts the effect of a deviation otherwise; answers where to go, or what is wrong or overtaken with all that was typed. */
export async function actOnEffect(
  context: ChangeContext,
  { assessment, deviation, request }: { assessment: AssessmentRow; deviation: Pick<ShownDeviation, "id" | "number">; request: Request },
): Promise<Response | FormAnswer> {
  const form = await parseForm(request, effectForm(assessment.languages));
  if (!form.ok) return { status: 422, problem: form.problem };
  const effect = textsOf(form.value, "effect", assessment.languages);
  const { id, number } = deviation;
  const record = {
    kind: "deviation",
    id,
    entriesOf: ({ effect: kept }: VersionBody) => localEntries(kept, (language) => `effect@${language}`),
  };
  const posted = { mine: entriesOfForm(form.value), record };
  const input = { assessmentId: assessment.id, id, version: form.value.version, effect };
  const refused = await answerForm(db, context, posted, () => changeEffect(context, input));
  return refused ?? redirect(`/assessments/${assessment.slug}/protocol/deviations/${number}`);
}
