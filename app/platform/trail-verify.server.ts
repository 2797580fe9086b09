import { closeSync, openSync, readSync, statSync } from "node:fs";
import { verifyTrail } from "~/domain/trail/verify";
import type { TrailSource, Verdict } from "~/domain/trail/verify";
import { UnreadableTrail } from "~/domain/trail/verify-event";
import { currentDatabase, dialectOf } from "./db.server";
import { sqliteFile } from "./migrate.server";
import { hashing } from "./sha256.server";
import { readExportSource } from "./trail-import.server";
import { withPostgresqlRows, withSqliteRows } from "./trail-rows.server";
import { readTrailSource } from "./trail-source.server";
import type { RowReader } from "./trail-source.server";

/** A trail that was opened for reading, with the database that it stands in; an export has none. */
export interface OpenTrail {
  source: TrailSource;
  rows: RowReader | null;
}

/**
 * Opens a database (a file, also one in use, or the address of a server) or an export (folder or zip) for as long as it is read, without writing anything.
 * Throws when it can't be read: no such file, not ours, a newer format, damaged.
 */
export async function withTrail<Result>(target: string, read: (trail: OpenTrail) => Promise<Result>): Promise<Result> {
  const readRows = async (rows: RowReader) => read({ source: await readTrailSource(rows), rows });
  if (/^postgres(ql)?:\/\//u.test(target)) return withPostgresqlRows(target, readRows);
  const file = target.startsWith("file:") ? sqliteFile(target) : target;
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new UnreadableTrail(`There is no file ${file}.`);
  return found.isFile() && isSqliteFile(file) ? withSqliteRows(file, readRows) : read({ source: readExportSource(file), rows: null });
}

/** The verdict on a database or an export; throws when it can't be read. */
export function verifyTarget(target: string): Promise<Verdict> {
  return withTrail(target, ({ source }) => verifyTrail(hashing, source));
}

function isSqliteFile(file: string): boolean {
  const start = Buffer.alloc(16);
  const handle = openSync(file, "r");
  readSync(handle, start, 0, 16, 0);
  closeSync(handle);
  return start.toString("latin1") === "SQLite format 3\0";
}

/** The verdict on one chain of the open database, read a thousand events at a time so that other requests go on. */
export async function verifyChain(chain: string): Promise<Verdict> {
  const { url } = currentDatabase();
  const readOne = async (rows: RowReader) => verifyTrail(hashing, { ...(await readTrailSource(rows)), chains: [chain] });
  return dialectOf(url) === "postgresql" ? withPostgresqlRows(url, readOne) : withSqliteRows(sqliteFile(url), readOne);
}
