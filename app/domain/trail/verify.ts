import { firstPrev, installationChain } from "./format";
import type { Hashing } from "./format";
import { judgeDetails, judgeEvent } from "./verify-event";
import type { Place, Reason, StoredDetail, StoredEvent } from "./verify-event";

/** Consecutive events of a chain, with all details that are numbered after the batch before and up to this one's last event. */
export interface Batch {
  events: readonly StoredEvent[];
  /** Null when details are not included in what is read. */
  details: readonly StoredDetail[] | null;
}

/** A trail to verify, from a database or from an export. */
export interface TrailSource {
  installationId: string | null;
  /** Every chain that there should be, known from heads, events, details and records. */
  chains: readonly string[];
  /** The head that was noted beside the chain, or null when there is none. */
  head(chain: string): { seq: number; hash: string } | null;
  /** The chain's events in order, then (also without events) one batch with whatever details are left. */
  batches(chain: string): AsyncIterable<Batch>;
  /** Was this detail taken away by an erasure that the trail itself tells of? */
  isErased(chain: string, seq: number, part: string): boolean;
  /** What is wrong outside the chains, looked at last. */
  afterwards(): Reason | null;
}

/** What the verifier says; `unsigned` = events since the last checkpoint. */
export interface Verdict {
  result: "intact" | "altered";
  chain: string | null;
  seq: number | null;
  reason: Reason | null;
  events: number;
  chains: number;
  checkpoints: number;
  unsigned: number;
}

interface Flaw {
  chain: string | null;
  seq: number | null;
  reason: Reason;
}

/** Verifies a whole trail, chain by chain in order of their names, and tells the first event that isn't as it was written. */
export async function verifyTrail(hashing: Hashing, source: TrailSource): Promise<Verdict> {
  let events = 0;
  let flaw: Flaw | null = null;
  const chains = [...new Set(source.chains)].sort();
  for (const chain of chains) {
    const outcome = await verifyChain(hashing, source, chain);
    events += outcome.events;
    flaw ??= outcome.flaw;
  }
  const outside = source.afterwards();
  if (outside) flaw ??= { chain: null, seq: null, reason: outside };
  const counts = { events, chains: chains.length, checkpoints: 0, unsigned: events };
  return flaw ? { result: "altered", ...flaw, ...counts } : { result: "intact", chain: null, seq: null, reason: null, ...counts };
}

async function verifyChain(hashing: Hashing, source: TrailSource, chain: string): Promise<{ events: number; flaw: Flaw | null }> {
  if (source.installationId === null) return { events: 0, flaw: { chain: installationChain, seq: null, reason: "chain-missing" } };
  let place: Place = { chain, seq: 1, prev: firstPrev(hashing, source.installationId, chain), at: null };
  let stray: number | undefined;
  for await (const batch of source.batches(chain)) {
    const outcome = verifyBatch(hashing, source, batch, place);
    if ("reason" in outcome) return { events: place.seq - 1, flaw: outcome };
    ({ place, stray } = outcome);
  }
  const beyond: Flaw | null = stray === undefined ? null : { chain, seq: stray, reason: "detail-unknown" };
  return { events: place.seq - 1, flaw: judgeHead(source.head(chain), place) ?? beyond };
}

/** The place after a batch; `stray` is the number of a detail that stands beyond its last event, where no event can be. */
function verifyBatch(
  hashing: Hashing,
  source: TrailSource,
  batch: Batch,
  start: Place,
): { place: Place; stray: number | undefined } | Flaw {
  const { chain } = start;
  const details = batch.details && groupBySeq(batch.details);
  let place = start;
  for (const event of batch.events) {
    const judged = judgeEvent(hashing, event, place);
    if ("reason" in judged) return { chain, seq: judged.reason === "seq-duplicate" ? place.seq - 1 : place.seq, reason: judged.reason };
    const { seq } = place;
    const reason = details && judgeDetails(hashing, judged.body, details.get(seq) ?? [], (part) => source.isErased(chain, seq, part));
    if (reason) return { chain, seq, reason };
    details?.delete(seq);
    place = { chain, seq: seq + 1, prev: event.hash, at: judged.body.at };
  }
  const [left] = details?.keys() ?? [];
  return left !== undefined && left < place.seq ? { chain, seq: left, reason: "detail-unknown" } : { place, stray: left };
}

function groupBySeq(details: readonly StoredDetail[]): Map<number, StoredDetail[]> {
  const groups = new Map<number, StoredDetail[]>();
  for (const detail of details) {
    const group = groups.get(detail.seq);
    if (group) group.push(detail);
    else groups.set(detail.seq, [detail]);
  }
  return groups;
}

function judgeHead(head: { seq: number; hash: string } | null, { chain, seq, prev }: Place): Flaw | null {
  const last = seq - 1;
  if (last === 0) return { chain, seq: null, reason: "chain-missing" };
  if (head && head.seq > last) return { chain, seq, reason: "truncated" };
  return head?.seq === last && head.hash === prev ? null : { chain, seq: last, reason: "head-mismatch" };
}
