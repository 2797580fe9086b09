import { foldWords } from "~/domain/fold";
import type { Tx } from "~/platform/db.server";

const kind = "interview-answer";

/** Brings the words of an answer into the search index: its record and the translations, never the notes; nothing of a withdrawn one. */
export async function indexAnswer(tx: Tx, id: string): Promise<void> {
  const { assessmentId, record, language, withdrawnAt } = await tx.interviewAnswer.findUniqueOrThrow({ where: { id } });
  await tx.searchText.deleteMany({ where: { kind, recordId: id } });
  if (withdrawnAt) return;
  const translations = await tx.translation.findMany({ where: { kind, recordId: id, field: "record" }, select: { language: true, body: true } });
  const texts = [{ language, body: record }, ...translations.filter((each) => each.language !== language)];
  for (const text of texts.filter(({ body }) => body.trim() !== "")) {
    await tx.searchText.create({ data: { assessmentId, kind, recordId: id, language: text.language, words: foldWords(text.body, text.language).join(" ") } });
  }
}
