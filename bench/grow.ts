import { randomBytes } from "node:crypto";
import Database from "better-sqlite3";
import { canonical } from "~/domain/canonical";
import { commitment, eventHash, writeEventBody } from "~/domain/trail/format";
import { hashing } from "~/platform/sha256.server";

/** What is multiplied, and by how much. */
export interface Growth {
  file: string;
  /** The study that is measured: its sources, excerpts, versions and events are multiplied; beside it stand as many other studies. */
  slug: string;
  times: number;
}

/** Numbers that look drawn by chance and are the same each time (mulberry32). */
export function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Copies rows into a table with some columns made anew by an expression. */
function copyRows(database: Database, table: string, from: string, changed: Record<string, string>): void {
  // The names of the columns; the driver has no types for them.
  const columns = (database.prepare(`PRAGMA table_info("${table}")`).all() as { name: string }[]).map(({ name }) => name);
  const names = columns.map((name) => `"${name}"`).join(", ");
  const values = columns.map((name) => changed[name] ?? `"${name}"`).join(", ");
  database.exec(`INSERT INTO "${table}" (${names}) SELECT ${values} FROM ${from}`);
}

/** Makes the data of the examples larger by raw rows, the same ones each time. For a closed database. */
export function grow({ file, slug, times }: Growth): void {
  const database = new Database(file);
  database.exec("PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; BEGIN");
  const study = database.prepare(`SELECT "id" FROM "Assessment" WHERE "slug" = ?`).get(slug) as { id: string };
  const draw = drawn(20261124);
  keepOriginals(database, study.id);
  const from = { study: study.id, events: countEvents(database, study.id) };
  for (let copy = 1; copy < times; copy += 1) {
    copyStudy(database, study.id, copy);
    copyMaterial(database, study.id, copy);
  }
  appendEvents(database, from.study, from.events * (times - 1), draw);
  database.exec("COMMIT; ANALYZE");
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
}

function countEvents(database: Database, chain: string): number {
  return (database.prepare(`SELECT "seq" FROM "ChainHead" WHERE "chain" = ?`).get(chain) as { seq: number }).seq;
}

/** The tables of which each copy is made, kept aside so that no copy reads the copies before it. */
const multiplied = ["Assessment", "ProtocolVersion", "Source", "Excerpt", "Version", "SearchText"] as const;

function keepOriginals(database: Database, study: string): void {
  for (const table of multiplied) {
    const column = table === "Assessment" ? "id" : "assessmentId";
    database.exec(`CREATE TEMP TABLE "from_${table}" AS SELECT * FROM main."${table}" WHERE "${column}" = '${study}'`);
  }
}

const original = (table: (typeof multiplied)[number]) => `temp."from_${table}"`;

/** Another study with the same sources and texts, whose people are not those of the one that is measured. */
function copyStudy(database: Database, study: string, copy: number): void {
  // An id like any other, so that the index tells the studies apart.
  const [id, mark] = [`'${study.slice(0, -4)}${copy.toString(16).padStart(4, "0")}'`, `"id" || '~o${copy}'`];
  copyRows(database, "Assessment", original("Assessment"), { id, slug: `"slug" || '-${copy}'` });
  database.exec(`INSERT INTO "ChainHead" ("chain", "seq", "hash") VALUES (${id}, 0, '')`);
  for (const table of ["ProtocolVersion", "Source", "Excerpt"] as const)
    copyRows(database, table, original(table), {
      id: mark,
      assessmentId: id,
      ...(table === "Excerpt" && { sourceId: `"sourceId" || '~o${copy}'` }),
    });
  copyRows(database, "Version", original("Version"), { id: mark, assessmentId: id, recordId: `"recordId" || '~o${copy}'` });
  copyTexts(database, copy, "o", id, "1 = 1");
}

/** More sources, excerpts and versions in the study itself. */
function copyMaterial(database: Database, study: string, copy: number): void {
  const mark = `"id" || '~m${copy}'`;
  const code = `"code" || '-${copy}'`;
  const number = `"number" + ${copy * 1000}`;
  copyRows(database, "Source", original("Source"), { id: mark, code, number });
  copyRows(database, "Excerpt", original("Excerpt"), { id: mark, code, sourceId: `"sourceId" || '~m${copy}'` });
  copyRows(database, "Version", original("Version"), { id: mark, recordId: `"recordId" || '~m${copy}'` });
  copyTexts(database, copy, "m", `'${study}'`, `"kind" IN ('source', 'excerpt')`);
}

function copyTexts(database: Database, copy: number, sort: string, id: string, which: string): void {
  const columns = `"assessmentId", "kind", "recordId", "language", "words"`;
  database.exec(`INSERT INTO "SearchText" (${columns}) SELECT ${id}, "kind", "recordId" || '~${sort}${copy}', "language", "words"
    FROM ${original("SearchText")} WHERE ${which}`);
}

/** Events with their details, chained as the program does it; the triggers watch. Gives nothing back: the head has moved. */
export function appendEvents(database: Database, chain: string, count: number, draw: () => number): void {
  const kinds = ["source", "excerpt", "block", "interview-answer"] as const;
  const head = database
    .prepare(
      `SELECT "seq", "hash", (SELECT "at" FROM "Event" WHERE "Event"."chain" = "ChainHead"."chain" ORDER BY "Event"."seq" DESC LIMIT 1) AS "at" FROM "ChainHead" WHERE "chain" = ?`,
    )
    .get(chain) as { seq: number; hash: string; at: string };
  const insert = database.prepare(`INSERT INTO "Event" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const insertDetails = database.prepare(
    `INSERT INTO "EventDetail" ("chain", "seq", "part", "about", "salt", "body") VALUES (?, ?, 'by', NULL, ?, ?), (?, ?, 'label', NULL, ?, ?), (?, ?, 'change', NULL, ?, ?)`,
  );
  const bodies = {
    by: canonical({ name: "Noor Bakker", role: "researcher" }),
    label: canonical("S01"),
    change: canonical({ title: { before: "Oud", after: "Nieuw" } }),
  };
  let { hash } = head;
  for (let seq = head.seq + 1; seq <= head.seq + count; seq += 1) {
    const type = kinds[Math.floor(draw() * kinds.length)] ?? "source";
    const subject = { id: `${type}~${Math.floor(draw() * 5000)}`, type, version: 1 };
    const salt = randomBytes(32).toString("hex");
    const details = {
      by: commitment(hashing, salt, "by", bodies.by),
      change: commitment(hashing, salt, "change", bodies.change),
      label: commitment(hashing, salt, "label", bodies.label),
    };
    const [id, action] = [`grown-${chain}-${seq}`, "source.change"];
    const body = writeEventBody({
      action,
      at: head.at,
      by: { id: "bench", kind: "system" },
      chain,
      details,
      id,
      prev: hash,
      request: "grow",
      seq,
      subject,
      v: 1,
    });
    hash = eventHash(hashing, body);
    insert.run(chain, seq, id, head.at, action, "system", "bench", type, subject.id, 1, body, hash);
    insertDetails.run(chain, seq, salt, bodies.by, chain, seq, salt, bodies.label, chain, seq, salt, bodies.change);
  }
}
