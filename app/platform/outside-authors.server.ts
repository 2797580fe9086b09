import type { Db, Tx } from "./db.server";

/** Whose words are taken over, as a returned file names them ("" where it names nobody), and from which item of it. */
export interface OutsideWords {
  name: string;
  itemId: string;
}

type OutsideKind = "comment" | "suggestion";

/** Keeps whose words a comment or a suggestion holds: a name, never a user. */
export async function keepOutsideAuthor(
  tx: Tx,
  { assessmentId, kind, recordId, itemId, name }: { assessmentId: string; kind: OutsideKind; recordId: string } & OutsideWords,
): Promise<void> {
  await tx.outsideAuthor.create({ data: { assessmentId, recordKind: kind, recordId, itemId, name } });
}

/** What the event of a comment or a suggestion tells of whose words it holds; nothing where they are those of who made it. */
export async function onBehalfOf(db: Db, kind: OutsideKind, recordId: string): Promise<{ onBehalfOf?: string }> {
  const row = await db.outsideAuthor.findUnique({ where: { recordKind_recordId: { recordKind: kind, recordId } }, select: { name: true } });
  return row ? { onBehalfOf: row.name } : {};
}

/** The names of those outside whose words these comments or suggestions hold, by record; one that isn't in it is of who made it. */
export async function listOutsideAuthors(db: Db, kind: OutsideKind, records: readonly { id: string }[]): Promise<Map<string, string>> {
  if (records.length === 0) return new Map();
  const where = { recordKind: kind, recordId: { in: records.map(({ id }) => id) } };
  const rows = await db.outsideAuthor.findMany({ where, select: { recordId: true, name: true } });
  return new Map(rows.map(({ recordId, name }) => [recordId, name]));
}
