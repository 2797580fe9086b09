import { groupBy } from "~/domain/evidence/graph";

/**
 * The questions that each section is asked for: those whose answer stands in it; a question without an answer is asked of the only section
 * that names it. One that several sections name is asked of none of them until it is answered.
 */
export function placeQuestions(
  sections: readonly { id: string; questions: readonly string[] }[],
  answers: readonly { question: string; sectionId: string }[],
): Map<string, string[]> {
  const answered = new Set(answers.map(({ question }) => question));
  const named = sections.flatMap(({ id, questions }) => questions.map((question) => ({ question, sectionId: id })));
  const naming = groupBy(
    named.filter(({ question }) => !answered.has(question)),
    ({ question }) => question,
  );
  const only = [...naming.values()].flatMap((places) => (places.length === 1 ? places : []));
  const bySection = groupBy([...only, ...answers], ({ sectionId }) => sectionId);
  return new Map([...bySection].map(([id, places]) => [id, [...new Set(places.map(({ question }) => question))]]));
}
