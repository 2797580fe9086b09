import { answerAsText } from "~/domain/forms/answer-as-text";
import type { AnswerValue } from "~/domain/forms/values";
import type { EarlierItem } from "~/domain/interviews/earlier-items";
import { reasonInWords } from "~/domain/interviews/answer";
import { valueAnswer } from "~/domain/interviews/guide";
import { textIn } from "~/domain/local-text";
import type { Answer } from "~/domain/protocol/fields";
import type { GuideQuestion } from "~/domain/protocol/guide";
import { askedItems } from "~/domain/protocol/readers";
import { printingOf } from "~/platform/answer-values.server";
import type { Db } from "~/platform/db.server";
import { readingOf } from "~/platform/evidence-view.server";
import type { ComparedStudy } from "./study";

/** What was answered beside or instead of words, with the question that it answers. */
export interface GivenValue {
  question: GuideQuestion;
  part: string;
  value: unknown;
  earlier?: EarlierItem | undefined;
}

/** The kind of answer that a question, or a part of it, asks for beside words; null where it asks for words only, as a follow-up does. */
export function valueKindOf({ question, part, earlier }: Pick<GivenValue, "question" | "part" | "earlier">): Answer | null {
  if (earlier) return valueAnswer(earlier.answer);
  const item = askedItems(question).find((each) => (each.part ?? "") === part);
  return item ? valueAnswer(item.answer) : null;
}

/** Words values and reasons in the language of the person who looks; the names of records that the given values refer to are read at once. */
export async function wordingOf(db: Db, { assessment, protocol, viewer }: ComparedStudy, given: readonly GivenValue[]) {
  const reading = readingOf(viewer.language, assessment);
  const asked = given.map((one) => ({ answer: valueKindOf(one), value: one.value }));
  const setting = await printingOf(db, { assessmentId: assessment.id, protocol }, reading, asked);
  const reasons = [...(protocol.guide?.notAskedReasons ?? []), ...(protocol.guide?.noAnswerReasons ?? [])];
  return {
    value(one: GivenValue): string {
      const answer = one.value === null ? null : valueKindOf(one);
      return answer ? answerAsText(answer, one.value as AnswerValue, setting) : ""; // was checked by answerSchema when it was kept
    },
    reason(reason: string | null): string {
      return reasonInWords(reason, reasons, (label) => textIn(label, reading.language, reading.fallback));
    },
  };
}
