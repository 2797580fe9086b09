import { installationChain } from "~/domain/trail/format";
import type { Batch, TrailSource } from "~/domain/trail/verify";
import { UnreadableTrail } from "~/domain/trail/verify-event";
import type { Reason, StoredDetail, StoredEvent } from "~/domain/trail/verify-event";

/** A database opened for reading only, at one moment. `?` stands for a value. */
export interface RowReader {
  all(sql: string, ...values: unknown[]): Promise<readonly Row[]>;
  /** The rows a thousand at a time, so that a long trail needs no memory. */
  stream(sql: string, ...values: unknown[]): AsyncIterable<readonly Row[]>;
  /** Are the triggers of the trail as they were shipped? */
  triggersStand(): Promise<boolean>;
}

/** A row with the columns of the trail's tables. */
export type Row = Readonly<Record<string, string | number | null>>;

const text = (row: Row, name: string) => String(row[name]);
const number = (row: Row, name: string) => Number(row[name]);

const knownChains = `
  SELECT "chain" FROM "ChainHead" UNION SELECT "chain" FROM "Event" UNION SELECT "chain" FROM "EventDetail"
  UNION SELECT "id" FROM "Assessment" UNION SELECT "assessmentId" FROM "Member" UNION SELECT "assessmentId" FROM "Version"`;

/** The trail of a database, ready to verify; refuses a database that isn't Grondslag's. */
export async function readTrailSource(rows: RowReader): Promise<TrailSource> {
  const installation = await rows.all(`SELECT "id" FROM "Installation"`).catch((error: unknown) => {
    throw new UnreadableTrail(`This database has no trail (${error instanceof Error ? error.message : String(error)}).`);
  });
  const heads = new Map((await rows.all(`SELECT "chain", "seq", "hash" FROM "ChainHead"`)).map((row) => [text(row, "chain"), row]));
  const chains = (await rows.all(knownChains)).map((row) => text(row, "chain"));
  const erased = await listErased(rows);
  const triggers: Reason | null = (await rows.triggersStand()) ? null : "trigger-missing";
  return {
    installationId: installation[0] ? text(installation[0], "id") : null,
    chains: [...chains, installationChain],
    head: (chain) => {
      const row = heads.get(chain);
      return row ? { seq: number(row, "seq"), hash: text(row, "hash") } : null;
    },
    batches: (chain) => readBatches(rows, chain),
    isErased: (chain, seq, part) => erased.has(`${chain}:${seq}:${part}`),
    afterwards: () => triggers,
  };
}

/** Erasures count only as far as an event of the trail tells of them. */
async function listErased(rows: RowReader): Promise<Set<string>> {
  const told = await rows.all(`
    SELECT d."body" FROM "Event" e JOIN "EventDetail" d ON d."chain" = e."chain" AND d."seq" = e."seq" AND d."part" = 'change'
    WHERE e."action" = 'person.erase'`);
  return new Set(told.flatMap((row) => erasedIn(text(row, "body"))));
}

/** The details that an event `person.erase` names as erased: `chain:seq:part`. */
export function erasedIn(changeBody: string): string[] {
  const change: unknown = JSON.parse(changeBody);
  const erased = typeof change === "object" && change !== null && "erased" in change ? change.erased : [];
  return Array.isArray(erased) ? erased.filter((one) => typeof one === "string") : [];
}

const detailsBetween = `SELECT "seq", "part", "salt", "body" FROM "EventDetail" WHERE "chain" = ? AND "seq" > ? AND "seq" <= ? ORDER BY "seq"`;
const detailsBeyond = `SELECT "seq", "part", "salt", "body" FROM "EventDetail" WHERE "chain" = ? AND "seq" > ? ORDER BY "seq" LIMIT 1`;

async function* readBatches(rows: RowReader, chain: string): AsyncGenerator<Batch> {
  let last = 0;
  for await (const batch of rows.stream(`SELECT * FROM "Event" WHERE "chain" = ? ORDER BY "seq"`, chain)) {
    const events = batch.map(toStoredEvent);
    const upTo = events.at(-1)?.columns?.seq ?? last;
    yield { events, details: (await rows.all(detailsBetween, chain, last, upTo)).map(toStoredDetail) };
    last = upTo;
  }
  yield { events: [], details: (await rows.all(detailsBeyond, chain, last)).map(toStoredDetail) };
}

function toStoredEvent(row: Row): StoredEvent {
  const names = { chain: text(row, "chain"), id: text(row, "id"), at: text(row, "at"), action: text(row, "action") };
  const who = {
    byKind: text(row, "byKind"),
    byId: text(row, "byId"),
    subjectType: text(row, "subjectType"),
    subjectId: text(row, "subjectId"),
  };
  return {
    body: text(row, "body"),
    hash: text(row, "hash"),
    columns: { ...names, ...who, seq: number(row, "seq"), subjectVersion: number(row, "subjectVersion") },
  };
}

function toStoredDetail(row: Row): StoredDetail {
  return { seq: number(row, "seq"), part: text(row, "part"), salt: text(row, "salt"), body: text(row, "body") };
}
