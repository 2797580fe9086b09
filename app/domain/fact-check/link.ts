/** The states of a personal link to check a record: with the interviewee, sent in by her, over by its date, or taken back. */
export const factCheckLinkStates = ["out", "sent-in", "over", "revoked"] as const;

/** The state of a link. */
export type FactCheckLinkState = (typeof factCheckLinkStates)[number];

/** The moments of a link by which its state is known. */
export interface FactCheckLinkMoments {
  expiresAt: Date;
  revokedAt: Date | null;
  sentInAt: Date | null;
}

/** The state of a link at a moment. It works until its date, also after it was sent in; what was sent in stays so when the date has passed. */
export function factCheckLinkState({ expiresAt, revokedAt, sentInAt }: FactCheckLinkMoments, now: Date): FactCheckLinkState {
  if (revokedAt) return "revoked";
  if (sentInAt) return "sent-in";
  return expiresAt < now ? "over" : "out";
}

/** The states in which a record can't be changed: somebody is reading it. */
export const lockingLinkStates: readonly FactCheckLinkState[] = ["out"];

/** The states in which a link can be taken back. */
export const revocableLinkStates: readonly FactCheckLinkState[] = ["out", "sent-in", "over"];

/** The states in which ending a link is offered: it still opens the record. One that is over does so no more. */
export const endableLinkStates: readonly FactCheckLinkState[] = ["out", "sent-in"];

/** Whether a link opens the page of the interviewee: neither taken back nor past its date. */
export function isLinkOpen({ expiresAt, revokedAt }: FactCheckLinkMoments, now: Date): boolean {
  return revokedAt === null && expiresAt >= now;
}
