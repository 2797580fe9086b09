import { verifyTrail } from "~/domain/trail/verify";
import type { Verdict } from "~/domain/trail/verify";
import { currentDatabase } from "~/platform/db.server";
import { sqliteFile } from "~/platform/migrate.server";
import { hashing } from "~/platform/sha256.server";
import { withPostgresqlRows, withSqliteRows } from "~/platform/trail-rows.server";
import { readTrailSource } from "~/platform/trail-source.server";
import type { RowReader } from "~/platform/trail-source.server";

/** The verdict on a database, as `audit:verify` gives it. */
export function verifyDatabase(url: string): Promise<Verdict> {
  const read = async (rows: RowReader) => verifyTrail(hashing, await readTrailSource(rows));
  return url.startsWith("file:") ? withSqliteRows(sqliteFile(url), read) : withPostgresqlRows(url, read);
}

/** The verdict on the database that is open. */
export function verifyOpenDatabase(): Promise<Verdict> {
  return verifyDatabase(currentDatabase().url);
}
