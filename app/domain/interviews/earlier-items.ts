import { guideFields } from "~/domain/forms/form-field";
import type { LocalText } from "~/domain/local-text";
import type { Answer } from "~/domain/protocol/fields";
import { askedItems, guideQuestions } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { heirsOf, keyOfItem } from "~/domain/protocol/succession";

/** Something that an earlier version of the guide asked and that others stand in the place of now: as it was asked, and under which questions it stands. */
export interface EarlierItem {
  question: string;
  /** "" where the question had no parts. */
  part: string;
  /** What followed the interview's code: `22b`. */
  code: string;
  wording: LocalText;
  answer: Answer;
  /** The ids of the questions in whose place it stood. */
  heirs: string[];
}

/** What the versions before (oldest first) asked and the guide of now does not, each in its latest wording; what nothing stands in the place of is left out. */
export function earlierItems(now: Protocol, earlier: readonly Protocol[]): EarlierItem[] {
  const found = new Map<string, EarlierItem>();
  for (const protocol of earlier)
    for (const question of guideQuestions(protocol)) {
      const fields = guideFields([question]);
      for (const [at, { part, code, answer }] of askedItems(question).entries()) {
        const heirs = heirsOf(now, "guide-question", question.id, part ?? "").map((heir) => heir.question);
        const item = { question: question.id, part: part ?? "", code, wording: fields[at]?.wording ?? question.text, answer, heirs };
        if (heirs.length > 0) found.set(keyOfItem(question.id, part ?? ""), item);
      }
    }
  return [...found.values()];
}
