import { z } from "zod";
import { commitment, eventHash, type EventBody, type Hashing } from "./format";

/** Why a trail is not as it was written; the first one found is told. */
export type Reason =
  | "hash-mismatch"
  | "prev-mismatch"
  | "seq-gap"
  | "seq-duplicate"
  | "not-canonical"
  | "column-mismatch"
  | "time-reversed"
  | "detail-missing"
  | "detail-mismatch"
  | "detail-unknown"
  | "head-mismatch"
  | "truncated"
  | "chain-missing"
  | "trigger-missing"
  | "manifest-mismatch";

/** An event as a database or an export holds it; an export has no columns beside the body. */
export interface StoredEvent {
  body: string;
  hash: string;
  columns: {
    chain: string;
    seq: number;
    id: string;
    at: string;
    action: string;
    byKind: string;
    byId: string;
    subjectType: string;
    subjectId: string;
    subjectVersion: number;
  } | null;
}

/** One part of an event's details as it is stored. */
export interface StoredDetail {
  seq: number;
  part: string;
  salt: string;
  body: string;
}

/** Where a chain stands when an event is looked at. */
export interface Place {
  chain: string;
  seq: number;
  prev: string;
  at: string | null;
}

/** The trail was made by a newer program, or by another one. */
export class UnreadableTrail extends Error {}

// The order of the keys is that of the canonical text.
const Body = z.object({
  action: z.string(),
  at: z.string(),
  by: z.object({ id: z.string(), kind: z.enum(["user", "link", "system"]) }),
  chain: z.string(),
  details: z.record(z.string(), z.string()),
  id: z.string(),
  prev: z.string(),
  request: z.string(),
  seq: z.int(),
  subject: z.object({ id: z.string(), type: z.string(), version: z.int() }),
  v: z.literal(1),
});

const Newer = z.object({ v: z.number().gt(1) });

/** The fields of a body, or null when it isn't JSON, or not exactly the canonical text of an event's fields. */
export function readEventBody(body: string): EventBody | null {
  const json = parseJson(body);
  const read = Body.safeParse(json);
  if (read.success) return rewrite(read.data) === body ? read.data : null;
  if (Newer.safeParse(json).success) throw new UnreadableTrail("This trail has a newer format than this program knows.");
  return null;
}

/** The canonical text (RFC 8785) of an event's fields; for these keys and types it is what JSON.stringify writes in sorted order. */
function rewrite(body: EventBody): string {
  return JSON.stringify({ ...body, details: Object.fromEntries(Object.entries(body.details).sort(([a], [b]) => (a < b ? -1 : 1))) });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What is wrong with an event that should stand at a place, by itself and as the next of its chain; null = nothing. */
export function judgeEvent(hashing: Hashing, event: StoredEvent, place: Place): { reason: Reason } | { body: EventBody } {
  const found = event.columns?.seq;
  if (found !== undefined && found !== place.seq) return { reason: found > place.seq ? "seq-gap" : "seq-duplicate" };
  if (eventHash(hashing, event.body) !== event.hash) return { reason: "hash-mismatch" };
  const body = readEventBody(event.body);
  if (!body) return { reason: "not-canonical" };
  if (!event.columns && body.seq !== place.seq) return { reason: body.seq > place.seq ? "seq-gap" : "seq-duplicate" };
  if (body.chain !== place.chain || !columnsMatch(event.columns, body)) return { reason: "column-mismatch" };
  if (body.prev !== place.prev) return { reason: "prev-mismatch" };
  if (place.at !== null && body.at < place.at) return { reason: "time-reversed" };
  return { body };
}

function columnsMatch(columns: StoredEvent["columns"], body: EventBody): boolean {
  if (!columns) return true;
  const { by, subject } = body;
  const itself =
    columns.chain === body.chain &&
    columns.seq === body.seq &&
    columns.id === body.id &&
    columns.at === body.at &&
    columns.action === body.action;
  const who = columns.byKind === by.kind && columns.byId === by.id;
  return (
    itself && who && columns.subjectType === subject.type && columns.subjectId === subject.id && columns.subjectVersion === subject.version
  );
}

/** What is wrong with the details of an event: each part that its body commits to must be there, unaltered, unless it was erased. */
export function judgeDetails(
  hashing: Hashing,
  body: EventBody,
  details: readonly StoredDetail[],
  isErased: (part: string) => boolean,
): Reason | null {
  for (const [part, committed] of Object.entries(body.details)) {
    const detail = details.find((one) => one.part === part);
    if (!detail && !isErased(part)) return "detail-missing";
    if (detail && commitment(hashing, detail.salt, part, detail.body) !== committed) return "detail-mismatch";
  }
  return details.every(({ part }) => Object.hasOwn(body.details, part)) ? null : "detail-unknown";
}
