import { mergeTexts } from "~/domain/text/merge";
import type { MergeTaken } from "~/domain/text/merge-node";
import type { Db } from "~/platform/db.server";
import { findWords, listWriters } from "./merge-words.server";

/** What `?merged=block base version` names: the words of others that a save without script took in. Null where it names no such save. */
export async function loadMerged(
  db: Db,
  sectionId: string,
  query: URLSearchParams,
  myId: string,
): Promise<{ by: string[]; taken: MergeTaken[] } | null> {
  const [, blockId, base, made] = /^([0-9a-f-]{36}) (\d{1,9}) (\d{1,9})$/.exec(query.get("merged") ?? "") ?? [];
  const block = blockId === undefined ? null : await db.block.findFirst({ where: { id: blockId, sectionId }, select: { id: true } });
  if (!block) return null;
  const language = query.get("lang");
  const translation =
    language === null
      ? null
      : await db.translation.findFirst({ where: { kind: "block", recordId: block.id, field: "document", language }, select: { id: true } });
  const words = { kind: translation ? "translation" : "block", recordId: (translation ?? block).id };
  const [from, to] = [Number(base), Number(made) - 1];
  const [start, theirs] = await Promise.all([findWords(db, { ...words, number: from }), findWords(db, { ...words, number: to })]);
  if (!start || !theirs || to <= from) return null;
  const { taken } = mergeTexts(start, theirs, start);
  return { by: await listWriters(db, { ...words, from, to }, myId), taken: [...taken] };
}
