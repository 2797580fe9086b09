import { answerAsText } from "~/domain/forms/answer-as-text";
import type { AnswerValue } from "~/domain/forms/values";
import { valueAnswer } from "~/domain/interviews/guide";
import { askedItems, findGuideQuestion } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import type { Language } from "~/domain/tool-language";
import { printingOf } from "~/platform/answer-values.server";
import { listEarlierItems } from "~/platform/earlier-questions.server";
import type { Db } from "~/platform/db.server";

interface Given {
  id: string;
  question: string;
  part: string;
  value: string | null;
}

interface Setting {
  assessment: { id: string; languages: readonly string[] };
  protocol: Protocol;
  language: Language;
}

/** What was answered beside or instead of words, in a language, by answer; an answer in words only is not in it. */
export async function valueWords(
  db: Db,
  { assessment, protocol, language }: Setting,
  given: readonly Given[],
): Promise<Map<string, string>> {
  const earlier = await listEarlierItems(db, assessment.id, protocol);
  const asked = given.flatMap(({ id, question, part, value }) => {
    const found = findGuideQuestion(protocol, question);
    const own = found && askedItems(found).find((each) => (each.part ?? "") === part);
    const item = own ?? earlier.find((each) => each.question === question && each.part === part);
    const answer = item && valueAnswer(item.answer);
    return answer && value !== null ? [{ id, answer, value: JSON.parse(value) as AnswerValue }] : []; // was checked by answerSchema when it was kept
  });
  const reading = { language, tool: language, fallback: assessment.languages };
  const setting = await printingOf(db, { assessmentId: assessment.id, protocol }, reading, asked);
  return new Map(asked.map(({ id, answer, value }) => [id, answerAsText(answer, value, setting)]));
}
