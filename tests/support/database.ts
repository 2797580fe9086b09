import { randomBytes } from "node:crypto";
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, inject } from "vitest";
import { closeDatabase, currentDatabase, openDatabase } from "~/platform/db.server";
import { sqliteFile } from "~/platform/migrate.server";
import { onServer, urlOf } from "./postgresql";

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
  const name = randomBytes(6).toString("hex");
  const dataDir = join(folder, name);
  mkdirSync(dataDir);
  if (dialect === "sqlite") {
    const file = join(dataDir, "grondslag.sqlite");
    copyFileSync(from ? sqliteFile(from.url) : join(folder, "template.sqlite"), file);
    return { url: `file:${file}`, dataDir };
  }
  const template = from ? new URL(from.url).pathname.slice(1) : `${run}_template`;
  await onServer(`CREATE DATABASE "${run}_${name}" TEMPLATE "${template}"`);
  return { url: urlOf(`${run}_${name}`), dataDir };
}

/** Opens a fresh copy of the template as the database of this process, with a data folder of its own. */
export async function openFreshDatabase(): Promise<TestDatabase> {
  const made = await copyTemplate();
  process.env["GRONDSLAG_DATA_DIR"] = made.dataDir;
  process.env["GRONDSLAG_RATE_LIMITS"] = "test";
  await openDatabase(made.url);
  return made;
}

/** In a test file: every test here (or each test, with `"per test"`) has a fresh database open, closed afterwards. */
export function useDatabase(how: "per file" | "per test" = "per file"): { current: TestDatabase } {
  const holder: { current: TestDatabase } = { current: { url: "", dataDir: "" } };
  const [before, after] = how === "per file" ? [beforeAll, afterAll] : [beforeEach, afterEach];
  before(async () => {
    holder.current = await openFreshDatabase();
  });
  after(closeDatabase);
  return holder;
}

/** The raw writer, to set a scene or to attack the trail; changes of the product never use it. */
export function rawWriter(): ReturnType<typeof currentDatabase>["writer"] {
  return currentDatabase().writer;
}
