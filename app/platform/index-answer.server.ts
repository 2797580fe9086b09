import type { Tx } from "./db.server";
import { indexText } from "./index-text.server";

/** Brings the words of an answer into the search index: its record and the translations, never the notes; nothing of a withdrawn one. */
export async function indexAnswer(tx: Tx, id: string): Promise<void> {
  const { assessmentId, record, language, withdrawnAt } = await tx.interviewAnswer.findUniqueOrThrow({ where: { id } });
  await indexText(tx, { assessmentId, kind: "interview-answer", recordId: id, field: "record", language, text: withdrawnAt ? "" : record });
}
