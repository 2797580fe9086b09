import { redirect } from "@remix-run/node";
import type { z } from "zod";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { type FormProblem, refusedField } from "~/platform/form-problem";
import { catchRefusal } from "~/platform/refusal.server";
import { decideImport } from "./decide-import.server";
import { discardImport } from "./discard-import.server";
import type { NamedImport } from "./find-import.server";
import { type ImportMeanwhile, readMeanwhile } from "./import-meanwhile.server";
import { decisionText, type importForms } from "./import-schema";
import { takeImport } from "./take-import.server";

type Form = z.output<typeof importForms>;

/** A form on the page of an import that was not kept, with what was chosen in it; 409 with what was changed meanwhile. */
export type ImportAnswer =
  { status: 422; problem: FormProblem; meanwhile?: undefined } | { status: 409; problem: FormProblem; meanwhile: ImportMeanwhile };

/** Does what a form on the page of an import asks, and leads on; what is refused or overtaken comes back with all that was chosen. `back` is the page as it was narrowed. */
export async function actOnImport(
  context: ChangeContext,
  place: { assessmentId: string; id: string; language: string; back: string; sources: string },
  form: Form,
): Promise<Response | ImportAnswer> {
  const named = { assessmentId: place.assessmentId, id: place.id, version: form.version };
  const done = await catchRefusal(() => act(context, named, place.language, form), "invalid", "conflict", "wrong-state");
  if (done.ok) return redirect(form.intent === "discard" ? place.sources : place.back);
  if (done.refusal.code !== "invalid") return overtaken(named, form);
  return { status: 422, problem: refusedField(chosenIn(form), done.refusal.details) };
}

function chosenIn(form: Form, theirs: ReadonlyMap<number, string | null> = new Map()) {
  const decided = form.intent === "decide" ? form.decision : [];
  const decision = decided.map((one) => decisionText({ ...one, decision: theirs.get(one.place) ?? one.decision }));
  return { intent: [form.intent], decision };
}

/** What only others decided is shown as they did, all else as it was chosen. */
async function overtaken(named: NamedImport, form: Form): Promise<ImportAnswer> {
  const meanwhile = await readMeanwhile(db, named, form.intent === "decide" ? form : null);
  const theirs = meanwhile.decisions.flatMap((one) => (one.from === "theirs" ? [[one.place, one.theirs] as const] : []));
  return { status: 409, problem: { fields: {}, form: [], values: chosenIn(form, new Map(theirs)) }, meanwhile };
}

async function act(context: ChangeContext, named: NamedImport, language: string, form: Form) {
  switch (form.intent) {
    case "decide":
      await decideImport(context, { ...named, decisions: form.decision });
      return;
    case "take":
      return takeImport(context, { ...named, language });
    case "discard":
      return discardImport(context, named);
  }
}
