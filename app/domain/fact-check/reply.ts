import { isSettled, type Verdict } from "./status";

/** What somebody said of a record, as far as it matters whether that counts. */
export interface SaidReply {
  verdict: Verdict;
  at: Date;
}

/** The link that it was said with, and whether she can still go on and send in, with this link or another. */
export interface ReplyLink {
  sentInAt: Date | null;
  goesOn: boolean;
}

/**
 * How far something that was said counts: *sent* = she sent it in; *left* = it stands against the record though it was never sent in,
 * and nobody is at it any more; *with-her* = a withdrawal that she chose and can still confirm, which stands against the record at
 * once; *unsent* = hers until she sends it in.
 */
export type ReplyStanding = "sent" | "left" | "with-her" | "unsent";

/** A reply as it counts, with what became of it. */
export interface CountingReply {
  verdict: Verdict;
  standing: ReplyStanding;
  settledAs: string | null;
}

/** How far a reply counts. What was saved after she sent in does not, before she sends in again: only a withdrawal counts at once. */
export function replyStanding({ verdict, at }: SaidReply, { sentInAt, goesOn }: ReplyLink): ReplyStanding {
  if (sentInAt !== null && at <= sentInAt) return "sent";
  if (verdict === "withdrawn") return goesOn && sentInAt === null ? "with-her" : "left";
  return verdict === "corrected" && !goesOn ? "left" : "unsent";
}

/** Whether a reply makes its answer disputed: a correction that was sent in and that nobody has dealt with, also while it is discussed. */
export function disputes({ verdict, standing, settledAs }: CountingReply): boolean {
  return verdict === "corrected" && !isSettled(settledAs) && (standing === "sent" || standing === "with-her");
}

/** Whether a reply waits for a researcher: it stands against the record, nobody has dealt with it, and she is not at it herself. */
export function waitsForResearcher({ verdict, standing, settledAs }: CountingReply): boolean {
  return verdict !== "confirmed" && !isSettled(settledAs) && (standing === "sent" || standing === "left");
}

/** The moment at which something is said: now, and after what was sent in before, so that the two are always told apart. */
export function momentOfSaying(now: Date, sentInAt: Date | null): Date {
  return sentInAt !== null && sentInAt >= now ? new Date(sentInAt.getTime() + 1) : now;
}

/** The moment at which replies are sent in: now, and never before the last of them was said. */
export function momentOfSending(now: Date, replies: readonly { at: Date }[]): Date {
  return replies.reduce((latest, { at }) => (at > latest ? at : latest), now);
}
