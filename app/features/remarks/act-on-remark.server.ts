import { redirect } from "@remix-run/node";
import { entriesOfForm } from "~/domain/overtaken";
import { choiceOfPlace } from "~/domain/remarks/places";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import type { Db } from "~/platform/db.server";
import type { FormProblem } from "~/platform/form-problem";
import { answerForm, type FormAnswer, type VersionBody } from "~/platform/overtaken.server";
import { catchRefusal, refuse } from "~/platform/refusal.server";
import type { RemarkedEdition } from "./open-remarks.server";
import { saveRemark } from "./save-remark.server";
import type { RemarkForm } from "./schema";
import { removeRemark, withdrawRemark } from "./withdraw-remark.server";

/** A form of a reader, and the page that it was posted on. */
export interface PostedRemark {
  assessment: AssessmentRow;
  edition: RemarkedEdition;
  /** Language of the person. */
  language: string;
  /** Where the page is read again. */
  back: string;
  autosave: boolean;
  form: RemarkForm;
}

/** What came of it when the page stays: saved by itself, overtaken, or refused with all that was typed. */
export type RemarkAnswer =
  | FormAnswer
  | { status: 409; problem: FormProblem; overtaken?: undefined }
  | { status: 200; saved: { at: Date; version: number }; problem?: undefined; overtaken?: undefined };

/** Does what a form of a reader asks. A draft that comes after the round was closed is refused, and all that was typed comes back. */
export async function actOnRemark(db: Db, context: ChangeContext, posted: PostedRemark): Promise<Response | RemarkAnswer> {
  const { form, autosave, back } = posted;
  if (form.intent !== "save") {
    const refused = await answerForm(db, context, { mine: entriesOfForm(form), record: null }, () => takeBack(context, posted));
    return refused ?? redirect(back);
  }
  let version = 0;
  const run = async () => {
    ({ version } = await save(context, posted, form));
  };
  const mine = entriesOfForm(form);
  const record = { kind: "remark", id: form.id, entriesOf: remarkEntries };
  const done = await catchRefusal(() => answerForm(db, context, { mine, record }, run), "wrong-state");
  if (!done.ok) return { status: 409, problem: { fields: {}, form: [closedMessage(done.refusal.details["state"])], values: mine } };
  if (done.result) return done.result;
  return autosave ? { status: 200, saved: { at: context.at, version } } : redirect(`${back}#remark-${form.id}`);
}

const closedMessage = (state: unknown) => (state === "sent" ? "remark-sent" : "remarks-closed");

function save(context: ChangeContext, { assessment, edition, language }: PostedRemark, form: Extract<RemarkForm, { intent: "save" }>) {
  const spoken = assessment.languages.includes(language) ? language : assessment.originalLanguage;
  const { id, version, about, passage, text } = form;
  return saveRemark(context, {
    ...{ assessmentId: assessment.id, editionId: edition.id, language: spoken },
    ...{ id, version, about, passage, text },
  });
}

function takeBack(context: ChangeContext, { assessment, edition, form }: PostedRemark): Promise<unknown> {
  const where = { assessmentId: assessment.id, editionId: edition.id };
  if (form.intent === "remove") return removeRemark(context, { ...where, id: form.id, version: form.version });
  if (form.intent === "withdraw") return withdrawRemark(context, { ...where, id: form.id, version: form.version, reason: form.reason });
  throw refuse("invalid");
}

/** What a version of a draft holds, as the entries of its form. */
function remarkEntries({ sectionCode, statementCode, passage, text }: VersionBody) {
  const code = (value: unknown) => (typeof value === "string" ? value : null);
  return entriesOfForm({ about: choiceOfPlace({ sectionCode: code(sectionCode), statementCode: code(statementCode) }), passage, text });
}
