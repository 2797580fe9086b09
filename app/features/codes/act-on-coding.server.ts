import { redirect } from "@remix-run/node";
import { sentencesOf, spanOf } from "~/domain/codes/anchor";
import { entriesOfForm } from "~/domain/overtaken";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { answerForm, type FormAnswer, type VersionBody } from "~/platform/overtaken.server";
import { refuse } from "~/platform/refusal.server";
import { sha256 } from "~/platform/sha256.server";
import { addCoding } from "./add-coding.server";
import { archiveCoding } from "./archive-coding.server";
import { changeCoding } from "./change-coding.server";
import { type CodedText, findCodedText } from "./find-text.server";
import type { ChosenPassage } from "./keep-coding.server";
import type { CodingForm } from "./schema";

/** Does what a form on the page of a text asks: marks a passage, changes a mark, or takes it off. */
export async function actOnCoding(
  context: ChangeContext,
  where: { assessmentId: string; of: string; path: string },
  form: CodingForm,
): Promise<Response | FormAnswer> {
  const text = await findCodedText(db, where.assessmentId, { code: where.of });
  const record = form.intent === "change" ? { kind: "coding", id: form.id, entriesOf: codingEntries } : null;
  const posted = { mine: entriesOfForm(form), record };
  const refused = await answerForm(db, context, posted, () => act(context, where.assessmentId, text, form));
  return refused ?? redirect(where.path);
}

function codingEntries({ code, note }: VersionBody) {
  return entriesOfForm({ code, note });
}

async function act(context: ChangeContext, assessmentId: string, text: CodedText, form: CodingForm): Promise<unknown> {
  switch (form.intent) {
    case "add":
      return addCoding(context, { assessmentId, code: form.code, note: form.note, of: text, passage: chosenIn(text, form) });
    case "replace":
      return changeCoding(context, { assessmentId, id: form.id, version: form.version, passage: chosenIn(text, form) });
    case "change":
      return changeCoding(context, { assessmentId, id: form.id, version: form.version, code: form.code, note: form.note });
    case "archive":
      return archiveCoding(context, { assessmentId, id: form.id, version: form.version });
  }
}

type Chosen = Extract<CodingForm, { intent: "add" | "replace" }>;

/** What was selected, else the sentences that were ticked. Refuses when the text is no longer the one that was read, and when nothing was chosen. */
function chosenIn({ text, language }: CodedText, { start, end, sentences, digest }: Chosen): ChosenPassage {
  if (sha256(text) !== digest) throw refuse("invalid", { field: "sentences", problem: "text-changed" });
  const span = start !== "" && end !== "" ? { start, end } : spanOf(sentencesOf(text, language), sentences);
  if (!span) throw refuse("invalid", { field: "sentences", problem: "choose-passage" });
  return { ...span, text };
}
