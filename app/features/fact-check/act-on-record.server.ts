import { grouped } from "~/domain/forms/posted-form";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import type { OpenLink } from "~/platform/fact-check-link.server";
import type { FormProblem } from "~/platform/form-problem";
import { parseFields } from "~/platform/parse-form.server";
import type { Fields } from "~/platform/read-form.server";
import { catchRefusal, type Refusal } from "~/platform/refusal.server";
import { noteSaved } from "~/platform/request-context.server";
import { listToSay } from "./load-own-page.server";
import { ConfirmForm, replyForm } from "./reply-schema";
import { saveReplies } from "./save-replies.server";
import { sendIn } from "./send-in.server";
import { withdrawChosen } from "./withdraw-chosen.server";

/** What could not be kept of an interviewee's form, with all that was typed in it. */
export interface RecordRefused extends Pick<FormProblem, "fields" | "values"> {
  /** The version of the link now, where another was read or made: the next save is made from it. */
  version: number | null;
  /** Something was saved elsewhere since the page was read. */
  conflict: boolean;
  /** The answers whose record is another than the one that was looked at. */
  overtaken: string[];
  /** Nothing was said of any answer. */
  nothingSaid: boolean;
}

/** What came of an act of an interviewee: the step to go to, the version that was kept, or what is wrong. */
export type RecordActed =
  | { status: 200; step: "" | "check" | "withdraw" | "sent"; saved?: { at: Date; version: number }; refused?: undefined }
  | { status: 409 | 422; refused: RecordRefused; step?: undefined; saved?: undefined };

const fine = { fields: {}, values: {}, version: null, conflict: false, overtaken: [], nothingSaid: false };

/** Does what an interviewee asks with her link: saves, looks over, withdraws what she chose, or sends in. */
export async function actOnRecord(context: ChangeContext, link: OpenLink, fields: Fields): Promise<RecordActed> {
  const intent = fields.findLast(([name]) => name === "intent")?.[1];
  return intent === "send" || intent === "withdraw" ? confirm(context, link, fields) : save(context, link, fields);
}

async function save(context: ChangeContext, link: OpenLink, fields: Fields): Promise<RecordActed> {
  const answers = await listToSay(db, link);
  const form = parseFields(fields, replyForm(answers));
  if (!form.ok) return { status: 422, refused: { ...fine, ...form.problem } };
  const { intent, version, replies, remarks } = form.value;
  const values = grouped(fields);
  const input = { assessmentId: link.assessmentId, linkId: link.id, version, replies, remarks };
  const done = await catchRefusal(() => saveReplies(context, input), "conflict");
  if (!done.ok) {
    const overtaken = replies.filter(({ answerId, seen }) => answers.some(({ id, digest }) => id === answerId && digest !== seen));
    const ids = overtaken.map(({ answerId }) => answerId);
    return { status: 409, refused: { ...fine, values, version: versionNow(done.refusal), conflict: true, overtaken: ids } };
  }
  const { overtaken, version: kept } = done.result;
  if (overtaken.length > 0) return { status: 409, refused: { ...fine, values, version: kept, overtaken } };
  const saved = { at: context.at, version: kept };
  noteSaved(context.request, { own: [link.sentInAt ? "recordAgain" : "record"] });
  const withdraws = replies.some(({ verdict }) => verdict === "withdrawn");
  return { status: 200, step: intent === "check" ? "check" : withdraws ? "withdraw" : "", saved };
}

async function confirm(context: ChangeContext, link: OpenLink, fields: Fields): Promise<RecordActed> {
  const form = parseFields(fields, ConfirmForm);
  if (!form.ok) return { status: 422, refused: { ...fine, ...form.problem } };
  const { intent, version } = form.value;
  const input = { assessmentId: link.assessmentId, linkId: link.id, version };
  const act = async () => (intent === "send" ? await sendIn(context, input) : await withdrawChosen(context, input));
  const done = await catchRefusal(act, "conflict", "invalid");
  if (done.ok) return { status: 200, step: intent === "send" ? "sent" : "" };
  const conflict = done.refusal.code === "conflict";
  return { status: conflict ? 409 : 422, refused: { ...fine, version: versionNow(done.refusal), conflict, nothingSaid: !conflict } };
}

/** The version of the link that a conflict tells of. */
function versionNow({ details }: Refusal): number | null {
  return typeof details["version"] === "number" ? details["version"] : null;
}
