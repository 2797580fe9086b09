import type { BlockDocument } from "~/domain/text/document";
import { documentOfMerge, mergeTexts } from "~/domain/text/merge";
import type { MergeTaken } from "~/domain/text/merge-node";
import type { ChangeContext } from "~/platform/change.server";
import type { Db } from "~/platform/db.server";
import { documentOf } from "~/platform/evidence-graph.server";
import { refuse } from "~/platform/refusal.server";

/** The words of a block or of its translation as they stand now, and the version that a form was read at. */
export interface WordsMeanwhile {
  kind: "block" | "translation";
  base: number;
  /** null = there is no translation yet, whose version is 0. */
  now: { id: string; version: number; byId: string; at: Date; document: string } | null;
}

/** What a save took in of others: the words that now stand, whose they are besides one's own, and what was taken over. */
export interface MergedWords {
  document: BlockDocument;
  by: string[];
  taken: readonly MergeTaken[];
}

/** What an empty text is stored as. */
const emptyDocument: BlockDocument = { type: "doc", content: [{ type: "paragraph" }] };

/** The words of a block or a translation as a version kept them; version 0 is that of a translation that was not there yet. */
export async function findWords(db: Db, where: { kind: string; recordId: string; number: number }): Promise<BlockDocument | null> {
  if (where.number === 0) return emptyDocument;
  const row = await db.version.findUnique({ where: { kind_recordId_number: where }, select: { body: true } });
  const body = row === null ? null : (JSON.parse(row.body) as unknown);
  const stored =
    typeof body === "object" && body !== null ? ("document" in body ? body.document : "body" in body ? body.body : null) : null;
  return typeof stored === "string" ? documentOf(stored) : null;
}

/**
 * Takes in what others saved since a form was read; undefined where nobody did. Refused with theirs (409) where a person has to choose, or
 * where the form began from is not known.
 */
export async function takeInWords(
  db: Db,
  { by: { id: myId } }: ChangeContext,
  { kind, base, now }: WordsMeanwhile,
  mine: BlockDocument,
): Promise<MergedWords | undefined> {
  if ((now?.version ?? 0) === base) return undefined;
  const start = now && base < now.version ? await findWords(db, { kind, recordId: now.id, number: base }) : null;
  const merge = now && start ? mergeTexts(start, documentOf(now.document), mine) : null;
  const document = merge && documentOfMerge(merge);
  if (!now || !merge || !document)
    throw refuse("conflict", { theirs: now && { version: now.version, byId: now.byId, at: now.at.toISOString(), document: now.document } });
  const isOthers = JSON.stringify(start) !== now.document;
  const by = isOthers ? await listWriters(db, { kind, recordId: now.id, from: base, to: now.version }, myId) : [];
  return { document, by, taken: merge.taken.filter(({ side }) => side === "theirs") };
}

/** The names of who else wrote the versions after one, up to another. */
export async function listWriters(
  db: Db,
  of: { kind: string; recordId: string; from: number; to: number },
  myId: string,
): Promise<string[]> {
  const { kind, recordId, from, to } = of;
  const versions = await db.version.findMany({
    where: { kind, recordId, number: { gt: from, lte: to }, byId: { not: myId } },
    select: { byId: true },
    distinct: ["byId"],
  });
  const users = await db.user.findMany({ where: { id: { in: versions.map(({ byId }) => byId) } }, select: { name: true } });
  return users.map(({ name }) => name).toSorted();
}

/** What the trail tells of a merge: with whom. */
export function mergedWith(merged: MergedWords | undefined, combined: readonly string[] = []): { mergedWith?: string[] } {
  const names = [...new Set([...combined, ...(merged?.by ?? [])])].toSorted();
  return names.length > 0 ? { mergedWith: names } : {};
}
