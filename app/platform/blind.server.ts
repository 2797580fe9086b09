import type { Db } from "./db.server";

/**
 * Which judgements a person may be shown: those that were sent in rounds that have opened, and her own. What a rater who left had begun was
 * emptied and never sent: it is none of them, nor are its versions. It goes into every `where` that reads judgements, so that what is blind
 * never leaves the database; null = somebody who rates nothing, as the reader of a document.
 */
export function judgementsSeenBy(raterId: string | null) {
  const opened = { round: { openedAt: { not: null } }, OR: [{ level: { not: null } }, { without: { not: null } }] };
  return raterId === null ? opened : { OR: [opened, { rater: raterId }] };
}

/**
 * Which grounds may be counted for this person: all but those of judgements that are blind to her, since they would tell what somebody rests a
 * rating on. One query.
 */
export async function groundsSeenBy(db: Db, assessmentId: string, raterId: string | null) {
  const blind = await db.judgement.findMany({
    where: { assessmentId, NOT: judgementsSeenBy(raterId) },
    select: { id: true },
  });
  return { assessmentId, NOT: { holderKind: "judgement", holderId: { in: blind.map(({ id }) => id) } } };
}

/**
 * Which decisions of the screening a person may be shown: those on which every screener had decided, and her own; null = somebody who screens
 * nothing. It goes into every `where` that reads them.
 */
export function screeningsSeenBy(screenerId: string | null) {
  const opened = { openedAt: { not: null } };
  return screenerId === null ? opened : { OR: [opened, { screener: screenerId }] };
}
