import { questionsAsked, type WeighedInterview } from "~/domain/interviews/balance";
import { isSaid } from "~/domain/moves/interview";
import type { Protocol } from "~/domain/protocol/schema";
import { interviewState, levelsOf } from "./check-interview.server";
import { answerState } from "~/platform/recorded-answer";

/** An interview as it is stored, as far as its weight in the balance goes. */
interface StoredInterview {
  state: string;
  perspective: string | null;
  levels: string;
  answers: readonly { question: string; state: string; withdrawnAt: Date | null }[];
  participants: readonly { interviewee: { kind: string } }[];
}

/** The research questions for which the guide asks anything, in the order of the tree. */
export function questionsOfGuide(protocol: Protocol) {
  const asked = questionsAsked(protocol);
  return protocol.questions.filter(({ id }) => asked.includes(id)).map(({ id, text }) => ({ id, text }));
}

/** An interview as the balance weighs it; a withdrawn answer was not given. */
export function weigh(row: StoredInterview): WeighedInterview {
  const said = row.answers.filter(({ state, withdrawnAt }) => withdrawnAt === null && isSaid(answerState(state)));
  return {
    state: interviewState(row.state),
    perspective: row.perspective,
    levels: levelsOf(row.levels),
    kinds: row.participants.map(({ interviewee }) => interviewee.kind),
    answered: said.map(({ question }) => question),
  };
}
