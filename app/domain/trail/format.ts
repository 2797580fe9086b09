import { canonical } from "../canonical";

/** The two digests that the trail is made with, handed in so that the same code runs in any program: both give lower-case hex. */
export interface Hashing {
  sha256: (text: string) => string;
  hmac: (keyHex: string, text: string) => string;
}

/** A part of an event's details: who it was, what the record was called, what changed. */
export type Part = "by" | "label" | "change";

/** What is hashed of an event. It holds ids and commitments only: no name, title, text, score or address. */
export interface EventBody {
  action: string;
  at: string;
  by: { id: string; kind: "user" | "link" | "system" };
  chain: string;
  details: Readonly<Record<string, string>>;
  id: string;
  prev: string;
  request: string;
  seq: number;
  subject: { id: string; type: string; version: number };
  v: 1;
}

/** The chain of the installation itself: accounts, sign-ins, settings. */
export const installationChain = "installation";

/** The `prev` of a chain's first event; it binds the chain to its installation. */
export function firstPrev({ sha256 }: Hashing, installationId: string, chain: string): string {
  return sha256(`grondslag.chain.v1\n${installationId}\n${chain}`);
}

/** The text of an event that is stored and hashed (RFC 8785). Refuses what canonical JSON refuses. */
export function writeEventBody(body: EventBody): string {
  return canonical(body);
}

/** The hash of an event's body; it is the `prev` of the next event in its chain. */
export function eventHash({ sha256 }: Hashing, body: string): string {
  return sha256(`grondslag.event.v1\n${body}`);
}

/** The commitment to one detail that stands in the event; without the row's salt (64 hex digits) nobody can guess what it commits to. */
export function commitment({ hmac }: Hashing, salt: string, part: string, body: string): string {
  return hmac(salt, `grondslag.detail.v1\n${part}\n${body}`);
}

/** The time of the next event in a chain, as text: never before the event that it follows. */
export function nextAt(now: Date, previousAt: string | null): string {
  const at = now.toISOString();
  return previousAt !== null && previousAt > at ? previousAt : at;
}
