import type { z } from "zod";
import { textEntry } from "~/domain/forms/read-answer";
import type { ChangeContext } from "~/platform/change.server";
import { fieldProblem, type FormProblem, refusedField } from "~/platform/form-problem";
import { catchRefusal } from "~/platform/refusal.server";
import { closeRound } from "./close-round.server";
import { openRound } from "./open-round.server";
import { replaceRater } from "./replace-rater.server";
import type { roundForms } from "./schema";

/** Does what one of the forms on the page of rounds asks; what is wrong with a field comes back with all that was typed. */
export async function actOnRound(
  context: ChangeContext,
  assessmentId: string,
  languages: readonly string[],
  form: z.output<ReturnType<typeof roundForms>>,
): Promise<FormProblem | null> {
  switch (form.intent) {
    case "open-round": {
      const given = Object.entries(form).flatMap(([name, value]) =>
        languages.flatMap((language) =>
          name === textEntry("title", language) && typeof value === "string" ? [[language, value] as const] : [],
        ),
      );
      if (given.length === 0) return fieldProblem(form, textEntry("title", languages[0] ?? ""), "required");
      const input = {
        assessmentId,
        title: Object.fromEntries(given),
        subjectKind: form.kind,
        subjectIds: form.subjects,
        criteria: form.criteria,
        raterIds: form.raters,
      };
      const made = await catchRefusal(() => openRound(context, input), "invalid");
      return made.ok ? null : refusedField(form, made.refusal.details);
    }
    case "replace": {
      const { round: roundId, version, rater: raterId, newRater: newRaterId } = form;
      const made = await catchRefusal(() => replaceRater(context, { assessmentId, roundId, version, raterId, newRaterId }), "invalid");
      return made.ok ? null : refusedField(form, { ...made.refusal.details, field: "newRater" });
    }
    case "close":
      await closeRound(context, { assessmentId, roundId: form.round, version: form.version });
      return null;
  }
}
