import pg from "pg";
import { SettingProblem } from "./environment.server";
import { newId } from "./ids.server";
import { listWaiting, migrationTable } from "./migrate-files.server";
import type { Applied, Migration } from "./migrate-files.server";

// Any constant number does: it names the lock that programs take before they migrate this database.
const lockNumber = 4_747_001;

/** Brings a PostgreSQL database up to date, each migration in one transaction; a second program waits and then finds nothing to do. */
export async function migratePostgresql(url: string, shipped: readonly Migration[], at: Date): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect().catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? String(error.code) : "no answer";
    throw new SettingProblem("DATABASE_URL", `names a database that can't be reached or opened (${code}).`);
  });
  try {
    await client.query("SELECT pg_advisory_lock($1)", [lockNumber]);
    await client.query(migrationTable);
    const { rows } = await client.query<Applied>(
      `SELECT "migration_name" AS "name", "checksum" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "migration_name"`,
    );
    const waiting = listWaiting(shipped, rows);
    for (const migration of waiting) await applyOne(client, migration, at);
    return waiting.map(({ name }) => name);
  } finally {
    await client.end(); // ends the lock too
  }
}

async function applyOne(client: pg.Client, { name, sql, checksum }: Migration, at: Date): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    const insert = `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "started_at", "applied_steps_count") VALUES ($1, $2, $3, $4, $5, 1)`;
    await client.query(insert, [newId(at), checksum, at, name, at]);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}
