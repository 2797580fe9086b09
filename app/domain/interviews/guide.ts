import { type FormField, guideFieldName, guideFields } from "~/domain/forms/form-field";
import type { EarlierItem } from "~/domain/interviews/earlier-items";
import { followUpField, isFollowUp } from "~/domain/interviews/follow-up";
import { askedFields } from "~/domain/forms/is-asked";
import type { Answers, StoredAnswer } from "~/domain/forms/stored-answer";
import type { LocalText } from "~/domain/local-text";
import type { AnswerState } from "~/domain/moves/interview";
import type { Answer } from "~/domain/protocol/fields";
import type { GuideBlock, GuideQuestion } from "~/domain/protocol/guide";
import { askedItems } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";

/** A protocol as far as interviews go. */
export type WithGuide = Pick<Protocol, "guide">;

/** What was kept of one question or part in an interview, as far as the guide looks at it. */
export interface RecordedAnswer {
  question: string;
  /** "" where the question has no parts, `+1` for a follow-up to it. */
  part: string;
  state: AnswerState;
  reason: string | null;
  value: unknown;
  record: string;
  language: string;
  /** As it was asked; a follow-up has no other wording. */
  wording?: LocalText;
}

/** One thing to write down: a question of the guide, a part of one, or a follow-up to one. */
export interface GuideItem {
  field: FormField;
  question: string;
  /** "" where the question has no parts, `+1` for a follow-up to it. */
  part: string;
  /** What follows the interview's code: `22b`, `22+1`. */
  code: string;
  state: AnswerState;
  /** Asked under an earlier version of the guide, where this question stands in its place: it is shown, and not asked any more. */
  earlier?: true;
}

/** A question in the jump list: `open` while any of its items is, then the state that its items share, else `answered`. */
export interface JumpQuestion {
  question: GuideQuestion;
  items: GuideItem[];
  state: AnswerState;
}

/** A block of the guide with the questions that are asked in this interview. */
export interface JumpBlock {
  block: GuideBlock;
  questions: JumpQuestion[];
}

/** The guide of one interview, and how many of its questions are no longer open. */
export interface InterviewGuide {
  blocks: JumpBlock[];
  asked: number;
  done: number;
}

/** The blocks of the guide with the questions asked of at least one of these kinds of interviewee; all of them when no kind is given. */
export function guideOf(protocol: WithGuide, kinds: readonly string[]): GuideBlock[] {
  const isAsked = ({ askedOf }: GuideQuestion) => !askedOf || kinds.length === 0 || askedOf.some((kind) => kinds.includes(kind));
  return (protocol.guide?.blocks ?? [])
    .map((block) => ({ ...block, questions: block.questions.filter(isAsked) }))
    .filter((block) => block.questions.length > 0);
}

/** The code of an answer: that of its interview, the number of the question and the letter of the part or the number of the follow-up (`I7:22b`, `I7:22+1`); null when the guide has no such question or part. */
export function codeOfAnswer(interviewCode: string, question: GuideQuestion, part: string): string | null {
  if (isFollowUp(part)) return `${interviewCode}:${question.number}${part}`;
  const item = askedItems(question).find((each) => (each.part ?? "") === part);
  return item ? `${interviewCode}:${item.code}` : null;
}

/**
 * The guide of an interview with the state of every question: only what is asked of these kinds of interviewee and, given the
 * answers so far, by the conditions of the guide. What was answered to `earlier` questions stands under those in whose place they stand.
 */
export function interviewGuide(
  protocol: WithGuide,
  kinds: readonly string[],
  answers: readonly RecordedAnswer[],
  earlier: readonly EarlierItem[] = [],
): InterviewGuide {
  const asked = new Set(askedItemsOf(protocol, kinds, answers).map(({ name }) => name));
  // Of a question that these interviewees are not asked, what was answered before it took the place of another is shown still.
  const blocks = (protocol.guide?.blocks ?? [])
    .map((block) => ({
      block,
      questions: block.questions.map((question) => jumpQuestion(question, asked, answers, earlier)).filter(({ items }) => items.length > 0),
    }))
    .filter(({ questions }) => questions.length > 0);
  const questions = blocks.flatMap((block) => block.questions);
  return { blocks, asked: questions.length, done: questions.filter(({ state }) => state !== "open").length };
}

/** The guide of an interview whose record is closed: a question that was answered as another before is not asked anew. */
export function settledGuide(guide: InterviewGuide): InterviewGuide {
  const settled = (question: JumpQuestion): JumpQuestion => {
    const before = question.items.filter(({ earlier }) => earlier);
    const items = before.length === 0 ? question.items : question.items.filter(({ earlier, state }) => earlier || state !== "open");
    return { ...question, items, state: sharedState(items.map(({ state }) => state)) };
  };
  const blocks = guide.blocks.map((block) => ({ ...block, questions: block.questions.map(settled) }));
  return { ...guide, blocks, done: blocks.flatMap(({ questions }) => questions).filter(({ state }) => state !== "open").length };
}

/** The items of the guide that are still open in an interview, in the order of the guide. */
export function openItems(guide: InterviewGuide): GuideItem[] {
  return guide.blocks.flatMap(({ questions }) =>
    questions.flatMap(({ items }) => items.filter(({ state, earlier }) => state === "open" && !earlier)),
  );
}

function askedItemsOf(protocol: WithGuide, kinds: readonly string[], answers: readonly RecordedAnswer[]): FormField[] {
  const fields = guideFields(guideOf(protocol, kinds).flatMap((block) => block.questions));
  return askedFields(fields, storedAnswers(answers));
}

function jumpQuestion(
  question: GuideQuestion,
  asked: ReadonlySet<string>,
  answers: readonly RecordedAnswer[],
  earlier: readonly EarlierItem[],
): JumpQuestion {
  const parts = askedItems(question);
  const items = guideFields([question]).flatMap((field, index): GuideItem[] => {
    const part = parts[index]?.part ?? "";
    if (!asked.has(field.name)) return [];
    const answer = answers.find((each) => each.question === question.id && each.part === part);
    return [{ field, question: question.id, part, code: field.code ?? "", state: answer?.state ?? "open" }];
  });
  if (items.length > 0) items.push(...followUpItems(question, answers));
  const before = answers.flatMap((answer) => earlierItem(question, answer, earlier) ?? []);
  return { question, items: [...items, ...before], state: sharedState((items.length > 0 ? items : before).map(({ state }) => state)) };
}

/** An answer to a question that this one stands in the place of, or to a follow-up of that. */
function earlierItem(
  question: GuideQuestion,
  { question: id, part, state, wording }: RecordedAnswer,
  earlier: readonly EarlierItem[],
): GuideItem | null {
  const follows = isFollowUp(part);
  const asked = earlier.find((item) => item.question === id && (follows || item.part === part) && item.heirs.includes(question.id));
  if (!asked) return null;
  const code = follows ? `${/^\d+/u.exec(asked.code)?.[0] ?? asked.code}${part}` : asked.code;
  const text = wording ?? asked.wording;
  const answer: Answer = follows ? { kind: "long-text" } : asked.answer;
  const field = {
    name: guideFieldName(id, part || null),
    code,
    label: text,
    part: text,
    wording: text,
    help: null,
    probes: [],
    required: false,
    onlyIf: null,
    answer,
  };
  return { field, question: id, part, code, state, earlier: true };
}

/** The follow-ups to a question that were added in an interview, in their order: they come after its parts, and inform what it informs. */
function followUpItems(question: GuideQuestion, answers: readonly RecordedAnswer[]): GuideItem[] {
  return answers
    .filter((answer) => answer.question === question.id && isFollowUp(answer.part))
    .sort((one, other) => Number(one.part) - Number(other.part))
    .map(({ part, state, wording }) => {
      const field = followUpField(question, part, wording);
      return { field, question: question.id, part, code: field.code ?? "", state };
    });
}

function sharedState(states: readonly AnswerState[]): AnswerState {
  if (states.includes("open")) return "open";
  const [first, ...rest] = states;
  return first !== undefined && rest.every((state) => state === first) ? first : "answered";
}

/** The answers by the name of their field, as the conditions of the guide read them: in words is `{ language: record }`. */
export function storedAnswers(answers: readonly RecordedAnswer[]): Answers {
  return Object.fromEntries(answers.map((answer) => [guideFieldName(answer.question, answer.part || null), storedAnswer(answer)]));
}

function storedAnswer(answer: RecordedAnswer): StoredAnswer {
  const kept = { wording: {}, protocolVersion: 1 };
  if (answer.state === "open") return { state: "open", ...kept };
  if (answer.state !== "answered") return { state: answer.state, reason: answer.reason ?? "", ...kept };
  const value = answer.value ?? { [answer.language]: answer.record };
  return { state: "answered", value: value as never, ...kept }; // was checked by answerSchema when it was kept
}

/**
 * What is filled in beside the record: null where the answer is in words only. An answer in yes, no or unknown has its
 * explanation in the record, so that what was said stands in one place.
 */
export function valueAnswer(answer: Answer): Answer | null {
  if (answer.kind === "short-text" || answer.kind === "long-text") return null;
  return answer.kind === "yes-no-unknown" ? { ...answer, explanation: "none" } : answer;
}

/** Whether an answered question needs words: where it has no value of its own, and where yes or no must be explained. */
export function needsRecord(answer: Answer): boolean {
  return valueAnswer(answer) === null || (answer.kind === "yes-no-unknown" && answer.explanation === "required");
}
