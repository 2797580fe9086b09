import { dayAfter, dayAt } from "~/domain/day";
import type { Rules } from "~/domain/protocol/rules";
import type { FactCheckLinkMoments } from "./link";

/** What an interviewee can say of the record of one answer. */
export const verdicts = ["confirmed", "corrected", "withdrawn"] as const;

/** What an interviewee says of a record. */
export type Verdict = (typeof verdicts)[number];

/** Where an answer can stand in the fact check; *corrected* = something was said against it that is not dealt with yet. */
export const factCheckStatuses = ["not-asked", "with-interviewee", "confirmed", "corrected", "withdrawn", "date-passed"] as const;

/** Where an answer stands in the fact check. */
export type FactCheckStatus = (typeof factCheckStatuses)[number];

/** How a correction can be dealt with. */
export const settlements = ["taken-over", "changed", "kept"] as const;

/** How a correction was dealt with. */
export type Settlement = (typeof settlements)[number];

/** How a correction is marked while it is discussed with her who made it: a note to her, and it still waits. */
export const discussed = "discussed";

/** What a researcher can do with a correction. */
export const dealings = [...settlements, discussed] as const;

/** What a researcher does with a correction. */
export type Dealing = (typeof dealings)[number];

/** Whether a correction was dealt with; one that is being discussed is not yet. */
export function isSettled(as: string | null): boolean {
  return settlements.some((one) => one === as);
}

/** Whether a correction is dealt with so only with a reason, or a note to her who made it. */
export function needsReason(as: Dealing): boolean {
  return as === "kept" || as === discussed;
}

/** Someone who gave the answer, as far as the fact check goes. */
export interface CheckingParticipant {
  id: string;
  /** Whether she wants to see the record; null = not known. */
  wantsRecord: boolean | null;
  withdrawn: boolean;
}

/** A link that was made for a participant. */
export interface CheckingLink extends FactCheckLinkMoments {
  participantId: string;
  createdAt: Date;
}

/** What a participant said of the record of this answer and what counts of it. `agrees` = with the record as it is now, word for word. */
export interface CheckingReply {
  participantId: string;
  verdict: Verdict;
  agrees: boolean;
  settled: boolean;
  discussed: boolean;
  at: Date;
}

/** An answer with all that the fact check knows of it; `givers` are those who gave it. */
export interface CheckedAnswer {
  withdrawnAt: Date | null;
  disputedAt: Date | null;
  givers: readonly CheckingParticipant[];
  links: readonly CheckingLink[];
  replies: readonly CheckingReply[];
}

/** Why an answer waits for its fact check; `until` is the day on which it no longer does, null where no day is known. */
export interface FactCheckWait {
  until: string | null;
}

/** Where an answer stands, and why it waits before it can be newly cited; null = it does not. */
export interface FactCheck {
  status: FactCheckStatus;
  wait: FactCheckWait | null;
  /** All that was said against it is being discussed with those who said it. */
  discussed?: true | undefined;
}

/** The rules of a protocol that decide on the fact check. */
export type FactCheckRules = Pick<Rules, "citableWhen" | "citableAfterDays" | "factCheck">;

type Standing = "not-asked" | "with-interviewee" | "confirmed" | "corrected" | "date-passed";

/**
 * Where an answer stands in the fact check at a moment, and whether the protocol lets it be cited. A reply counts for the record
 * that was seen: a record that was changed afterwards is not confirmed any more. Nobody is waited for who did not want the record,
 * or where the protocol never offers it.
 */
export function factCheckOf(answer: CheckedAnswer, rules: FactCheckRules, now: Date): FactCheck {
  const asked = answer.givers
    .map((giver) => ({ giver, link: newestLink(answer, giver), standing: standingOf(answer, giver, now) }))
    .filter(({ giver, link }) => isWaitedFor(giver, link, rules));
  const waits = asked.map(({ standing, link }) => waitFor(standing, link, rules, now)).filter((wait) => wait !== null);
  const status = statusOf(answer, asked, now);
  return { status, wait: longest(waits), ...(status === "corrected" && isDiscussed(answer) && { discussed: true as const }) };
}

function isDiscussed({ replies }: CheckedAnswer): boolean {
  const open = replies.filter(({ verdict, agrees, settled }) => verdict !== "confirmed" && !agrees && !settled);
  return open.length > 0 && open.every((reply) => reply.discussed);
}

function statusOf(answer: CheckedAnswer, asked: readonly { standing: Standing }[], now: Date): FactCheckStatus {
  if (answer.withdrawnAt) return "withdrawn";
  const standings = [...asked.map(({ standing }) => standing), ...answer.givers.map((giver) => standingOf(answer, giver, now))];
  if (answer.disputedAt || standings.includes("corrected")) return "corrected";
  const waited = asked.map(({ standing }) => standing);
  if (waited.length === 0) return "not-asked";
  const order = ["with-interviewee", "not-asked", "date-passed"] as const;
  return order.find((standing) => waited.includes(standing)) ?? "confirmed";
}

function newestLink({ links }: CheckedAnswer, { id }: CheckingParticipant): CheckingLink | undefined {
  return links
    .filter(({ participantId, revokedAt }) => participantId === id && revokedAt === null)
    .toSorted((one, other) => other.createdAt.getTime() - one.createdAt.getTime())[0];
}

/** Her last word that counts. What she chose to withdraw and did not send yet stands against the record like a correction. */
function standingOf(answer: CheckedAnswer, giver: CheckingParticipant, now: Date): Standing {
  const [last] = answer.replies
    .filter(({ participantId }) => participantId === giver.id)
    .toSorted((one, other) => other.at.getTime() - one.at.getTime());
  if (last?.agrees) return "confirmed";
  if (last && last.verdict !== "confirmed" && !last.settled) return "corrected";
  const link = newestLink(answer, giver);
  if (!link) return "not-asked";
  return link.expiresAt < now ? "date-passed" : "with-interviewee";
}

/** Who was sent the record is waited for, whatever was noted of her wish; else who wants it, or who is always to be asked and did not say no. */
function isWaitedFor(
  { wantsRecord, withdrawn }: CheckingParticipant,
  link: CheckingLink | undefined,
  { factCheck }: FactCheckRules,
): boolean {
  if (withdrawn || factCheck.offer === "never") return false;
  return link !== undefined || wantsRecord === true || (factCheck.offer === "always" && wantsRecord === null);
}

function waitFor(standing: Standing, link: CheckingLink | undefined, rules: FactCheckRules, now: Date): FactCheckWait | null {
  if (rules.citableWhen === "recorded" || standing === "confirmed") return null;
  if (!link) return { until: null };
  const today = dayAt(now);
  if (rules.citableWhen === "sent-and-days") {
    const from = dayAfter(dayAt(link.createdAt), rules.citableAfterDays ?? 0);
    return today >= from ? null : { until: from };
  }
  if (rules.factCheck.confirmedWhen === "all-asked") return { until: null };
  const from = dayAfter(dayAt(link.expiresAt), 1);
  return today >= from ? null : { until: from };
}

/** Of several that are waited for the one that takes longest; without a known day it is longest of all. */
function longest(waits: readonly FactCheckWait[]): FactCheckWait | null {
  const [first, ...others] = waits;
  if (!first) return null;
  return others.reduce(
    (longer, wait) => (longer.until === null || (wait.until !== null && wait.until < longer.until) ? longer : wait),
    first,
  );
}
