import { eventHash, commitment } from "./format";
import type { EventBody, Hashing } from "./format";

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

/** The fields of a body, or null when it isn't JSON, or not exactly the canonical text of an event's fields. */
export function readEventBody(body: string): EventBody | null {
  const read = parseJson(body);
  if (!isRecord(read)) return null;
  if (typeof read["v"] === "number" && read["v"] > 1) throw new UnreadableTrail("This trail has a newer format than this program knows.");
  return rewrite(read) === body ? (read as unknown as EventBody) : null; // the text proves the shape
}

/** The canonical text (RFC 8785) of an event's fields; for these keys and types it is what JSON.stringify writes in sorted order. */
function rewrite(read: Record<string, unknown>): string | null {
  const { by, subject, details } = read;
  if (!isRecord(by) || !isRecord(subject) || !isRecord(details)) return null;
  const strings = [
    read["action"],
    read["at"],
    by["id"],
    by["kind"],
    read["chain"],
    read["id"],
    read["prev"],
    read["request"],
    subject["id"],
    subject["type"],
  ];
  if (![...strings, ...Object.values(details)].every((value) => typeof value === "string")) return null;
  if (!Number.isSafeInteger(read["seq"]) || !Number.isSafeInteger(subject["version"])) return null;
  return JSON.stringify({
    action: read["action"],
    at: read["at"],
    by: { id: by["id"], kind: by["kind"] },
    chain: read["chain"],
    details: Object.fromEntries(Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1))),
    id: read["id"],
    prev: read["prev"],
    request: read["request"],
    seq: read["seq"],
    subject: { id: subject["id"], type: subject["type"], version: subject["version"] },
    v: read["v"],
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

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
