import { redirect } from "@remix-run/node";
import type { z } from "zod";
import { entriesOfForm } from "~/domain/overtaken";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { answerForm, findTranslationRecord, type FormAnswer, groundEntries, type VersionBody } from "~/platform/overtaken.server";
import { addPoint } from "./add-point.server";
import { archivePoint } from "./archive-point.server";
import { changePoint } from "./change-point.server";
import type { optionForms } from "./schema";
import { translatePoint } from "./translate-point.server";

type Filled = z.output<typeof optionForms>;

/** Does what one of the forms on the page of an option asks; what is wrong with a field, or overtaken, comes back with all that was typed. */
export async function actOnOption(
  context: ChangeContext,
  where: { assessmentId: string; option: string; path: string },
  form: Filled,
): Promise<Response | FormAnswer> {
  const answer = await answerForm(db, context, { mine: entriesOfForm(form), record: recordOf(form) }, () => act(context, where, form));
  return answer ?? redirect(where.path);
}

function recordOf(form: Filled) {
  if (form.intent === "change") return { kind: "option-point", id: form.id, entriesOf: pointEntries };
  if (form.intent !== "translate") return null;
  const { id: recordId, language } = form;
  return () => findTranslationRecord(db, { kind: "option-point", recordId, field: "text", language });
}

function pointEntries({ criterion, side, text, language, grounds }: VersionBody) {
  return { ...entriesOfForm({ criterion, side, text, language }), grounds: groundEntries(grounds) };
}

async function act(
  context: ChangeContext,
  { assessmentId, option }: { assessmentId: string; option: string },
  form: Filled,
): Promise<unknown> {
  switch (form.intent) {
    case "add":
      return addPoint(context, { ...form, assessmentId, option });
    case "change":
      return changePoint(context, { ...form, assessmentId });
    case "archive":
      return archivePoint(context, { ...form, assessmentId });
    case "translate":
      return translatePoint(context, { ...form, assessmentId });
  }
}
