import { redirect } from "@remix-run/node";
import type { z } from "zod";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { type FormProblem, refusedField } from "~/platform/form-problem";
import { catchRefusal } from "~/platform/refusal.server";
import { type Decided, decideImport } from "./decide-import.server";
import { discardImport } from "./discard-import.server";
import type { NamedImport } from "./find-import.server";
import { type ImportMeanwhile, readMeanwhile } from "./import-meanwhile.server";
import { decisionText, type importForms } from "./import-schema";
import { takeImport } from "./take-import.server";

type Form = z.output<typeof importForms>;

/** A form on the page of an import that was not kept, with what was chosen in it; 409 with what was changed meanwhile. */
export type ImportAnswer =
  { status: 422; problem: FormProblem; meanwhile?: undefined } | { status: 409; problem: FormProblem; meanwhile: ImportMeanwhile };

/** The import that a form is of; `back` is the page as it was narrowed. */
interface Place {
  assessmentId: string;
  id: string;
  back: string;
  sources: string;
}

/** Does what a form on the page of an import asks, and leads on; what is refused or overtaken comes back with all that was chosen. */
export async function actOnImport(context: ChangeContext, place: Place, form: Form): Promise<Response | ImportAnswer> {
  const named = { assessmentId: place.assessmentId, id: place.id, version: form.version };
  const done = await catchRefusal(() => act(context, named, form), "invalid", "conflict", "wrong-state");
  if (done.ok) return redirect(form.intent === "discard" ? place.sources : place.back);
  if (done.refusal.code !== "invalid") return (await goOn(context, named, place, form)) ?? overtaken(named, form);
  return { status: 422, problem: refusedField(chosenIn(form), done.refusal.details) };
}

function chosenIn(form: Form, theirs: ReadonlyMap<number, string | null> = new Map()) {
  const decided = form.intent === "discard" ? [] : form.decision;
  const decision = decided.map((one) => decisionText({ ...one, decision: theirs.get(one.place) ?? one.decision }));
  return { intent: [form.intent], decision };
}

/**
 * What is pressed twice finds done, or under way, what the first press does: taking over goes on with it, and leads on. Null where anybody else
 * changed the import, or anything was decided otherwise.
 */
async function goOn(context: ChangeContext, named: NamedImport, { back }: Place, form: Form): Promise<Response | null> {
  if (form.intent !== "take" || !(await isSameTake(context, named, form))) return null;
  const { version } = await db.sourceImport.findUniqueOrThrow({ where: { id: named.id }, select: { version: true } });
  const again = await catchRefusal(() => takeImport(context, { ...named, version }), "conflict", "wrong-state");
  const { importedAt } = await db.sourceImport.findUniqueOrThrow({ where: { id: named.id }, select: { importedAt: true } });
  return again.ok || importedAt !== null ? redirect(back) : null;
}

async function isSameTake({ by }: ChangeContext, named: NamedImport, form: Form & { intent: "take" }): Promise<boolean> {
  const others = { kind: "source-import", recordId: named.id, number: { gt: named.version }, byId: { not: by.id } };
  if ((await db.version.count({ where: others })) > 0) return false;
  return (await readMeanwhile(db, named, form)).decisions.length === 0;
}

/** What only others decided is shown as they did, all else as it was chosen. */
async function overtaken(named: NamedImport, form: Form): Promise<ImportAnswer> {
  const meanwhile = await readMeanwhile(db, named, form.intent === "discard" ? null : form);
  const theirs = meanwhile.decisions.flatMap((one) => (one.from === "theirs" ? [[one.place, one.theirs] as const] : []));
  return { status: 409, problem: { fields: {}, form: [], values: chosenIn(form, new Map(theirs)) }, meanwhile };
}

async function act(context: ChangeContext, named: NamedImport, form: Form) {
  switch (form.intent) {
    case "decide":
      await decideImport(context, { ...named, decisions: form.decision });
      return;
    case "take":
      return takeImport(context, { ...named, ...(await decided(context, named, form.decision)) });
    case "discard":
      return discardImport(context, named);
  }
}

/** The version at which the decisions on the page are saved. */
async function decided(context: ChangeContext, named: NamedImport, decisions: readonly Decided[]): Promise<{ version: number }> {
  return decisions.length === 0 ? named : decideImport(context, { ...named, decisions });
}
