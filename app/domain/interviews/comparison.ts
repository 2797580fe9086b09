/**
 * The answers of all interviews beside each other: what the guide asks in the rows, interviews in the columns. Nothing here knows
 * who an interviewee is.
 */
import { offRecord } from "~/domain/interviews/answer";
import type { EarlierItem } from "~/domain/interviews/earlier-items";
import { interviewGuide, type RecordedAnswer, type WithGuide } from "~/domain/interviews/guide";
import type { LocalText } from "~/domain/local-text";
import { heldStates, type InterviewState } from "~/domain/moves/interview";
import type { GuideBlock, GuideQuestion } from "~/domain/protocol/guide";
import { askedItems } from "~/domain/protocol/readers";

/** What a cell says: the state of an answer, or why there can be none. */
export const comparedStates = [
  "answered",
  "disputed",
  "no-answer",
  "not-asked",
  "open",
  "withdrawn",
  "not-in-guide",
  "not-held",
  "no-follow-up",
] as const;
/** What a cell says. */
export type ComparedState = (typeof comparedStates)[number];

/** The states by which a comparison is narrowed: those that somebody brought about. */
export const filteredStates = ["answered", "disputed", "no-answer", "not-asked", "open", "withdrawn"] as const satisfies ComparedState[];

/** A row: one question of the guide, a part of one, or a follow-up to one. `code` is what follows the interview's (`22b`, `22+1`). */
export interface ComparedRow {
  code: string;
  block: string;
  question: GuideQuestion;
  /** As an answer names it: "" for the question itself, the key of a part, `+1` for a follow-up. */
  part: string;
  partText: LocalText | null;
  followUp: boolean;
  /** Asked under an earlier version of the guide, where this question stands in its place. */
  earlier?: EarlierItem;
}

/** An answer as far as it is compared. */
export interface ComparedAnswer extends RecordedAnswer {
  withdrawnAt: Date | null;
  disputedAt: Date | null;
}

/** An interview with the kinds of its interviewees and its answers. */
export interface ComparedInterview<Answer extends ComparedAnswer> {
  state: InterviewState;
  kinds: readonly string[];
  answers: readonly Answer[];
}

/** Whether the wording of a follow-up is shown: it stays with its answer, and of what was withdrawn nothing is shown. */
export function showsWording(state: ComparedState): boolean {
  return state !== "withdrawn";
}

/** A cell; of a withdrawn answer there is none. */
export interface ComparedCell<Answer> {
  state: ComparedState;
  answer: Answer | null;
}

const followUp = /^\+\d+$/u;

/** The follow-ups that were asked to a question in any of the interviews, in order. */
function followUpsOf(question: string, interviews: readonly ComparedInterview<ComparedAnswer>[]): string[] {
  const parts = interviews.flatMap(({ answers }) => answers.filter((answer) => answer.question === question).map(({ part }) => part));
  return [...new Set(parts.filter((part) => followUp.test(part)))].sort((one, other) => Number(one) - Number(other));
}

function rowsOf(
  block: GuideBlock,
  question: GuideQuestion,
  interviews: readonly ComparedInterview<ComparedAnswer>[],
  earlier: readonly EarlierItem[],
): ComparedRow[] {
  const asked = askedItems(question).map(({ part, code }): ComparedRow => {
    const partText = question.parts?.find(({ key }) => key === part)?.text ?? null;
    return { code, block: block.id, question, part: part ?? "", partText, followUp: false };
  });
  const more = followUpsOf(question.id, interviews).map((part): ComparedRow => {
    return { code: `${question.number}${part}`, block: block.id, question, part, partText: null, followUp: true };
  });
  const before = earlier
    .filter((item) => item.heirs.includes(question.id))
    .filter((item) =>
      interviews.some(({ answers }) => answers.some((answer) => answer.question === item.question && answer.part === item.part)),
    )
    .map((item): ComparedRow => ({
      code: item.code,
      block: block.id,
      question,
      part: item.part,
      partText: item.wording,
      followUp: false,
      earlier: item,
    }));
  return [...asked, ...more, ...before];
}

/**
 * The rows of a comparison in the order of the guide: every question or part, and under it the follow-ups that were asked in any of the interviews
 * and what was answered to the questions in whose place it stands.
 */
export function comparedRows(
  protocol: WithGuide,
  interviews: readonly ComparedInterview<ComparedAnswer>[],
  earlier: readonly EarlierItem[] = [],
): ComparedRow[] {
  const blocks = protocol.guide?.blocks ?? [];
  return blocks.flatMap((block) => block.questions.flatMap((question) => rowsOf(block, question, interviews, earlier)));
}

/** The cells of one interview, one per row. */
export function comparedCells<Answer extends ComparedAnswer>(
  protocol: WithGuide,
  rows: readonly ComparedRow[],
  interview: ComparedInterview<Answer>,
): ComparedCell<Answer>[] {
  const answers = new Map(interview.answers.map((answer) => [keyOf(answer.question, answer.part), answer]));
  const guide = interviewGuide(protocol, interview.kinds, interview.answers);
  const asked = new Set(
    guide.blocks.flatMap(({ questions }) => questions.flatMap(({ items }) => items.map(({ question, part }) => keyOf(question, part)))),
  );
  const held = heldStates.includes(interview.state);
  return rows.map((row) => {
    const key = keyOf(row.earlier?.question ?? row.question.id, row.part);
    return cellOf(answers.get(key) ?? null, { held, followUp: row.followUp, asked: asked.has(key) });
  });
}

const keyOf = (question: string, part: string) => `${question}\n${part}`;

function cellOf<Answer extends ComparedAnswer>(
  answer: Answer | null,
  { held, followUp, asked }: { held: boolean; followUp: boolean; asked: boolean },
): ComparedCell<Answer> {
  const off = answer && offRecord(answer);
  if (off === "withdrawn") return { state: off, answer: null };
  if (answer && off !== "open") return { state: off ?? answer.state, answer };
  if (!held) return { state: "not-held", answer: null };
  if (followUp && !answer) return { state: "no-follow-up", answer: null };
  return { state: asked || followUp ? "open" : "not-in-guide", answer: null };
}

/** What a comparison is narrowed to; null is no filter. */
export interface ComparisonFilter {
  perspective: string | null;
  block: string | null;
  /** A research question that the row informs. */
  informs: string | null;
  state: ComparedState | null;
  /** Whether interviews that were not held have a column too. */
  all: boolean;
}

/** Whether an interview has a column. */
export function fitsColumn(interview: { state: InterviewState; perspective: string | null }, filter: ComparisonFilter): boolean {
  return (
    (filter.all || heldStates.includes(interview.state)) && (filter.perspective === null || interview.perspective === filter.perspective)
  );
}

/** Whether a question, a part or a follow-up has a row, before the states of its cells are looked at. */
export function fitsRow(row: ComparedRow, filter: ComparisonFilter): boolean {
  return (
    (filter.block === null || row.block === filter.block) &&
    (filter.informs === null || (row.question.informs ?? []).includes(filter.informs))
  );
}

const said: readonly ComparedState[] = ["answered", "disputed"];

/** Whether something was said in a cell, and has not been taken back. */
export function isSaidIn(state: ComparedState): boolean {
  return said.includes(state);
}

const unasked: readonly ComparedState[] = ["not-in-guide", "no-follow-up"];

/** Whether a cell can hold no answer, since the question was none to this interviewee. */
export function isUnasked(state: ComparedState): boolean {
  return unasked.includes(state);
}
