import { redirect } from "@remix-run/node";
import type { z } from "zod";
import type { ChangeContext } from "~/platform/change.server";
import { fieldProblem, refusedField, type FormProblem } from "~/platform/form-problem";
import { catchRefusal, type Refusal } from "~/platform/refusal.server";
import { acceptSuggestion } from "./accept-suggestion.server";
import { makeSuggestion } from "./make-suggestion.server";
import type { settleForms, suggestForm } from "./schema";
import { rejectSuggestion, withdrawSuggestion } from "./settle-suggestion.server";

type Answer = Response | { problem: FormProblem; status: number };

/** Makes a suggestion and leads to it; or says what is wrong with the form, all that was typed kept. */
export async function actOnSuggest(
  context: ChangeContext,
  where: { assessmentId: string; blockId: string; path: string },
  form: z.output<typeof suggestForm>,
): Promise<Answer> {
  const { version, reason, doc, text } = form;
  const { assessmentId, blockId, path } = where;
  const make = () => makeSuggestion(context, { assessmentId, blockId, version, reason, text: { doc, text } });
  const done = await catchRefusal(make, "invalid", "conflict");
  return done.ok ? redirect(`${path}/suggestions/${done.result.number}`) : refusedAnswer(done.refusal, form);
}

/** Accepts, rejects or withdraws a suggestion: an accepted one leads to its words in the section. */
export async function actOnSuggestion(
  context: ChangeContext,
  where: { assessmentId: string; path: string; n: string },
  form: z.output<typeof settleForms>,
): Promise<Answer> {
  const { assessmentId, path, n } = where;
  const done = await catchRefusal(() => settle(context, assessmentId, form), "invalid", "conflict");
  if (!done.ok) return refusedAnswer(done.refusal, form);
  return redirect(done.result === null ? `${path}/suggestions/${n}` : `${path}#block-${done.result}`);
}

async function settle(context: ChangeContext, assessmentId: string, form: z.output<typeof settleForms>): Promise<string | null> {
  switch (form.intent) {
    case "accept":
      return (await acceptSuggestion(context, { assessmentId, ...form })).blockId;
    case "reject":
      await rejectSuggestion(context, { assessmentId, ...form });
      return null;
    case "withdraw":
      await withdrawSuggestion(context, { assessmentId, ...form });
      return null;
  }
}

function refusedAnswer({ code, details }: Refusal, form: Record<string, unknown>): Answer {
  if (code === "conflict") return { problem: { ...fieldProblem(form, "text", ""), form: ["changed-meanwhile"], fields: {} }, status: 409 };
  const { message } = details;
  if (typeof message === "string") return { problem: fieldProblem(form, "text", message), status: 422 };
  const problem = refusedField(form, details);
  return {
    problem: details["field"] === "version" ? { ...problem, form: [String(details["problem"])], fields: {} } : problem,
    status: 422,
  };
}
