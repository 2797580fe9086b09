import { randomBytes } from "node:crypto";
import { copyFileSync, mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, inject } from "vitest";
import { closeDatabase, currentDatabase, openDatabase } from "~/platform/db.server";
import { sqliteFile } from "~/platform/migrate.server";
import { onServer, urlOf } from "./postgresql";
import { putBack } from "./put-back";

/** A database of a test's own. */
export interface TestDatabase {
  url: string;
  dataDir: string;
}

/** The kind of database that this run of the tests is about. */
export const dialect = process.env["TEST_DIALECT"] === "postgresql" ? "postgresql" : "sqlite";

/** A fresh copy of the migrated template, or of another test database that nobody has open; not opened. */
export async function copyTemplate(from?: TestDatabase): Promise<TestDatabase> {
  const { folder, run } = inject("testDatabases");
  const dataDir = newDataDir();
  if (dialect === "sqlite") {
    const file = join(dataDir, "grondslag.sqlite");
    copyFileSync(from ? sqliteFile(from.url) : join(folder, "template.sqlite"), file);
    return { url: `file:${file}`, dataDir };
  }
  const template = from ? new URL(from.url).pathname.slice(1) : `${run}_template`;
  const name = `${run}_${basename(dataDir)}`;
  // Nothing of it need outlive the machine, so no commit waits for the disk.
  await onServer(`CREATE DATABASE "${name}" TEMPLATE "${template}"`, `ALTER DATABASE "${name}" SET synchronous_commit = off`);
  return { url: urlOf(name), dataDir };
}

function newDataDir(): string {
  const dataDir = join(inject("testDatabases").folder, randomBytes(6).toString("hex"));
  mkdirSync(dataDir);
  return dataDir;
}

/** Opens a fresh copy of the template as the database of this process, with a data folder of its own. */
export async function openFreshDatabase(): Promise<TestDatabase> {
  return openAs(await copyTemplate());
}

async function openAs(made: TestDatabase): Promise<TestDatabase> {
  process.env["GRONDSLAG_DATA_DIR"] = made.dataDir;
  process.env["GRONDSLAG_RATE_LIMITS"] = "test";
  await openDatabase(made.url);
  return made;
}

/** The database on the server that tests of this process had last; a server takes long to make one and to take it away. */
let spare: string | null = null;

async function openPutBack(): Promise<TestDatabase> {
  const url = spare;
  spare = null;
  if (url === null || !(await putBack(url))) return openFreshDatabase();
  return openAs({ url, dataDir: newDataDir() });
}

/** In a test file: every test here (or each test, with `"per test"`) has a database as fresh as the template open, closed afterwards. */
export function useDatabase(how: "per file" | "per test" = "per file"): { current: TestDatabase } {
  const holder: { current: TestDatabase } = { current: { url: "", dataDir: "" } };
  const [before, after] = how === "per file" ? [beforeAll, afterAll] : [beforeEach, afterEach];
  before(async () => {
    holder.current = await openPutBack();
  });
  after(async () => {
    await closeDatabase();
    if (dialect === "postgresql") spare = holder.current.url;
  });
  return holder;
}

/** The raw writer, to set a scene or to attack the trail; changes of the product never use it. */
export function rawWriter(): ReturnType<typeof currentDatabase>["writer"] {
  return currentDatabase().writer;
}
