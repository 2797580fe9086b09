import type { z } from "zod";
import { discussed } from "~/domain/fact-check/status";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { fieldProblem, type FormProblem, refusedField } from "~/platform/form-problem";
import type { Viewer } from "~/platform/guard.server";
import { sendMail } from "~/platform/mail.server";
import { parseFields } from "~/platform/parse-form.server";
import type { Fields } from "~/platform/read-form.server";
import { catchRefusal } from "~/platform/refusal.server";
import { discussCorrection } from "./discuss-correction.server";
import type { FoundInterview } from "./find-interview.server";
import { mailOfLink } from "./mail-text.server";
import { findAddressIfAny } from "./load-addresses.server";
import { makeLink } from "./make-link.server";
import { markMailed } from "./mark-mailed.server";
import { revokeLink } from "./revoke-link.server";
import { FactCheckAct, type MakeLinkForm } from "./schema";
import { settleCorrection } from "./settle-correction.server";

/** Who arranges the fact check of which interview. */
export interface Arranging {
  user: Viewer;
  context: ChangeContext;
  assessment: AssessmentRow;
  interview: FoundInterview;
}

/** A link that was made, shown this once, with the mail to copy; `mailed` says what became of sending it, null where nobody asked for that. */
export interface MadeShown {
  participantId: string;
  address: string;
  subject: string;
  text: string;
  mailed: "sent" | "failed" | "no-address" | null;
}

/** What came of an act: a link to show, what is wrong, the open questions that stand in the way, or the place to go back to. */
export type FactCheckDone =
  | { status: 200; made: MadeShown; problem?: undefined; open?: undefined; to?: undefined }
  | { status: 200; to: string; made?: undefined; problem?: undefined; open?: undefined }
  | { status: 409 | 422; problem?: FormProblem; open?: string[]; made?: undefined; to?: undefined };

/** Does what a researcher asks of a fact check. */
export async function actOnFactCheck(arranging: Arranging, fields: Fields): Promise<FactCheckDone> {
  const form = parseFields(fields, FactCheckAct);
  if (!form.ok) return { status: 422, problem: form.problem };
  const act = form.value;
  const done = await catchRefusal(() => run(arranging, act), "conflict", "invalid");
  if (done.ok) return done.result;
  const { code, details } = done.refusal;
  if (code === "conflict")
    return { status: 409, problem: { ...fieldProblem(act, "version", "changed-meanwhile"), form: ["changed-meanwhile"], fields: {} } };
  const { open, unconsented } = details;
  if (Array.isArray(unconsented)) return { status: 422, problem: fieldProblem(act, "participantId", "consent-first") };
  return Array.isArray(open) ? { status: 422, open: open.map(String) } : { status: 422, problem: refusedField(act, details) };
}

async function run(arranging: Arranging, act: z.output<typeof FactCheckAct>): Promise<FactCheckDone> {
  const { context, assessment } = arranging;
  const here = { assessmentId: assessment.id };
  switch (act.intent) {
    case "make-link":
      return { status: 200, made: await make(arranging, act) };
    case "revoke":
      await revokeLink(context, { ...here, linkId: act.linkId, version: act.version });
      return { status: 200, to: "" };
    case "settle":
      await dealWith(context, { ...here, ...act });
      return { status: 200, to: `#reply-${act.replyId}` };
  }
}

type Settle = { assessmentId: string } & Extract<z.output<typeof FactCheckAct>, { intent: "settle" }>;

async function dealWith(context: ChangeContext, { assessmentId, replyId, replyVersion, version, as, record, reason }: Settle) {
  const read = { assessmentId, replyId, replyVersion };
  if (as === discussed) await discussCorrection(context, { ...read, reason });
  else await settleCorrection(context, { ...read, version, as, record, reason });
}

/** Makes a link and, once that is committed, sends it by mail if that was asked; when the mail does not go out the text to copy is still there. */
async function make({ user, context, assessment, interview }: Arranging, form: z.output<typeof MakeLinkForm>): Promise<MadeShown> {
  const { participantId, language, until } = form;
  const link = await makeLink(context, { assessmentId: assessment.id, participantId, language, until });
  const mail = mailOfLink({
    ...{ token: link.token, language, until, heldOn: interview.heldOn },
    study: assessment.title,
    languages: assessment.languages,
    sender: { name: user.name, email: user.email },
  });
  const shown = { participantId, ...mail };
  if (form.send === "copy") return { ...shown, mailed: null };
  const to = await findAddressIfAny(db, user, interview, participantId);
  if (to === null) return { ...shown, mailed: "no-address" };
  if (!(await sendMail({ to, subject: mail.subject, text: mail.text }))) return { ...shown, mailed: "failed" };
  await markMailed(context, { assessmentId: assessment.id, linkId: link.id, version: link.version });
  return { ...shown, mailed: "sent" };
}
