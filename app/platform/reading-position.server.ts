import type { ReadingPosition } from "~/domain/document/reading-position";
import { operate, type Db } from "./db.server";

/** Whose position in which edition. */
export interface PositionOf {
  userId: string;
  editionId: string;
}

/** Where a person was in an edition; null = she never read on from its first page. */
export async function findPositionIfAny(db: Db, of: PositionOf): Promise<ReadingPosition | null> {
  return db.readingPosition.findUnique({ where: { userId_editionId: of }, select: { section: true, place: true } });
}

/** Notes where a person is in an edition. What is known already is not written again, and that a page was opened leaves the place on it. */
export async function notePosition(
  db: Db,
  of: PositionOf,
  { section, place }: { section: string; place?: string | null },
  at: Date,
): Promise<void> {
  const known = await findPositionIfAny(db, of);
  if (known?.section === section && (place === undefined || known.place === place)) return;
  const now = { section, place: place ?? null, at };
  await operate((tx) =>
    tx.readingPosition.upsert({ where: { userId_editionId: of }, create: { ...of, ...now }, update: now }).then(() => undefined),
  );
}
