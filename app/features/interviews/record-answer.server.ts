import { AttributionLevel } from "~/domain/attribution";
import { canonical } from "~/domain/canonical";
import { answerSchema } from "~/domain/forms/answer-schema";
import { type FormField, guideFields } from "~/domain/forms/form-field";
import type { AnswerValue } from "~/domain/forms/values";
import { type AnswerContent, answerProblems } from "~/domain/interviews/answer";
import { followUpField, isFollowUp } from "~/domain/interviews/follow-up";
import { codeOfAnswer, guideOf, valueAnswer } from "~/domain/interviews/guide";
import { type AnswerState, writableInterviewStates } from "~/domain/moves/interview";
import { LocalText } from "~/domain/local-text-schema";
import type { GuideQuestion } from "~/domain/protocol/guide";
import { askedItems } from "~/domain/protocol/readers";
import { change, type ChangeContext, type Outcome } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { once } from "~/platform/idempotency.server";
import { newId } from "~/platform/ids.server";
import { resolveReferences } from "~/platform/references.server";
import { requireRecordUnlocked } from "~/platform/record-lock.server";
import { refuse } from "~/platform/refusal.server";
import { aboutGivers, storedIds } from "./about-givers.server";
import { findChangeableInterview, protocolInForce, requireMayReadNotes } from "./check-interview.server";
import { noticeStricterAnswer } from "./notice-stricter-answer.server";
import { indexAnswer } from "~/platform/index-answer.server";
import { countChange } from "~/platform/interview-changes.server";
import { keepAnswer } from "~/platform/keep-answer.server";

/** What is written down of one question or part. `notes` left out = they stay as they are (the writer may not read them). */
export interface RecordAnswer {
  assessmentId: string;
  interviewId: string;
  question: string;
  part: string;
  /** The version that the form was read at; 0 = nothing was written yet. */
  version: number;
  state: AnswerState;
  reason: string | null;
  value: unknown;
  record: string;
  notes?: string;
  timeMark: string | null;
  attribution: AttributionLevel | null;
  givenBy: readonly string[];
  /** By which the form is known when it comes again. */
  key?: string | null;
}

/** Where an answer stands after it was kept. */
export interface Recorded {
  id: string;
  code: string;
  version: number;
  /** How many changes the interview has had. */
  changes: number;
}

/** Keeps what was written down of one question, part or follow-up; a form that comes again with its `key` writes nothing. */
export async function recordAnswer(context: ChangeContext, input: RecordAnswer): Promise<Recorded> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const interview = await findChangeableInterview(tx, context, input.assessmentId, input.interviewId);
    if (input.notes !== undefined) requireMayReadNotes(context, interview);
    return once(tx, context, input.key ?? null, () => recordInChange(tx, context, input, interview));
  });
}

/** Keeps what was written down inside a change that is under way. */
export async function recordInChange(
  tx: Tx,
  context: ChangeContext,
  input: RecordAnswer,
  interview: Awaited<ReturnType<typeof findChangeableInterview>>,
): Promise<Outcome<Recorded>> {
  const before = await tx.interviewAnswer.findFirst({
    where: { interviewId: interview.id, question: input.question, part: input.part, archivedAt: null },
  });
  const asked = await findAsked(tx, input, interview.code, before?.wording);
  if (!writableInterviewStates.includes(interview.state)) throw refuse("wrong-state", { state: interview.state });
  if (before?.withdrawnAt) throw refuse("wrong-state", { state: "withdrawn" });
  if ((before?.version ?? 0) !== input.version) throw refuse("conflict", { version: before?.version ?? 0 });
  const value = await requireKeepable(tx, { ...input, notes: input.notes ?? before?.notes ?? "" }, asked);
  const data = columnsOf({ ...input, value }, before?.notes ?? "");
  const told = toldOf(before ?? nothing, data);
  if (before && Object.keys(told).length === 0)
    return {
      result: { id: before.id, code: before.code, version: before.version, changes: interview.changes },
      event: "nothing changed",
    };
  if (touchesRecord(told)) await requireRecordUnlocked(tx, interview.id, context.at);
  const id = before?.id ?? newId(context.at);
  const kept = { ...data, byId: context.by.id, at: context.at, version: input.version + 1 };
  if (before) await tx.interviewAnswer.update({ where: { id }, data: kept });
  else await tx.interviewAnswer.create({ data: { ...kept, id, ...placeOf(input, interview.language, asked) } });
  await keepAnswer(tx, context, id);
  await indexAnswer(tx, id);
  if (before) await noticeStricterAnswer(tx, context, { before, after: data }, asked.participants);
  const changes = await countChange(tx, interview.id);
  // A question that was given another number keeps that of its answers.
  const code = before?.code ?? asked.code;
  const about = aboutGivers(asked.participants, input.givenBy, ...(before ? [storedIds(before.givenBy)] : []));
  const subject = { type: "interview-answer", id, version: kept.version } as const;
  return {
    result: { id, code, version: kept.version, changes },
    event: { action: "answer.record", subject, label: code, ...about, change: told },
  };
}

type Asked = Awaited<ReturnType<typeof findAsked>>;

/** Where an answer stands, and how its question was asked: what stays as it is from the first write on. */
function placeOf({ assessmentId, interviewId, question, part }: RecordAnswer, language: string, asked: Asked) {
  const { code, wording, protocolNumber } = asked;
  return { assessmentId, interviewId, code, question, part, language, wording: JSON.stringify(wording), protocolNumber };
}

/** The question as the guide asks it of these participants now; not found where it does not. */
async function findAsked(
  tx: Tx,
  { assessmentId, interviewId, question: id, part }: RecordAnswer,
  interviewCode: string,
  followUpWording: string | undefined,
) {
  const { protocol, number } = await protocolInForce(tx, assessmentId);
  const rows = await tx.participant.findMany({
    where: { interviewId },
    select: { id: true, intervieweeId: true, attribution: true, withdrawnAt: true, interviewee: { select: { kind: true } } },
  });
  const participants = rows.map(({ attribution, withdrawnAt, ...row }) => ({
    ...row,
    attribution: AttributionLevel.parse(attribution),
    withdrawn: withdrawnAt !== null,
  }));
  const question = guideOf(
    protocol,
    participants.map(({ interviewee }) => interviewee.kind),
  )
    .flatMap(({ questions }) => questions)
    .find((each) => each.id === id);
  const code = question && codeOfAnswer(interviewCode, question, part);
  const field = question && fieldOf(question, part, followUpWording);
  if (!code || !field || !protocol.guide) throw refuse("not-found");
  return {
    code,
    wording: field.wording,
    answer: field.answer,
    guide: protocol.guide,
    protocol,
    participants,
    protocolNumber: number,
  };
}

/** What a question or part asks; a follow-up asks what was asked when it was added, and is not there before. */
function fieldOf(question: GuideQuestion, part: string, followUpWording: string | undefined): FormField | undefined {
  if (isFollowUp(part)) return followUpWording === undefined ? undefined : followUpField(question, part, parseWording(followUpWording));
  return guideFields([question])[askedItems(question).findIndex((item) => (item.part ?? "") === part)];
}

const parseWording = (stored: string) => LocalText.parse(JSON.parse(stored));

function columnsOf({ state, reason, value, record, notes, timeMark, attribution, givenBy }: RecordAnswer, notesBefore: string) {
  return {
    state,
    reason,
    record,
    timeMark,
    attribution,
    value: value === null || value === undefined ? null : canonical(value),
    notes: notes ?? notesBefore,
    givenBy: JSON.stringify([...givenBy].sort()),
  };
}

/** The value as it is kept, with what it refers to by id. Refuses, naming each field, what can't be kept in this state. */
async function requireKeepable(
  tx: Tx,
  content: AnswerContent & { assessmentId: string },
  { answer, protocol, guide, participants }: Asked,
): Promise<AnswerValue | null> {
  const problems = answerProblems(content, { answer, guide }, participants);
  if (problems.length > 0) throw refuse("invalid", { problems });
  const kind = valueAnswer(answer);
  if (content.value === null || content.value === undefined) return null;
  const given = kind && answerSchema(kind, { scales: protocol.scales ?? [] }).safeParse(content.value);
  const found = kind && given?.success ? await resolveReferences(tx, content.assessmentId, protocol, kind, given.data) : null;
  if (found === null) throw refuse("invalid", { problems: [{ field: "value", message: "fillInTheAnswer" }] });
  return found;
}

type Columns = ReturnType<typeof columnsOf>;
/** An answer of which nothing was written yet. */
const nothing: Record<keyof Columns, string | null> = {
  state: null,
  reason: null,
  value: null,
  record: null,
  notes: "",
  timeMark: null,
  attribution: null,
  givenBy: "[]",
};

/** Whether something changed of what an interviewee is shown; notes and time marks she is not. */
function touchesRecord(told: ReturnType<typeof toldOf>): boolean {
  return ["state", "reason", "value", "record"].some((field) => field in told) || (told.changed?.includes("givenBy") ?? false);
}

/** What the trail tells: the fields that changed, without the notes and without who said it. */
function toldOf(before: Record<keyof Columns, string | null>, after: Columns) {
  const open = (["state", "reason", "value", "record", "attribution", "timeMark"] as const).filter(
    (field) => before[field] !== after[field],
  );
  const guarded = (["notes", "givenBy"] as const).filter((field) => before[field] !== after[field]);
  return {
    ...Object.fromEntries(open.map((field) => [field, { before: before[field], after: after[field] }])),
    ...(guarded.length > 0 && { changed: guarded }),
  };
}
