/**
 * Which judgements a person may be shown: those of rounds that have opened, and her own. It goes into every `where` that reads judgements,
 * so that what is blind never leaves the database; null = somebody who rates nothing, as the reader of a document.
 */
export function judgementsSeenBy(raterId: string | null) {
  const opened = { round: { openedAt: { not: null } } };
  return raterId === null ? opened : { OR: [opened, { rater: raterId }] };
}

/**
 * Which decisions of the screening a person may be shown: those on which every screener had decided, and her own; null = somebody who screens
 * nothing. It goes into every `where` that reads them.
 */
export function screeningsSeenBy(screenerId: string | null) {
  const opened = { openedAt: { not: null } };
  return screenerId === null ? opened : { OR: [opened, { screener: screenerId }] };
}
