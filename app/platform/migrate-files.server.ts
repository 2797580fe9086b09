import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Dialect } from "./db.server";
import { projectRoot } from "./project-root.server";
import { sha256 } from "./sha256.server";

/** One migration as it is shipped. */
export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** A migration as a database has recorded it. */
export interface Applied {
  name: string;
  checksum: string;
}

/** The database and the program don't belong together; the message is one sentence for the operator. */
export class MigrationProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = "MigrationProblem";
  }
}

/** The shipped migrations of a kind of database, in order. */
export function listMigrations(dialect: Dialect, folder = join(projectRoot(), "prisma/migrations")): Migration[] {
  const names = readdirSync(join(folder, dialect)).filter((name) => existsSync(join(folder, dialect, name, "migration.sql")));
  return names.sort().map((name) => {
    const sql = readFileSync(join(folder, dialect, name, "migration.sql"), "utf8");
    return { name, sql, checksum: sha256(sql) };
  });
}

/** Prisma's own record of what was applied, in both databases. */
export const migrationTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMP, "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT, "rolled_back_at" TIMESTAMP, "started_at" TIMESTAMP NOT NULL, "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

/** The migrations that a database still lacks; refuses a database of a newer program and a shipped file that was edited. */
export function listWaiting(shipped: readonly Migration[], applied: readonly Applied[]): Migration[] {
  for (const { name, checksum } of applied) {
    const known = shipped.find((migration) => migration.name === name);
    if (!known) throw new MigrationProblem(`The database was made by a newer version of the program (it has the migration ${name}).`);
    if (known.checksum !== checksum)
      throw new MigrationProblem(`The migration ${name} was edited after it had been applied to this database.`);
  }
  return shipped.filter(({ name }) => !applied.some((one) => one.name === name));
}
