import { blank, newsOf, oldestOf, type WaitingTask } from "./task";

/** What a researcher is to do with what was said against a record: deal with it, ask about what was never sent in, or wait for an answer. */
export type CorrectionsKind = "sent" | "left" | "discussed";

/** The answers of an interview that those who gave them have something against, until somebody has dealt with each. */
export interface WorkCorrections {
  kind: CorrectionsKind;
  interview: string;
  interviewerIds: readonly string[];
  count: number;
  /** When each was said, in any order. */
  times: readonly Date[];
}

/** An answer that was withdrawn and still stands under a statement. */
export interface WorkWithdrawn {
  answer: string;
  statement: string;
  since: Date;
}

const tasks = {
  sent: { kind: "settle-corrections", group: "others", status: "corrected" },
  left: { kind: "ask-unsent", group: "others", status: "corrected" },
  discussed: { kind: "discuss-corrections", group: "own", status: "being-discussed" },
} as const;

/** The corrections that wait for a person: of the interviews that she holds, and for the lead those that nobody holds. */
export function correctionTasks(corrections: readonly WorkCorrections[], who: { id: string; role: string }): WaitingTask[] {
  return corrections
    .filter(({ interviewerIds }) => interviewerIds.includes(who.id) || (interviewerIds.length === 0 && who.role === "lead"))
    .map(({ kind, interview, count, times }) => ({
      ...blank,
      ...tasks[kind],
      key: `${tasks[kind].kind} ${interview}`,
      path: `/interviews/${interview}/fact-check`,
      since: oldestOf(times),
      news: newsOf(times),
      code: interview,
      count,
    }));
}

/** The statements that still stand on an answer that was withdrawn, for the lead: one task for each of them. */
export function withdrawnTasks(withdrawn: readonly WorkWithdrawn[]): WaitingTask[] {
  return [...new Set(withdrawn.map(({ statement }) => statement))].map((statement) => {
    const own = withdrawn.filter((one) => one.statement === statement);
    const since = own.reduce((oldest, one) => (one.since < oldest ? one.since : oldest), own[0]?.since ?? new Date(0));
    return {
      ...blank,
      key: `withdrawn ${statement}`,
      kind: "replace-withdrawn",
      group: "others",
      path: `/statements/${statement}`,
      status: "withdrawn",
      since,
      news: own.map(({ answer }) => answer),
      code: statement,
      name: Object.fromEntries(["nl", "en"].map((language) => [language, own.map(({ answer }) => answer).join(", ")])),
      count: own.length,
    };
  });
}
