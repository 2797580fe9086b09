import { beatEvery, goneAfter, type Present } from "~/domain/sections/presence";
import { operate, type Db } from "./db.server";

/** A page that is open on a section, and the block that its person is on. */
export interface OpenPage {
  /** Of the page: each has one of its own. */
  id: string;
  userId: string;
  assessmentId: string;
  sectionId: string;
  blockId: string | null;
}

const before = (at: Date, ms: number) => new Date(at.getTime() - ms);

/** Notes that a page is open; says whether others see something else by it. A page that says the same again within its time is not written. */
export async function notePresence(db: Db, page: OpenPage, at: Date): Promise<boolean> {
  const known = await db.presence.findUnique({ where: { id: page.id } });
  if (known && known.userId !== page.userId) return false;
  const isSame = known?.sectionId === page.sectionId && known.blockId === page.blockId && known.at > before(at, goneAfter);
  if (isSame && known.at > before(at, beatEvery * 0.75)) return false;
  const { id, ...data } = page;
  await operate(async (tx) => {
    await tx.presence.deleteMany({ where: { at: { lt: before(at, goneAfter) } } });
    await tx.presence.upsert({ where: { id }, create: { id, ...data, at }, update: { ...data, at } });
  });
  return !isSame;
}

/** Forgets a page that was left. */
export async function forgetPresence({ id, userId }: Pick<OpenPage, "id" | "userId">): Promise<void> {
  await operate((tx) => tx.presence.deleteMany({ where: { id, userId } }));
}

/** Who is in the sections of a study, by the id of the section, the newest sign of life last: members only. Two queries. */
export async function readPresent(db: Db, assessmentId: string, at: Date): Promise<Map<string, Present[]>> {
  const rows = await db.presence.findMany({ where: { assessmentId, at: { gte: before(at, goneAfter) } }, orderBy: { at: "asc" } });
  const present = new Map<string, Present[]>();
  if (rows.length === 0) return present;
  const members = await db.member.findMany({
    where: { assessmentId, userId: { in: rows.map(({ userId }) => userId) }, removedAt: null, user: { deactivatedAt: null } },
    select: { user: { select: { id: true, name: true } } },
  });
  const names = new Map(members.map(({ user }) => [user.id, user.name]));
  for (const { sectionId, userId, blockId } of rows) {
    const name = names.get(userId);
    if (name !== undefined) present.set(sectionId, [...(present.get(sectionId) ?? []), { userId, name, blockId }]);
  }
  return present;
}
