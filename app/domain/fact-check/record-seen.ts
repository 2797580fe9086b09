import { canonical } from "~/domain/canonical";

/** The record of an answer as an interviewee sees it: its words, and the value where the question asks for more than words. */
export interface SeenRecord {
  record: string;
  /** Canonical JSON as it is stored, or null. */
  value: string | null;
}

/** The text whose digest says which record somebody saw. */
export function recordSeen({ record, value }: SeenRecord): string {
  return canonical({ record, value });
}

/** A reply as it was kept, as far as it can agree with a record. */
export interface KeptReply {
  verdict: string;
  recordDigest: string;
  text: string;
  settledAs: string | null;
}

/** Whether somebody stands behind a record as it is now: she confirmed exactly that, or it became her text. */
export function agreesWith(reply: KeptReply, record: string, digestNow: string): boolean {
  if (reply.verdict === "confirmed") return reply.recordDigest === digestNow;
  return reply.verdict === "corrected" && reply.settledAs === "taken-over" && reply.text === record;
}
