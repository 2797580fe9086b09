/**
 * Whether the choice of interviewees is balanced: perspectives by levels, and research questions by the perspectives that reach them.
 * Before an interview is held it reaches what the guide asks of its kinds of interviewee; after it, what was really answered.
 */
import { guideOf } from "~/domain/interviews/guide";
import { type WorkLevel, workLevels } from "~/domain/levels";
import { type InterviewState, stageOf } from "~/domain/moves/interview";
import { guideQuestions, questionsInOrder } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";

/** An interview as far as the balance goes. */
export interface WeighedInterview {
  state: InterviewState;
  perspective: string | null;
  levels: readonly WorkLevel[];
  /** The kinds of its interviewees; empty while none is named. */
  kinds: readonly string[];
  /** The questions of the guide that were answered in it, without what was withdrawn. */
  answered: readonly string[];
}

/** How many interviews there are of one combination: on the long list, to be held, and held. Those that did not take place count nowhere. */
export interface BalanceCounts {
  candidates: number;
  planned: number;
  held: number;
}

/** A row of the balance; `null` stands for interviews that have no perspective, or no level. */
export interface BalanceRow<Head, Column> {
  head: Head;
  cells: readonly { column: Column; counts: BalanceCounts }[];
}

/** What makes the choice one-sided. */
export type OneSided =
  | { kind: "nobody" }
  | { kind: "no-perspective"; perspective: string; candidates: number }
  | { kind: "no-level"; level: WorkLevel }
  | { kind: "no-question"; question: string }
  | { kind: "one-perspective"; question: string; perspective: string | null };

/** The balance of a study's interviews. */
export interface Balance {
  perspectives: readonly (string | null)[];
  levels: readonly (WorkLevel | null)[];
  byLevel: readonly BalanceRow<string | null, WorkLevel | null>[];
  byQuestion: readonly BalanceRow<string, string | null>[];
  remarks: readonly OneSided[];
}

type Designed = Pick<Protocol, "guide" | "perspectives">;

/** The research questions that an interview reaches: by what was answered once it was held, until then by the guide for its kinds of interviewee. */
export function questionsReached(protocol: Designed, interview: WeighedInterview): string[] {
  const asked = stageOf(interview.state) === "held" ? askedById(protocol, interview.answered) : askedOf(protocol, interview);
  return [...new Set(asked.flatMap(({ informs }) => informs ?? []))];
}

function askedById(protocol: Designed, ids: readonly string[]) {
  return (protocol.guide?.blocks ?? []).flatMap(({ questions }) => questions).filter(({ id }) => ids.includes(id));
}

/** Without anybody named, the kinds are those that bring the perspective in; with neither, nothing is known to be asked. */
function askedOf(protocol: Designed, { kinds, perspective }: WeighedInterview) {
  const known = kinds.length > 0 ? kinds : (protocol.perspectives?.find(({ id }) => id === perspective)?.intervieweeKinds ?? []);
  return known.length === 0 ? [] : guideOf(protocol, known).flatMap(({ questions }) => questions);
}

/** Counts some interviews by stage. */
export function countStages(interviews: readonly WeighedInterview[]): BalanceCounts {
  const of = (stage: string) => interviews.filter(({ state }) => stageOf(state) === stage).length;
  return { candidates: of("candidate"), planned: of("toHold"), held: of("held") };
}

/** Whether a combination has no interview that is to be held or was held. */
export function isEmpty({ planned, held }: BalanceCounts): boolean {
  return planned + held === 0;
}

/** The balance of interviews: its two tables, and what is one-sided in them. */
export function balanceOf(protocol: Protocol, interviews: readonly WeighedInterview[]): Balance {
  const weighed = interviews.filter(({ state }) => stageOf(state) !== "notHeld");
  const perspectives = [
    ...(protocol.perspectives ?? []).map(({ id }) => id),
    ...(weighed.some(({ perspective }) => perspective === null) ? [null] : []),
  ];
  const levels = [...workLevels, ...(weighed.some((one) => one.levels.length === 0) ? [null] : [])];
  const byLevel = perspectives.map((head) => ({
    head,
    cells: levels.map((column) => ({
      column,
      counts: countStages(weighed.filter((one) => one.perspective === head && hasLevel(one, column))),
    })),
  }));
  const reached = new Map(weighed.map((one) => [one, new Set(questionsReached(protocol, one))]));
  const byQuestion = questionsAsked(protocol).map((head) => ({
    head,
    cells: perspectives.map((column) => ({
      column,
      counts: countStages(weighed.filter((one) => one.perspective === column && reached.get(one)?.has(head))),
    })),
  }));
  return { perspectives, levels, byLevel, byQuestion, remarks: remarksOf(protocol, weighed, byQuestion) };
}

/** Whether an interview is on a level; `null` asks for those on which no level is known. */
export function hasLevel({ levels }: Pick<WeighedInterview, "levels">, level: WorkLevel | null): boolean {
  return level === null ? levels.length === 0 : levels.includes(level);
}

/** The research questions for which the guide asks anything, in the order of the tree. */
export function questionsAsked(protocol: Protocol): string[] {
  const informed = new Set(guideQuestions(protocol).flatMap(({ informs }) => informs ?? []));
  return questionsInOrder(protocol).flatMap(({ node }) => (informed.has(node.id) ? [node.id] : []));
}

function remarksOf(protocol: Protocol, weighed: readonly WeighedInterview[], byQuestion: Balance["byQuestion"]): OneSided[] {
  if (isEmpty(countStages(weighed))) return [{ kind: "nobody" }];
  const of = (perspective: string) => countStages(weighed.filter((one) => one.perspective === perspective));
  const chosen = weighed.filter((one) => !isEmpty(countStages([one])));
  const known = chosen.some(({ levels }) => levels.length > 0);
  return [
    ...(protocol.perspectives ?? []).flatMap(({ id }): OneSided[] =>
      isEmpty(of(id)) ? [{ kind: "no-perspective", perspective: id, candidates: of(id).candidates }] : [],
    ),
    ...workLevels.flatMap((level): OneSided[] =>
      known && !chosen.some((one) => hasLevel(one, level)) ? [{ kind: "no-level", level }] : [],
    ),
    ...byQuestion.flatMap((row) => remarkOnQuestion(protocol, row)),
  ];
}

/** With fewer than two perspectives in the protocol, no question can be reached by more than one; interviews without any are not counted as another. */
function remarkOnQuestion(protocol: Protocol, { head, cells }: Balance["byQuestion"][number]): OneSided[] {
  const reaching = cells.filter(({ counts }) => !isEmpty(counts));
  const known = reaching.filter(({ column }) => column !== null);
  const [only, ...others] = known.length > 0 ? known : reaching;
  if (!only) return [{ kind: "no-question", question: head }];
  const several = (protocol.perspectives ?? []).length > 1;
  return several && others.length === 0 ? [{ kind: "one-perspective", question: head, perspective: only.column }] : [];
}
