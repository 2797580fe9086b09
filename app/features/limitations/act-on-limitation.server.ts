import { redirect } from "@remix-run/node";
import type { z } from "zod";
import { entriesOfForm } from "~/domain/overtaken";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { answerForm, findTranslationRecord, type FormAnswer, listEntries, type VersionBody } from "~/platform/overtaken.server";
import { addLimitation } from "./add-limitation.server";
import { archiveLimitation } from "./archive-limitation.server";
import { changeLimitation } from "./change-limitation.server";
import type { limitationForms } from "./schema";
import { translateLimitation } from "./translate-limitation.server";

type Filled = z.output<typeof limitationForms>;

/** Does what one of the forms on the page of limitations asks; what is wrong with a field, or overtaken, comes back with all that was typed. */
export async function actOnLimitation(
  context: ChangeContext,
  where: { assessmentId: string; path: string },
  form: Filled,
): Promise<Response | FormAnswer> {
  const posted = { mine: entriesOfForm(form), record: recordOf(form) };
  return (await answerForm(db, context, posted, () => act(context, where.assessmentId, form))) ?? redirect(where.path);
}

function recordOf(form: Filled) {
  if (form.intent === "change") return { kind: "limitation", id: form.id, entriesOf: limitationEntries };
  if (form.intent !== "translate") return null;
  const { id: recordId, language } = form;
  return () => findTranslationRecord(db, { kind: "limitation", recordId, field: "text", language });
}

function limitationEntries({ text, language, sections, statements }: VersionBody) {
  return { ...entriesOfForm({ text, language }), sections: listEntries(sections), statements: listEntries(statements) };
}

async function act(context: ChangeContext, assessmentId: string, form: Filled): Promise<unknown> {
  switch (form.intent) {
    case "add":
      return addLimitation(context, { ...form, assessmentId });
    case "change":
      return changeLimitation(context, { ...form, assessmentId });
    case "archive":
      return archiveLimitation(context, { ...form, assessmentId });
    case "translate":
      return translateLimitation(context, { ...form, assessmentId });
  }
}
