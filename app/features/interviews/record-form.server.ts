import { guideFields } from "~/domain/forms/form-field";
import { grouped } from "~/domain/forms/posted-form";
import { followUpField, isFollowUp } from "~/domain/interviews/follow-up";
import { type AnswerProblem, stateOfForm } from "~/domain/interviews/answer";
import { findGuideQuestion } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import type { Viewer } from "~/platform/guard.server";
import type { Fields } from "~/platform/read-form.server";
import { refuse } from "~/platform/refusal.server";
import type { FoundInterview } from "./find-interview.server";
import type { RecordAnswer } from "./record-answer.server";
import type { ItemMessage, ItemProblem } from "./item-problem";
import { readingOfRecord } from "./record-schema";
import { valueName } from "./value-name";

/** The form of one answer, read: what to keep, or what is wrong with it. */
export type ReadRecord =
  { ok: true; input: Omit<RecordAnswer, "assessmentId" | "interviewId">; item: string } | { ok: false; problem: ItemProblem };

/** Reads the form of one answer with the question that it belongs to; `draft` = it saves by itself and may be incomplete. */
export function readRecord(fields: Fields, protocol: Protocol, interview: FoundInterview, user: Viewer, draft: boolean): ReadRecord {
  const first = (name: string) => fields.find(([each]) => each === name)?.[1] ?? "";
  const field = itemField(protocol, first("question"), first("part"));
  const item = field.code ?? "";
  const { posted, values } = readingOfRecord(field, {
    scales: protocol.scales ?? [],
    language: user.language,
    languages: [interview.language],
  });
  const read = posted.safeParse(fields);
  if (!read.success) {
    // The last message at an entry is the one that is told, and the first is the nearest.
    const messages = read.error.issues.map(({ path, message }): ItemMessage => {
      const inAnswer = message.startsWith("fields.");
      const [set, key] = inAnswer ? (["fields", message.slice("fields.".length)] as const) : (["problems", message] as const);
      const entry = String(path[0] ?? "");
      return { entry, set, key, values: values(entry) };
    });
    messages.reverse();
    return { ok: false, problem: { item, entries: entriesOf(fields), messages } };
  }
  const { form, value } = read.data;
  const { version, record, notes, timeMark, attribution, givenBy, question, part, key } = form;
  const chosen = {
    chosen: form.state,
    notAsked: form.notAsked,
    notAskedWords: form["notAsked.words"],
    noAnswer: form.noAnswer,
    noAnswerWords: form["noAnswer.words"],
  };
  const { state, reason } = stateOfForm(chosen, /\S/.test(record) || value !== null, draft);
  return {
    ok: true,
    item,
    input: {
      key,
      question,
      part,
      version,
      state,
      reason,
      value,
      record,
      timeMark,
      attribution,
      givenBy,
      ...(notes !== undefined && { notes }),
    },
  };
}

function itemField(protocol: Protocol, questionId: string, part: string) {
  const question = findGuideQuestion(protocol, questionId);
  if (question && isFollowUp(part)) return followUpField(question, part);
  const field = question && guideFields([question]).find(({ name }) => name === (part === "" ? questionId : `${questionId}:${part}`));
  if (!field) throw refuse("not-found");
  return field;
}

/** What was posted, by the name of its entries. */
export function entriesOf(fields: Fields): Record<string, string[]> {
  return grouped(fields);
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
