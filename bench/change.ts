import { randomBytes } from "node:crypto";
import { cpSync } from "node:fs";
import Database from "better-sqlite3";
import pg from "pg";
import { canonical } from "~/domain/canonical";
import { commitment, eventHash, writeEventBody } from "~/domain/trail/format";
import { change, type ChangeContext } from "~/platform/change.server";
import { closeDatabase, db, openDatabase } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { ensureInstallation } from "~/platform/installation.server";
import { migrate } from "~/platform/migrate.server";
import { hashing } from "~/platform/sha256.server";
import { keepVersion } from "~/platform/versions.server";
import { reachPostgres } from "../commands/postgres.mjs";
import { databaseIn, freshFolder } from "./folder";
import { alternate, besides, quantile, time, type Run } from "./measure";
import type { Finding } from "./report";

const saves = 400;
const at = new Date("2026-09-01T09:00:00.000Z");
const context: ChangeContext = { by: { kind: "user", id: "user-1", name: "Noor Bakker", role: "researcher" }, at, request: "request-1" };

/** The save that is measured: a guarded update and its event with three details. */
function save(id: string): Promise<void> {
  return change({ ...context, chain: id }, async (tx) => {
    const { version } = await tx.assessment.findUniqueOrThrow({ where: { id }, select: { version: true } });
    await tx.assessment.updateMany({ where: { id, version }, data: { startsOn: `2026-${version}`, version: version + 1 } });
    const told = { startsOn: { before: `2026-${version - 1}`, after: `2026-${version}` } };
    const subject = { type: "assessment", id, version: version + 1 } as const;
    return { result: undefined, event: { action: "assessment.change", subject, label: "study", change: told } };
  });
}

/** The same, keeping what was written as a version, as every record of a study does. */
function saveKept(id: string): Promise<void> {
  return change({ ...context, chain: id }, async (tx) => {
    const { version } = await tx.assessment.findUniqueOrThrow({ where: { id }, select: { version: true } });
    await tx.assessment.updateMany({ where: { id, version }, data: { startsOn: `2026-${version}`, version: version + 1 } });
    await keepVersion(tx, {
      assessmentId: id,
      kind: "assessment",
      recordId: id,
      number: version + 1,
      body: { startsOn: version },
      by: context.by,
      at,
    });
    const told = { startsOn: { before: `2026-${version - 1}`, after: `2026-${version}` } };
    const subject = { type: "assessment", id, version: version + 1 } as const;
    return { result: undefined, event: { action: "assessment.change", subject, label: "study", change: told } };
  });
}

async function startStudy(slug: string): Promise<string> {
  const id = newId(at);
  const texts = { title: "{}", languages: '["nl"]', originalLanguage: "nl" };
  await change({ ...context, chain: id }, async (tx) => {
    await tx.assessment.create({ data: { id, slug, ...texts, protocolNumber: 1, codeKey: "00", createdAt: at, version: 1 } });
    const subject = { type: "assessment", id, version: 1 } as const;
    return {
      result: null,
      event: { action: "assessment.start", subject, label: slug, change: { slug, protocol: "bench", languages: ["nl"] } },
    };
  });
  return id;
}

/** What the bare driver writes for one save: the values of the rows, hashed and salted as `change` does it. */
function rowsOf(chain: string, head: { seq: number; hash: string }, version: number) {
  const detail = (part: string, value: unknown) => {
    const [salt, body] = [randomBytes(32).toString("hex"), canonical(value)];
    return { part, salt, body, commitment: commitment(hashing, salt, part, body) };
  };
  const told = { startsOn: { after: `2026-${version}`, before: `2026-${version - 1}` } };
  const details = [detail("by", { name: "Noor Bakker", role: "researcher" }), detail("label", "study"), detail("change", told)];
  const [seq, id] = [head.seq + 1, newId(at)];
  const subject = { id: chain, type: "assessment", version };
  const commitments = Object.fromEntries(details.map(({ part, commitment }) => [part, commitment]));
  const by = { id: "user-1", kind: "user" } as const;
  const fixed = { action: "assessment.change", at: at.toISOString(), by, chain, request: "request-1", v: 1 } as const;
  const body = writeEventBody({ ...fixed, details: commitments, id, prev: head.hash, seq, subject });
  const event = [chain, seq, id, fixed.at, fixed.action, "user", "user-1", "assessment", chain, version, body, eventHash(hashing, body)];
  return { event, details: details.flatMap(({ part, salt, body }) => [chain, seq, part, null, salt, body]) };
}

const list = (count: number, mark: (place: number) => string) => Array.from({ length: count }, (_, place) => mark(place + 1)).join(", ");
const statements = (mark: (place: number) => string) => ({
  head: `UPDATE "ChainHead" SET "seq" = "seq" WHERE "chain" = ${mark(1)} RETURNING "seq", "hash"`,
  read: `SELECT "version" FROM "Assessment" WHERE "id" = ${mark(1)}`,
  update: `UPDATE "Assessment" SET "startsOn" = ${mark(1)}, "version" = ${mark(2)} WHERE "id" = ${mark(3)} AND "version" = ${mark(4)}`,
  event: `INSERT INTO "Event" ("chain", "seq", "id", "at", "action", "byKind", "byId", "subjectType", "subjectId", "subjectVersion", "body", "hash") VALUES (${list(12, mark)})`,
  details: `INSERT INTO "EventDetail" ("chain", "seq", "part", "about", "salt", "body") VALUES ${[0, 6, 12].map((from) => `(${list(6, (place) => mark(from + place))})`).join(", ")}`,
});

/** The bare driver on a database of its own. */
function bareSqlite(file: string, id: string) {
  const database = new Database(file);
  database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON");
  const sql = statements(() => "?");
  const prepared = {
    head: database.prepare(sql.head),
    read: database.prepare(sql.read),
    update: database.prepare(sql.update),
    event: database.prepare(sql.event),
    details: database.prepare(sql.details),
  };
  const save = () => {
    database.exec("BEGIN");
    // The columns of the statements above; the driver has no types for them.
    const head = prepared.head.get(id) as { seq: number; hash: string };
    const { version } = prepared.read.get(id) as { version: number };
    prepared.update.run(`2026-${version}`, version + 1, id, version);
    const { event, details } = rowsOf(id, head, version + 1);
    prepared.event.run(...event);
    prepared.details.run(...details);
    database.exec("COMMIT");
  };
  return { save, close: () => database.close() };
}

function speed(
  subject: string,
  bench: string,
  sides: Awaited<ReturnType<typeof alternate>>,
  goals: [number | null, number | null],
  anchor: string,
): Finding {
  const [must, aim] = goals;
  const value = sides.anchor.best / sides.subject.best;
  return { bench, subject, anchor, value, unit: "×", better: "higher", must, aim, note: besides(sides) };
}

/** `change` in process on an embedded database, against the bare driver writing the same rows. */
export async function changeSpeed(): Promise<Finding[]> {
  const [ours, bare] = [freshFolder(), freshFolder()];
  const url = `file:${databaseIn(ours)}`;
  await migrate({ url, dataDir: ours, at });
  await openDatabase(url);
  await ensureInstallation({ at, request: "request-0", program: "bench" });
  const id = await startStudy("study");
  await closeDatabase();
  cpSync(databaseIn(ours), databaseIn(bare));
  await openDatabase(url);
  const raw = bareSqlite(databaseIn(bare), id);
  const plain = await alternate(
    () => time(saves, () => save(id)),
    () => time(saves, () => raw.save()),
  );
  const kept = await alternate(
    () => time(saves, () => saveKept(id)),
    () => time(saves, () => raw.save()),
  );
  const read = await repeatRead(id);
  raw.close();
  await closeDatabase();
  const anchor = "better-sqlite3 writing the same rows";
  return [
    speed("saves/s of change(), one in flight", "change", plain, [0.22, 0.35], anchor),
    {
      ...speed("the same with a version kept (a row that the anchor doesn't write)", "change", kept, [null, null], anchor),
      note: `${besides(kept)}; a read by key ${read.toFixed(3)} ms`,
    },
  ];
}

async function repeatRead(id: string): Promise<number> {
  const { ms } = await time(saves, () => db.assessment.findUnique({ where: { id }, select: { version: true } }));
  return ms;
}

/** Runs a task so often with so many under way at a time. */
async function inFlight(times: number, wide: number, task: (lane: number) => Promise<unknown>): Promise<Run> {
  const cpu = process.cpuUsage();
  const begin = performance.now();
  let left = times;
  const lane = async (index: number) => {
    while (left > 0) {
      left -= 1;
      await task(index);
    }
  };
  await Promise.all(Array.from({ length: wide }, (_, index) => lane(index)));
  const used = process.cpuUsage(cpu);
  return { ms: (performance.now() - begin) / times, cpuMs: (used.user + used.system) / 1000 / times };
}

async function bareServer(pool: pg.Pool, id: string): Promise<void> {
  const sql = statements((place) => `$${place}`);
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const { rows: heads } = await client.query<{ seq: number; hash: string }>(sql.head, [id]);
    const { rows } = await client.query<{ version: number }>(sql.read, [id]);
    const [head, version] = [heads[0], rows[0]?.version ?? 0];
    if (!head) throw new Error("The chain of the anchor is not there.");
    await client.query(sql.update, [`2026-${version}`, version + 1, id, version]);
    const { event, details } = rowsOf(id, { ...head, seq: Number(head.seq) }, version + 1);
    await client.query(sql.event, event);
    await client.query(sql.details, details);
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}

/** Times of a save elsewhere every 20 ms, while a task runs. */
async function elsewhere(id: string, during: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  let over = false;
  const running = during().finally(() => (over = true));
  while (!over) {
    const { ms } = await time(1, () => save(id));
    times.push(ms);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await running;
  return quantile(times, 0.5);
}

/** The same on PostgreSQL: one chain against the bare driver, ten chains against one, and a person elsewhere while thirty write on one. */
export async function changeSpeedOnServer(): Promise<Finding[]> {
  const reached = await reachPostgres();
  if (!reached.url) throw new Error(`PostgreSQL is needed: ${reached.why}.`);
  const name = `grondslag_bench_${process.pid}`;
  const server = new pg.Client({ connectionString: reached.url });
  await server.connect();
  await server.query(`CREATE DATABASE ${name}`);
  const address = new URL(reached.url);
  address.pathname = `/${name}`;
  try {
    return await measureServer(address.href);
  } finally {
    await closeDatabase();
    await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await server.end();
    reached.stop();
  }
}

async function measureServer(url: string): Promise<Finding[]> {
  await migrate({ url, dataDir: freshFolder(), at });
  await openDatabase(url);
  await ensureInstallation({ at, request: "request-0", program: "bench" });
  const ids: string[] = [];
  for (let index = 0; index < 12; index += 1) ids.push(await startStudy(`study-${index}`));
  const [one = "", bare = "", ...ten] = ids;
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const raw = await alternate(
    () => inFlight(saves, 10, () => save(one)),
    () => inFlight(saves, 10, () => bareServer(pool, bare)),
  );
  await pool.end();
  const spread = await alternate(
    () => inFlight(saves, 10, (lane) => save(ten[lane] ?? one)),
    () => inFlight(saves, 10, () => save(one)),
  );
  const beside: { subject: number[]; anchor: number[] } = { subject: [], anchor: [] };
  for (let run = 0; run < 5; run += 1) {
    beside.anchor.push(await elsewhere(bare, () => new Promise((resolve) => setTimeout(resolve, 600))));
    beside.subject.push(await elsewhere(bare, () => inFlight(saves, 30, () => save(one))));
  }
  const [busy, alone] = [Math.min(...beside.subject), Math.min(...beside.anchor)];
  return [
    speed("PostgreSQL, ten in flight on one chain, saves/s", "change", raw, [0.3, 0.47], "pg writing the same rows"),
    speed("PostgreSQL, ten in flight on ten chains, saves/s", "change", spread, [1.5, 2], "on one chain"),
    {
      bench: "change",
      subject: "PostgreSQL, a save elsewhere while thirty write on one chain, p50",
      anchor: "alone",
      value: busy / alone,
      unit: "×",
      better: "lower",
      must: 3,
      aim: 1.5,
      note: `${busy.toFixed(2)} ms, alone ${alone.toFixed(2)} ms`,
    },
  ];
}
