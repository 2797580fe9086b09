import type { HolderKind } from "~/domain/files/kinds";
import type { Person } from "~/domain/permissions";
import { type AttachmentHolder, findHolder } from "./attachment-holders.server";
import type { Db } from "./db.server";
import { refuse } from "./refusal.server";

/** The files of a holder as a list of them shows it to one person. */
export interface AttachmentList {
  files: ListedAttachment[];
  /** False = they are not hers to read, and nothing was read of them. */
  mayRead: boolean;
  /** How the address of the page that adds one names the holder; null when she may not. */
  addTo: string | null;
}

/** A file in a list. */
interface ListedAttachment {
  id: string;
  name: string;
  type: string;
  bytes: number;
  note: string;
  byName: string | null;
  at: Date;
}

/** The files of a holder that are in use, as far as this person may read them; not found to who may not see the holder. */
export async function listAttachments(
  db: Db,
  person: Person,
  assessmentId: string,
  holderKind: HolderKind,
  holderId: string,
): Promise<AttachmentList> {
  const holder = await findHolder(db, person, assessmentId, holderKind, { id: holderId });
  const { kind, code, may, archived } = holder;
  const files = may.read ? await filesOf(db, holder) : [];
  return { files, mayRead: may.read, addTo: may.write && !archived ? `${kind}:${code}` : null };
}

async function filesOf(db: Db, { kind, id }: AttachmentHolder): Promise<ListedAttachment[]> {
  const rows = await db.attachment.findMany({
    where: { holderKind: kind, holderId: id, archivedAt: null },
    select: { id: true, name: true, type: true, bytes: true, note: true, byId: true, at: true },
    orderBy: { number: "asc" },
  });
  const people = await db.user.findMany({ where: { id: { in: rows.map(({ byId }) => byId) } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id: userId, name }) => [userId, name]));
  return rows.map(({ byId, ...row }) => ({ ...row, byName: names.get(byId) ?? null }));
}

/** A file with its holder; not found to who may not read it, and to all once it was archived. */
export async function findAttachment(db: Db, person: Person, assessmentId: string, id: string | undefined) {
  const where = { id: id ?? "", assessmentId, archivedAt: null };
  const held = await db.attachment.findFirst({ where, select: { holderKind: true, holderId: true } });
  if (!held) throw refuse("not-found");
  const holder = await findHolder(db, person, assessmentId, held.holderKind, { id: held.holderId });
  if (!holder.may.read) throw refuse("not-found");
  const row = await db.attachment.findFirst({ where });
  if (!row) throw refuse("not-found");
  const { name, type, bytes, sha256, note, number, at, version } = row;
  return { id: row.id, name, type, bytes, sha256, note, number, at, version, holder };
}

/** A file with its holder. */
export type FoundAttachment = Awaited<ReturnType<typeof findAttachment>>;
