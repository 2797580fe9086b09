import { reviewViewOf, type SeenBefore } from "~/domain/sections/review-views";
import type { Db } from "~/platform/db.server";
import type { DifferenceBase } from "./load-difference.server";
import type { SectionStudy } from "./section-study.server";

/** With what the page of a reviewer compares: what she last saw, and what she last signed. */
export async function readReviewBases(db: Db, { section, user, standing }: SectionStudy, asked: string | null) {
  const seen = await db.sectionSeen.findUnique({ where: { userId_sectionId: { userId: user.id, sectionId: section.id } } });
  const mine = standing.signOffs.filter(({ byId }) => byId === user.id).at(-1);
  const lapsed = standing.signOffs.filter(({ endedAt, holds }) => endedAt === null && !holds).at(-1);
  const signOff = mine ?? (standing.stale ? lapsed : undefined);
  const signed: DifferenceBase | null = signOff ? { changes: signOff.sectionChanges, at: signOff.at, signOff } : null;
  const holds = signOff !== undefined && (signOff.holds || signOff.endedAt !== null);
  const before: SeenBefore = { seen, signed: signOff ? { changes: signOff.sectionChanges, holds } : null };
  const view = reviewViewOf(asked, section.changes, before);
  const base = view === "seen" ? seen : view === "signed" ? signed : view === "beside" ? (signed ?? seen) : null;
  return { seen, signOff: signOff ?? null, mine: signOff !== undefined && signOff === mine, before, view, base };
}
