import type { EditionDocument, StatementShown } from "~/domain/document/model";
import { homeStatements } from "~/domain/document/provenance";

/** What an edition comes down to: the answers that no other answer stands on, its conclusions and its recommendations. */
export interface ReadingBrief {
  answers: StatementShown[];
  conclusions: StatementShown[];
  recommendations: StatementShown[];
}

/** An edition for who has no time: the answers to its main questions are those that carry no other answer. */
export function briefOf(document: EditionDocument): ReadingBrief {
  const all = homeStatements(document);
  const of = (kind: StatementShown["statementKind"]) => all.filter(({ statementKind }) => statementKind === kind);
  const answers = of("answer");
  const below = new Set(answers.flatMap(({ anchor, grounds }) => grounds.flatMap(({ to }) => (to === anchor ? [] : [to]))));
  const top = answers.filter(({ anchor }) => !below.has(anchor));
  return { answers: top.length > 0 ? top : answers, conclusions: of("conclusion"), recommendations: of("recommendation") };
}
