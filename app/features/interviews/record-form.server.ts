import { type FieldMessage } from "~/domain/forms/values";
import { messageValues } from "~/domain/forms/answer-schema";
import { guideFields } from "~/domain/forms/form-field";
import { readAnswer } from "~/domain/forms/read-answer";
import { type AnswerProblem, stateOfForm } from "~/domain/interviews/answer";
import { valueAnswer } from "~/domain/interviews/guide";
import { findGuideQuestion } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import type { Viewer } from "~/platform/guard.server";
import { parseFields } from "~/platform/parse-form.server";
import type { Fields } from "~/platform/read-form.server";
import { refuse } from "~/platform/refusal.server";
import type { FoundInterview } from "./find-interview.server";
import type { RecordAnswer } from "./record-answer.server";
import type { ItemMessage, ItemProblem } from "./item-problem";
import { recordForm, valueName } from "./schema";

/** The form of one answer, read: what to keep, or what is wrong with it. */
export type ReadRecord =
  { ok: true; input: Omit<RecordAnswer, "assessmentId" | "interviewId">; item: string } | { ok: false; problem: ItemProblem };

/** Reads the form of one answer with the question that it belongs to; `draft` = it saves by itself and may be incomplete. */
export function readRecord(fields: Fields, protocol: Protocol, interview: FoundInterview, user: Viewer, draft: boolean): ReadRecord {
  const first = (name: string) => fields.find(([each]) => each === name)?.[1] ?? "";
  const field = itemField(protocol, first("question"), first("part"));
  const item = field.code ?? "";
  const stem = valueName(item);
  const isValue = (name: string) => name === stem || name.startsWith(`${stem}.`) || name.startsWith(`${stem}@`);
  const entries = entriesOf(fields);
  const form = parseFields(fields, recordForm([...new Set(fields.map(([name]) => name).filter(isValue))]));
  if (!form.ok)
    return {
      ok: false,
      problem: {
        item,
        entries,
        messages: Object.entries(form.problem.fields).map(([entry, [key = "invalid"]]) => ({ entry, set: "problems", key })),
      },
    };
  const { version, record, notes, timeMark, attribution, givenBy, question, part } = form.value;
  const answer = valueAnswer(field.answer);
  const read = answer
    ? readAnswer(stem, answer, new URLSearchParams(fields), {
        scales: protocol.scales ?? [],
        language: user.language,
        languages: [interview.language],
      })
    : { problems: [] };
  if (read.problems.length > 0) {
    const values = messageValues(field.answer);
    return {
      ok: false,
      problem: {
        item,
        entries,
        messages: read.problems.map(({ name, message }): ItemMessage => ({
          entry: name,
          set: "fields",
          key: message satisfies FieldMessage,
          values,
        })),
      },
    };
  }
  const value = "value" in read ? (read.value ?? null) : null;
  const chosen = {
    chosen: form.value.state,
    notAsked: form.value.notAsked,
    notAskedWords: form.value["notAsked.words"],
    noAnswer: form.value.noAnswer,
    noAnswerWords: form.value["noAnswer.words"],
  };
  const { state, reason } = stateOfForm(chosen, /\S/.test(record) || value !== null, draft);
  return {
    ok: true,
    item,
    input: { question, part, version, state, reason, value, record, timeMark, attribution, givenBy, ...(notes !== undefined && { notes }) },
  };
}

function itemField(protocol: Protocol, questionId: string, part: string) {
  const question = findGuideQuestion(protocol, questionId);
  const field = question && guideFields([question]).find(({ name }) => name === (part === "" ? questionId : `${questionId}:${part}`));
  if (!field) throw refuse("not-found");
  return field;
}

/** What was posted, by the name of its entries. */
export function entriesOf(fields: Fields): Record<string, string[]> {
  const entries: Record<string, string[]> = {};
  for (const [name, value] of fields) (entries[name] ??= []).push(value);
  return entries;
}

/** What a change refused of an answer, at the entries of its form. */
export function refusedItem(item: string, fields: Fields, details: Record<string, unknown>): ItemProblem {
  const problems = (details["problems"] ?? []) as AnswerProblem[]; // recordAnswer refuses with exactly these
  const entryOf = ({ field, message }: AnswerProblem) =>
    field === "value" ? valueName(item) : field === "reason" ? (message === "chooseWhyNoAnswer" ? "noAnswer" : "notAsked") : field;
  return {
    item,
    entries: entriesOf(fields),
    messages: problems.map((problem) => ({ entry: entryOf(problem), set: "interviews", key: problem.message })),
  };
}
