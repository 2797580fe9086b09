import type { RecordedAnswer } from "~/domain/interviews/guide";
import { type AnswerState, answerStates } from "~/domain/moves/interview";

/** A stored state as the table of moves knows it. */
export function answerState(stored: string): AnswerState {
  const state = answerStates.find((each) => each === stored);
  if (!state) throw new Error(`An answer has no state ${stored}.`);
  return state;
}

type Stored = Omit<RecordedAnswer, "state" | "value"> & { state: string; value: string | null };

/** A row as the guide looks at it. */
export function recordedAnswer({ question, part, state, reason, value, record, language }: Stored): RecordedAnswer {
  return {
    question,
    part,
    state: answerState(state),
    reason,
    value: value === null ? null : (JSON.parse(value) as unknown),
    record,
    language,
  };
}
