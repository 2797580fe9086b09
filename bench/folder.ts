import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";

/** The folder of the project. */
export const root = new URL("..", import.meta.url).pathname;

const made: string[] = [];
process.on("exit", () => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** An empty folder that goes away with the process. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "grondslag-bench-"));
  made.push(folder);
  return folder;
}

let seeded: string | undefined;

/** A folder with the example studies: loaded once per process, or the one that GRONDSLAG_BENCH_DATA names. Copy it before writing. */
function seededFolder(): string {
  if (seeded) return seeded;
  const given = process.env["GRONDSLAG_BENCH_DATA"];
  const folder = given ?? freshFolder();
  if (!given) {
    const { DATABASE_URL: _unused, ...env } = process.env;
    const done = spawnSync(process.execPath, ["--import", "tsx", "prisma/seed.ts", "--demo"], {
      cwd: root,
      env: { ...env, GRONDSLAG_DATA_DIR: folder },
      stdio: ["ignore", "ignore", "inherit"],
    });
    if (done.status !== 0) throw new Error("The example studies could not be loaded.");
  }
  if (!existsSync(databaseIn(folder))) throw new Error(`There is no database in ${folder}.`);
  return (seeded = folder);
}

/** The database file of a data folder. */
export function databaseIn(folder: string): string {
  return join(folder, "grondslag.sqlite");
}

/** A copy of the example studies to do anything with. */
export function copyOfExamples(): string {
  const folder = freshFolder();
  cpSync(seededFolder(), folder, { recursive: true });
  const database = new Database(databaseIn(folder));
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
  return folder;
}
