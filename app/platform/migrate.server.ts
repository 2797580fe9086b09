import { join } from "node:path";
import { dialectOf } from "./db.server";
import { listMigrations } from "./migrate-files.server";
import { migratePostgresql } from "./migrate-postgresql.server";
import { migrateSqlite } from "./migrate-sqlite.server";

/** What to migrate, and where copies of an embedded database go. */
export interface MigrateOptions {
  url: string;
  dataDir: string;
  at: Date;
  /** Another folder of migrations than the program's own. */
  folder?: string;
}

/** The path of an embedded database in its address. */
export function sqliteFile(url: string): string {
  return url.replace(/^file:(\/\/)?/u, "").replace(/\?.*$/u, "");
}

/**
 * Applies the migrations that the database lacks and gives their names. An embedded database is copied to
 * `backups/before-NAME.sqlite` before each; the caller holds the lock of its data folder. Refuses an edited or unknown migration.
 */
export async function migrate({ url, dataDir, at, folder }: MigrateOptions): Promise<string[]> {
  const dialect = dialectOf(url);
  const shipped = listMigrations(dialect, folder);
  if (dialect === "postgresql") return migratePostgresql(url, shipped, at);
  return migrateSqlite(sqliteFile(url), shipped, join(dataDir, "backups"), at);
}
