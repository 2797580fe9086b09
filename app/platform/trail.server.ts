import { z } from "zod";
import type { Db } from "./db.server";

/** Which events of a chain to show; all that are given must hold. */
export interface TrailFilter {
  byId?: string;
  action?: string;
  subjectType?: string;
  subjectId?: string | { in: string[] };
  /** From this moment on. */
  from?: Date;
  /** Before this moment. */
  until?: Date;
}

/** An event as a reader of the trail sees it; `null` where a detail has been erased. */
export interface TrailEvent {
  chain: string;
  seq: number;
  id: string;
  at: Date;
  action: string;
  by: { kind: string; id: string; name: string | null; role: string | null };
  subject: { type: string; id: string; version: number };
  label: string | null;
  /** The named fields of the action; a text over 2 KiB stands there as `{ sha256, bytes, version }`. */
  change: Record<string, unknown> | null;
  /** The versions of records that the change kept. */
  records: EventRecord[];
}

/** A version of a record that a change kept, as its event names it. */
export interface EventRecord {
  kind: string;
  id: string;
  version: number;
}

/** One page of a trail, newest first; `before` is the number to ask the next, older page with, or null at the end. */
export interface TrailPage {
  events: TrailEvent[];
  before: number | null;
}

const byShape = z.object({ name: z.string(), role: z.string() });
const labelShape = z.string();
const changeShape = z.record(z.string(), z.unknown());
const recordsShape = z.array(z.object({ kind: z.string(), id: z.string(), version: z.number() })).catch([]);

/**
 * Events of one chain, newest first, paged by their number and never counted. Which of them a person may see, and which parts,
 * is for the caller to say before the page leaves the server.
 */
export async function listEvents(
  db: Db,
  ask: { chain: string; before?: number | null; limit?: number; filter?: TrailFilter },
): Promise<TrailPage> {
  const { chain, before = null, limit = 50, filter = {} } = ask;
  const { from, until, ...columns } = filter;
  const seq = {
    gte: from ? await findSeqAt(db, chain, from) : 1,
    ...((until || before !== null) && { lt: Math.min(before ?? Infinity, until ? await findSeqAt(db, chain, until) : Infinity) }),
  };
  const rows = await db.event.findMany({ where: { chain, seq, ...columns }, orderBy: { seq: "desc" }, take: limit + 1 });
  const shown = rows.slice(0, limit);
  const details = await db.eventDetail.findMany({
    where: { chain, seq: { in: shown.map((row) => row.seq) } },
    select: { seq: true, part: true, body: true },
  });
  const bodies = new Map(details.map(({ seq: of, part, body }) => [`${of}:${part}`, body]));
  const events = shown.map((row) => toTrailEvent(row, (part) => bodies.get(`${row.seq}:${part}`)));
  return { events, before: rows.length > limit ? (shown.at(-1)?.seq ?? null) : null };
}

/** One event with its fingerprint and that of the one before it, or null. */
export async function findEventIfAny(
  db: Db,
  chain: string,
  seq: number,
): Promise<(TrailEvent & { hash: string; prev: string | null }) | null> {
  const row = await db.event.findUnique({ where: { chain_seq: { chain, seq } } });
  if (!row) return null;
  const [details, before] = await Promise.all([
    db.eventDetail.findMany({ where: { chain, seq }, select: { part: true, body: true } }),
    db.event.findUnique({ where: { chain_seq: { chain, seq: seq - 1 } }, select: { hash: true } }),
  ]);
  const bodies = new Map(details.map(({ part, body }) => [part, body]));
  return { ...toTrailEvent(row, (part) => bodies.get(part)), hash: row.hash, prev: before?.hash ?? null };
}

type Row = Awaited<ReturnType<Db["event"]["findMany"]>>[number];

function toTrailEvent(row: Row, body: (part: string) => string | undefined): TrailEvent {
  const read = <Shape extends z.ZodType>(part: string, shape: Shape): z.output<Shape> | null => {
    const text = body(part);
    return text === undefined ? null : shape.parse(JSON.parse(text));
  };
  const by = read("by", byShape);
  const change = read("change", changeShape);
  const records = recordsShape.parse(change?.["records"] ?? []);
  if (change) delete change["records"];
  return {
    ...{ chain: row.chain, seq: row.seq, id: row.id, at: new Date(row.at), action: row.action },
    by: { kind: row.byKind, id: row.byId, name: by?.name ?? null, role: by?.role ?? null },
    subject: { type: row.subjectType, id: row.subjectId, version: row.subjectVersion },
    label: read("label", labelShape),
    change,
    records,
  };
}

/** The number of the first event at or after a moment. Times never run back in a chain, so twenty looks at the key find it among a million. */
async function findSeqAt(db: Db, chain: string, moment: Date): Promise<number> {
  const head = await db.chainHead.findUnique({ where: { chain } });
  let [low, high] = [1, (head?.seq ?? 0) + 1];
  const at = moment.toISOString();
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const event = await db.event.findUnique({ where: { chain_seq: { chain, seq: middle } }, select: { at: true } });
    if (event && event.at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
