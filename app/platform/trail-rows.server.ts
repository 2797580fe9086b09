import Database from "better-sqlite3";
import { existsSync } from "node:fs";
import pg from "pg";
import type { Row, RowReader } from "./trail-source.server";
import { serverTriggersStand, shippedSqliteTriggers } from "./trail-triggers.server";
import type { ServerTrigger } from "./trail-triggers.server";

const batchSize = 1000;

/** Reads an embedded database without ever writing it; it may be in use. Refuses a file that isn't a database. */
export async function withSqliteRows<Result>(file: string, read: (rows: RowReader) => Promise<Result>): Promise<Result> {
  const atRest = !existsSync(`${file}-wal`);
  const database = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    database.exec("BEGIN");
    return await read({
      all: (sql, ...values) => Promise.resolve(database.prepare(sql).all(...values) as Row[]),
      stream: (sql, ...values) => streamSqlite(database, sql, values),
      triggersStand: () => Promise.resolve(sqliteTriggersStand(database)),
    });
  } finally {
    database.close();
    if (atRest) tidyAfterReading(file);
  }
}

/**
 * A read-only connection leaves an empty `-wal` and a `-shm` beside a database at rest. One that could write takes them away when it
 * closes, if nobody else has the database open, and changes nothing in it.
 */
function tidyAfterReading(file: string): void {
  if (!existsSync(`${file}-wal`)) return;
  try {
    const database = new Database(file, { fileMustExist: true, timeout: 0 });
    database.pragma("query_only = ON");
    database.prepare("SELECT count(*) FROM sqlite_master").get();
    database.close();
  } catch {
    // A file that this user may not write, or that isn't a database, stays as it is.
  }
}

async function* streamSqlite(database: Database, sql: string, values: unknown[]): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  for (const row of database.prepare(sql).iterate(...values)) {
    batch.push(row as Row);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (batch.length > 0) yield batch;
}

function sqliteTriggersStand(database: Database): boolean {
  const rows = database.prepare(`SELECT "name", "sql" FROM sqlite_master WHERE "type" = 'trigger'`).all() as {
    name: string;
    sql: string;
  }[];
  const found = new Map(rows.map(({ name, sql }) => [name, sql]));
  return [...shippedSqliteTriggers()].every(([name, sql]) => found.get(name) === sql);
}

/** Reads a PostgreSQL database as it is at one moment, in a transaction that can't write. */
export async function withPostgresqlRows<Result>(url: string, read: (rows: RowReader) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    return await read({
      all: async (sql, ...values) => (await client.query<Row>(numbered(sql), values)).rows,
      stream: (sql, ...values) => streamPostgresql(client, sql, values),
      triggersStand: () => listServerTriggers(client).then(serverTriggersStand),
    });
  } finally {
    await client.end();
  }
}

/** `?` as PostgreSQL counts them. */
function numbered(sql: string): string {
  let count = 0;
  return sql.replace(/\?/gu, () => `$${++count}`);
}

async function* streamPostgresql(client: pg.Client, sql: string, values: unknown[]): AsyncGenerator<Row[]> {
  await client.query(`DECLARE trail_rows CURSOR FOR ${numbered(sql)}`, values);
  try {
    for (;;) {
      const { rows } = await client.query<Row>(`FETCH ${batchSize} FROM trail_rows`);
      if (rows.length > 0) yield rows;
      if (rows.length < batchSize) break;
    }
  } finally {
    await client.query("CLOSE trail_rows");
  }
}

async function listServerTriggers(client: pg.Client): Promise<ServerTrigger[]> {
  const { rows } = await client.query<ServerTrigger>(`
    SELECT t.tgname AS "name", p.proname AS "calls", p.prosrc AS "source", t.tgenabled IN ('O', 'A') AS "enabled", t.tgqual IS NOT NULL AS "conditional"
    FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace`);
  return rows;
}
