import { nodeKey, nodeKinds, type NodeKind, type NodeRef } from "~/domain/evidence/kinds";
import { foldWord } from "~/domain/fold";
import { wordSegments } from "~/domain/formats";
import { textOfDoc } from "~/domain/text/text-of-doc";
import type { Db } from "~/platform/db.server";
import { availableByQuestion, listEvidenceMarks } from "~/platform/evidence-marks.server";
import { searchTexts } from "~/platform/search.server";
import type { SectionStudy } from "./section-study.server";
import type { BlockView } from "./section-view.server";

const limit = 25;

/** The words by which evidence for a statement is suggested: its longest ones, four at most. */
export function suggestingWords({ statement, document, language }: BlockView): string[] {
  if (statement === null) return [];
  const words = wordSegments(textOfDoc(document), language)
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
  const different = [...new Map(words.map((word) => [foldWord(word, "und"), word])).values()];
  return different
    .filter((word) => word.length > 4)
    .toSorted((one, other) => other.length - one.length)
    .slice(0, 4);
}

/** What to show before anything was looked for: what holds the most of the longest words of the statement, else what is tagged with its questions. */
export async function suggestGrounds(db: Db, study: SectionStudy, block: BlockView, kinds: readonly NodeKind[]): Promise<NodeRef[]> {
  const byWords = await holding(study, suggestingWords(block), kinds);
  return byWords.length > 0 ? byWords : taggedGrounds(db, study, block);
}

/** What holds the most of some words: a search for each. */
async function holding({ assessment }: SectionStudy, words: readonly string[], kinds: readonly NodeKind[]): Promise<NodeRef[]> {
  const { id: assessmentId, languages } = assessment;
  const hits = (await Promise.all(words.map((one) => searchTexts({ assessmentId, kinds, words: one, languages, limit })))).flat();
  const counts = new Map<string, number>();
  for (const { kind, recordId } of hits) counts.set(`${kind}/${recordId}`, (counts.get(`${kind}/${recordId}`) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one).flatMap(([key]) => refOf(key));
}

function refOf(key: string): NodeRef[] {
  const [kind, id] = key.split("/");
  const known = nodeKinds.find((one) => one === kind);
  return known && id !== undefined ? [{ kind: known, id }] : [];
}

/** The evidence that is tagged with the questions of the section, or with that of the answer. */
export async function taggedGrounds(db: Db, { assessment, protocol, section }: SectionStudy, block: BlockView): Promise<NodeRef[]> {
  const available = availableByQuestion(await listEvidenceMarks(db, assessment.id, protocol));
  const questions = block.statement?.question ? [block.statement.question.code] : section.questions;
  const refs = questions.flatMap((question) => available.get(question) ?? []);
  return [...new Map(refs.map((ref) => [nodeKey(ref), ref])).values()];
}
