import Database from "better-sqlite3";
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { SettingProblem } from "./environment.server";
import { newId } from "./ids.server";
import { MigrationProblem, listWaiting, migrationTable } from "./migrate-files.server";
import type { Applied, Migration } from "./migrate-files.server";

/** Brings an embedded database up to date, each migration in one transaction after a copy of the file; gives their names. */
export function migrateSqlite(file: string, shipped: readonly Migration[], backups: string, at: Date): string[] {
  const database = openFile(file);
  try {
    database.pragma("synchronous = FULL");
    database.pragma("foreign_keys = OFF");
    return apply(database, shipped, backups, at);
  } finally {
    database.close();
  }
}

function openFile(file: string): Database {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const database = new Database(file, { timeout: 5000 });
    database.pragma("journal_mode = WAL");
    return database;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new SettingProblem("DATABASE_URL", `names a file that can't be opened as a database (${code}).`);
  }
}

function apply(database: Database, shipped: readonly Migration[], backups: string, at: Date): string[] {
  database.exec(migrationTable);
  const done: string[] = [];
  for (;;) {
    const [next] = listWaiting(shipped, listApplied(database));
    if (!next) return done;
    if (listApplied(database).length > 0) copyDatabase(database, backups, next.name);
    database.exec("BEGIN IMMEDIATE");
    try {
      // Another process may have been first while this one waited.
      if (!listWaiting(shipped, listApplied(database)).includes(next)) {
        database.exec("ROLLBACK");
        continue;
      }
      applyOne(database, next, at);
      database.exec("COMMIT");
    } catch (error) {
      if (database.inTransaction) database.exec("ROLLBACK");
      throw error;
    }
    done.push(next.name);
  }
}

function applyOne(database: Database, { name, sql, checksum }: Migration, at: Date): void {
  database.exec(sql);
  if (database.prepare("PRAGMA foreign_key_check").all().length > 0)
    throw new MigrationProblem(`The migration ${name} leaves rows that point to nothing.`);
  const insert = `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "started_at", "applied_steps_count") VALUES (?, ?, ?, ?, ?, 1)`;
  database.prepare(insert).run(newId(at), checksum, at.toISOString(), name, at.toISOString());
}

function listApplied(database: Database): Applied[] {
  const rows = database
    .prepare(
      `SELECT "migration_name" AS "name", "checksum" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "migration_name"`,
    )
    .all();
  return rows as Applied[];
}

/** A whole copy of the database as it was before a migration, on disk before the migration begins. */
function copyDatabase(database: Database, backups: string, name: string): void {
  mkdirSync(backups, { recursive: true });
  const file = join(backups, `before-${name}.sqlite`);
  const unfinished = `${file}.part`;
  rmSync(unfinished, { force: true });
  database.prepare("VACUUM INTO ?").run(unfinished);
  const handle = openSync(unfinished, "r+");
  fsyncSync(handle);
  closeSync(handle);
  renameSync(unfinished, file);
}
