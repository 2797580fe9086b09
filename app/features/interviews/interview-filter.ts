import { hasLevel, questionsReached, type WeighedInterview } from "~/domain/interviews/balance";
import { workLevelIfAny } from "~/domain/levels";
import type { Protocol } from "~/domain/protocol/schema";

/** What the list is narrowed to; an empty text is no filter, and `none` asks for interviews without a perspective or a level. */
export interface InterviewFilter {
  state: string;
  interviewer: string;
  perspective: string;
  level: string;
  question: string;
}

/** The filter that asks for interviews of which something is not known. */
export const notKnown = "none";

/** The filter of a list, read from its address. */
export function interviewFilter(search: URLSearchParams): InterviewFilter {
  const of = (name: string) => search.get(name) ?? "";
  return {
    state: of("state"),
    interviewer: of("interviewer"),
    perspective: of("perspective"),
    level: of("level"),
    question: of("question"),
  };
}

/** An interview as filters look at it. */
interface FilteredInterview extends WeighedInterview {
  interviewerIds: readonly string[];
}

/** Whether an interview is among those that a filter asks for. */
export function fits(protocol: Protocol, row: FilteredInterview, filter: InterviewFilter): boolean {
  const { state, perspective, interviewer, level, question } = filter;
  return (
    (state === "" || row.state === state) &&
    (perspective === "" || (row.perspective ?? notKnown) === perspective) &&
    (interviewer === "" || row.interviewerIds.includes(interviewer)) &&
    (level === "" || hasLevel(row, workLevelIfAny(level) ?? null)) &&
    (question === "" || questionsReached(protocol, row).includes(question))
  );
}
