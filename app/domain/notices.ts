/** What a lead is told of a released edition: it shows somebody at a level, in a way or at all as was agreed before and is no longer. */
export const noticeKinds = [
  "stricter-level",
  "answer-stricter-level",
  "quotation-withdrawn",
  "consent-withdrawn",
  "answer-withdrawn",
] as const;

/** A kind of notice. */
export type NoticeKind = (typeof noticeKinds)[number];

/** The kind that a stored word names; throws on any other, which only a damaged row can hold. */
export function requireNoticeKind(stored: string): NoticeKind {
  const kind = noticeKinds.find((each) => each === stored);
  if (!kind) throw new RangeError(`no kind of notice: ${stored}`);
  return kind;
}

/** What changed of an agreement that a released edition may show otherwise: its level got stricter, or quotation was taken back. */
export function noticesOfAgreement(stricter: boolean, quotation: { before: boolean; after: boolean }): NoticeKind[] {
  return [
    ...(stricter ? ["stricter-level" as const] : []),
    ...(quotation.before && !quotation.after ? ["quotation-withdrawn" as const] : []),
  ];
}
