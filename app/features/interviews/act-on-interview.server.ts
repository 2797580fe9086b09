import { reasonOf } from "~/domain/interviews/answer";
import { readAnswerCode } from "~/domain/interviews/answer-code";
import type { Overtaken } from "~/domain/overtaken";
import type { FormProblem } from "~/platform/form-problem";
import { fieldProblem, refusedField } from "~/platform/form-problem";
import type { AssessmentRow } from "~/platform/assessment.server";
import { protocolOf } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { findOvertaken, findTranslationRecord, type FormRecord } from "~/platform/overtaken.server";
import { parseFields } from "~/platform/parse-form.server";
import type { Fields } from "~/platform/read-form.server";
import { isRecordLocked } from "~/platform/record-lock.server";
import { catchRefusal, refuse } from "~/platform/refusal.server";
import { addFollowUp } from "./add-follow-up.server";
import { archiveFollowUp } from "./archive-follow-up.server";
import { archiveInterview } from "./archive-interview.server";
import type { FoundInterview } from "./find-interview.server";
import { findTheirs, type Theirs } from "./find-theirs.server";
import type { ItemProblem } from "./item-problem";
import { keepNotes } from "./keep-notes.server";
import { moveInterview } from "./move-interview.server";
import { recordAnswer } from "./record-answer.server";
import { entriesOf, readRecord, refusedItem } from "./record-form.server";
import { saveAnswerTranslation } from "./save-answer-translation.server";
import { InterviewAct } from "./schema";
import { settleOpen } from "./settle-open.server";
import { startClock } from "./start-clock.server";
import { takeNotes } from "./take-notes.server";
import { withdrawAnswer } from "./withdraw-answer.server";

/** A form posted on the page of an interview; `draft` = it saves by itself. */
export interface Posted {
  user: Viewer;
  context: ChangeContext;
  assessment: AssessmentRow;
  interview: FoundInterview;
  fields: Fields;
  draft: boolean;
}

/** What came of it: one of these is filled in, or `to` with the address to go on to. */
export interface Acted {
  status: 200 | 409 | 422;
  saved?: { at: Date; version: number } | undefined;
  item?: ItemProblem | undefined;
  conflict?: { item: string; entries: Record<string, string[]>; theirs: Theirs } | undefined;
  overtaken?: Overtaken | undefined;
  form?: FormProblem | undefined;
  open?: string[] | undefined;
  /** The codes of the participants whose consent has to be recorded first. */
  unconsented?: string[] | undefined;
  to?: string | undefined;
}

/** Does what was asked on the page of an interview. */
export async function actOnInterview(posted: Posted): Promise<Acted> {
  const intent = posted.fields.find(([name]) => name === "intent")?.[1];
  return intent === "record" ? record(posted) : act(posted);
}

async function record({ user, context, assessment, interview, fields, draft }: Posted): Promise<Acted> {
  const read = readRecord(fields, await protocolOf(assessment), interview, user, draft);
  if (!read.ok) return { status: 422, item: read.problem };
  const { input, item } = read;
  const kept = await catchRefusal(
    () => recordAnswer(context, { ...input, assessmentId: assessment.id, interviewId: interview.id }),
    "conflict",
    "invalid",
  );
  if (kept.ok) return { status: 200, saved: { at: context.at, version: kept.result.version }, to: `#q${item}` };
  if (kept.refusal.code === "invalid") return { status: 422, item: refusedItem(item, fields, kept.refusal.details) };
  const theirs = await findTheirs(db, user, interview, input.question, input.part);
  return { status: 409, conflict: { item, entries: entriesOf(fields), theirs } };
}

async function act({ context, assessment, interview, fields }: Posted): Promise<Acted> {
  const form = parseFields(fields, InterviewAct);
  if (!form.ok) return { status: 422, form: form.problem };
  const value = form.value;
  const done = await catchRefusal(() => run(context, assessment.id, interview.id, value), "conflict", "invalid", "wrong-state");
  if (done.ok) return { status: 200, ...done.result };
  const { code, details } = done.refusal;
  if (isRecordLocked(done.refusal)) return { status: 409, form: fieldProblem(value, "record", "with-interviewee") };
  if (code === "wrong-state") throw done.refusal;
  if (code === "conflict") {
    const record = await textOf(value);
    if (record) return { status: 409, overtaken: await findOvertaken(db, context, record, entriesOf(fields)) };
    return { status: 409, form: { ...fieldProblem(value, "version", "changed-meanwhile"), form: ["changed-meanwhile"], fields: {} } };
  }
  const { open, unconsented } = details;
  if (Array.isArray(open)) return { status: 422, open: open.map(String) };
  if (Array.isArray(unconsented)) return { status: 422, unconsented: unconsented.map(String) };
  return { status: 422, form: refusedField(value, { problem: details["field"] === "reason" ? "required" : "invalid", ...details }) };
}

type Act = ReturnType<typeof InterviewAct.parse>;

/** The text that an act writes, where what was typed and what somebody else kept meanwhile stand against each other. */
async function textOf(act: Act): Promise<FormRecord | null> {
  if (act.intent === "notes") return { kind: "interview-notes", id: act.answerId };
  if (act.intent !== "translate") return null;
  const { answerId: recordId, language } = act;
  return findTranslationRecord(db, { kind: "interview-answer", recordId, field: "record", language }, "record");
}

/** Where the result of an act is seen, and what was kept where its form saves by itself. */
type Done = Required<Pick<Acted, "to">> & Pick<Acted, "saved">;

/** Does an act on the interview itself or on one of its answers. */
async function run(context: ChangeContext, assessmentId: string, id: string, act: Act): Promise<Done> {
  switch (act.intent) {
    case "move":
      await moveInterview(context, {
        assessmentId,
        id,
        version: act.version,
        move: act.move,
        reason: act.reason,
        ...(act.why !== null && { why: act.why }),
        ...(act.heldOn !== null && { heldOn: act.heldOn }),
        ...(act.agreedWith !== null && { agreedWith: act.agreedWith }),
        ...(act.agreedOn !== null && { agreedOn: act.agreedOn }),
      });
      return { to: "" };
    case "archive":
      await archiveInterview(context, { assessmentId, id, version: act.version });
      return { to: ".." };
    case "settle-open": {
      const reason = reasonOf(act.notAsked, act["notAsked.words"]);
      if (reason === null) throw refuse("invalid", { field: "notAsked", problem: "choose" });
      await settleOpen(context, { assessmentId, interviewId: id, reason });
      return { to: "" };
    }
    case "start-clock":
      await startClock(context, { assessmentId, id, startedAt: act.startedAt, key: act.key });
      return { to: "" };
    default:
      return runOnAnswer(context, assessmentId, id, act);
  }
}

type AnswerAct = Exclude<Act, { intent: "move" | "archive" | "start-clock" | "settle-open" }>;

async function runOnAnswer(context: ChangeContext, assessmentId: string, interviewId: string, act: AnswerAct): Promise<Done> {
  switch (act.intent) {
    case "translate":
      await saveAnswerTranslation(context, { ...act, assessmentId });
      return { to: `#a-${act.answerId}` };
    case "notes": {
      const { version } = await keepNotes(context, { ...act, assessmentId, interviewId });
      return { to: `#a-${act.answerId}`, saved: { at: context.at, version } };
    }
    case "withdraw":
      await withdrawAnswer(context, { ...act, assessmentId });
      return { to: `#a-${act.answerId}` };
    case "follow-up": {
      const { code } = await addFollowUp(context, { ...act, assessmentId, interviewId });
      return { to: `#q${readAnswerCode(code).item}` };
    }
    case "archive-follow-up":
      await archiveFollowUp(context, { ...act, assessmentId });
      return { to: "" };
    case "take-notes": {
      const { code } = await takeNotes(context, { ...act, assessmentId, interviewId });
      return { to: `#q${readAnswerCode(code).item}` };
    }
  }
}
