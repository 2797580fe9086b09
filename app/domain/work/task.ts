import type { LocalText } from "~/domain/local-text";
import type { StateKey } from "~/domain/states";

/** What somebody can be asked to do. The sentence and the button are `work.tasks.<kind>` in the locales. */
export type TaskKind =
  | "freeze"
  | "assign"
  | "agree-interviews"
  | "record-consent"
  | "settle-notices"
  | "settle-corrections"
  | "ask-unsent"
  | "discuss-corrections"
  | "replace-withdrawn"
  | "reconcile"
  | "rate"
  | "chase-raters"
  | "replace-rater"
  | "change-section"
  | "sign-again"
  | "write-section"
  | "start-section"
  | "record-interview"
  | "hold-interview"
  | "judge-nodes"
  | "screen-titles"
  | "find-texts"
  | "read-texts"
  | "settle-screening"
  | "compile"
  | "open-draft"
  | "draft-failed"
  | "read-edition"
  | "review-section"
  | "replace-reviewer"
  | "name-reviewer"
  | "answer-mention"
  | "answer-comments"
  | "settle-suggestions"
  | "respond-remarks"
  | "show-responses"
  | "remark-edition";

/** Where a task stands on *My work*: others wait for it, it is one's own work, or it is to be reviewed. */
export const taskGroups = ["others", "own", "review"] as const;

/** A group of tasks. */
export type TaskGroup = (typeof taskGroups)[number];

/** One thing that waits for a person. `path` is below the assessment; `values` fill the sentence, `name` being words of the study. */
export interface WaitingTask {
  key: string;
  kind: TaskKind;
  group: TaskGroup;
  path: string;
  status: StateKey | null;
  since: Date | null;
  /** What it is about, one text for each thing, for mail to tell of each once; none where it is about one thing since `since`. */
  news: readonly string[];
  dueOn: string | null;
  code: string;
  /** The code is the number of an annex. */
  annex: boolean;
  name: LocalText | null;
  count: number;
  of: number;
}

/** A task of which nothing is said yet. */
export const blank = {
  status: null,
  since: null,
  news: [],
  dueOn: null,
  code: "",
  annex: false,
  name: null,
  count: 0,
  of: 0,
} satisfies Partial<WaitingTask>;

/** The first of some times; null where there is none. */
export function oldestOf(times: readonly Date[]): Date | null {
  return times.reduce<Date | null>((oldest, at) => (oldest && oldest <= at ? oldest : at), null);
}

/** Times at which things came, as the news of a task. */
export function newsOf(times: readonly Date[]): string[] {
  return [...new Set(times.map((at) => at.toISOString()))];
}
