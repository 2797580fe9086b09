import Database from "better-sqlite3";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { beforeEach, describe, expect, it } from "vitest";
import { holdLock, LockHeld } from "~/platform/lock.server";
import { listMigrations } from "~/platform/migrate-files.server";
import { migrate, sqliteFile } from "~/platform/migrate.server";
import { copyTemplate, dialect } from "../support/database";
import type { TestDatabase } from "../support/database";

const at = new Date("2026-09-03T08:00:00.000Z");
const shipped = listMigrations(dialect).map(({ name }) => name);
let made: TestDatabase;
let folder: string;

/** A folder of migrations: those that are shipped, and others. */
function ship(others: Record<string, string>): void {
  const own = Object.fromEntries(listMigrations(dialect).map(({ name, sql }) => [name, sql]));
  for (const [name, sql] of Object.entries({ ...own, ...others })) {
    mkdirSync(join(folder, dialect, name), { recursive: true });
    writeFileSync(join(folder, dialect, name, "migration.sql"), sql);
  }
}

async function rowsOf(url: string, sql: string): Promise<unknown[]> {
  if (dialect === "sqlite") {
    const database = new Database(sqliteFile(url), { readonly: true });
    try {
      return database.prepare(sql).all();
    } finally {
      database.close();
    }
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const run = () => migrate({ url: made.url, dataDir: made.dataDir, at, folder });
const twoTables = `CREATE TABLE "One" ("id" TEXT PRIMARY KEY);\nCREATE TABLE "Two" ("id" TEXT PRIMARY KEY);\n`;

beforeEach(async () => {
  made = await copyTemplate();
  folder = join(made.dataDir, "migrations");
});

/** Some things an embedded database has alone: they are no tests of the other. */
const embedded = (name: string, test: () => Promise<void>) => dialect === "sqlite" && it(name, test);

describe("migrating", () => {
  it("applies what waits, in order, once, and records it in Prisma's own table", async () => {
    ship({ "9001_two": twoTables, "9002_three": `CREATE TABLE "Three" ("id" TEXT PRIMARY KEY);` });
    expect(await run()).toEqual(["9001_two", "9002_three"]);
    expect(await run()).toEqual([]);
    const recorded = await rowsOf(
      made.url,
      `SELECT "migration_name" AS "name", length("checksum") AS "length" FROM "_prisma_migrations" ORDER BY "migration_name"`,
    );
    expect(recorded).toEqual([...shipped, "9001_two", "9002_three"].map((name) => ({ name, length: 64 })));
  });

  it("applies everything once when two programs start together", async () => {
    ship({ "9001_two": twoTables });
    const applied = await Promise.all([run(), run()]);
    expect(applied.flat()).toEqual(["9001_two"]);
  });

  it("leaves nothing of a migration that fails half way", async () => {
    ship({ "9001_broken": `${twoTables}CREATE TABLE "One" ("id" TEXT PRIMARY KEY);` });
    await expect(run()).rejects.toThrow();
    await expect(rowsOf(made.url, `SELECT * FROM "One"`)).rejects.toThrow();
    ship({ "9001_broken": twoTables });
    expect(await run()).toEqual(["9001_broken"]);
  });

  it("refuses a migration that was edited after it was applied", async () => {
    ship({ "9001_two": twoTables });
    await run();
    ship({ "9001_two": `${twoTables}-- edited\n` });
    await expect(run()).rejects.toThrow("The migration 9001_two was edited after it had been applied to this database.");
  });

  it("refuses the database of a newer program", async () => {
    ship({ "9001_two": twoTables });
    await run();
    await expect(migrate({ url: made.url, dataDir: made.dataDir, at })).rejects.toThrow("made by a newer version of the program");
  });

  embedded("copies an embedded database before each migration", async () => {
    ship({ "9001_two": twoTables });
    await run();
    const copy = join(made.dataDir, "backups/before-9001_two.sqlite");
    expect(readdirSync(join(made.dataDir, "backups"))).toEqual(["before-9001_two.sqlite"]);
    expect(await rowsOf(`file:${copy}`, `SELECT "migration_name" AS "name" FROM "_prisma_migrations"`)).toEqual(
      shipped.map((name) => ({ name })),
    );
    expect(await rowsOf(`file:${copy}`, `SELECT count(*) AS "n" FROM "Event"`)).toEqual([{ n: 1 }]);
  });

  embedded("refuses a migration that leaves rows pointing to nothing", async () => {
    const orphan = `CREATE TABLE "Child" ("id" TEXT PRIMARY KEY, "parent" TEXT REFERENCES "User"("id"));\nINSERT INTO "Child" VALUES ('c', 'nobody');`;
    ship({ "9001_orphan": orphan });
    await expect(run()).rejects.toThrow("leaves rows that point to nothing");
    await expect(rowsOf(made.url, `SELECT * FROM "Child"`)).rejects.toThrow();
  });
});

describe("the lock of a data folder", () => {
  it("is held by one at a time and free again when let go", () => {
    const release = holdLock(made.dataDir);
    expect(() => holdLock(made.dataDir)).toThrow(LockHeld);
    release();
    holdLock(made.dataDir)();
    expect(existsSync(join(made.dataDir, "lock.sqlite"))).toBe(true);
  });
});

/** `Table.column` of every field in the schema, with `?` where it may be null. */
function columnsOfSchema(): string[] {
  const schema = readFileSync(new URL("../../prisma/schema.prisma", import.meta.url), "utf8");
  const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gmu)].map(([, name = "", body = ""]) => ({ name, body }));
  const isModel = new Set(models.map(({ name }) => name));
  return models.flatMap(({ name, body }) =>
    [...body.matchAll(/^ {2}(\w+)\s+(\w+)(\[\]|\?)?/gmu)]
      .filter(([, , type = ""]) => !isModel.has(type))
      .map(([, column = "", , mark = ""]) => `${name}.${column}${mark}`),
  );
}

const columnsOf = {
  sqlite: `SELECT m.name || '.' || c.name || iif(c."notnull", '', '?') AS "column" FROM sqlite_master m JOIN pragma_table_info(m.name) c
    WHERE m.type = 'table' AND m.name NOT LIKE 'SearchIndex%' AND m.name NOT LIKE 'sqlite_%' AND m.name <> '_prisma_migrations'`,
  postgresql: `SELECT table_name || '.' || column_name || CASE is_nullable WHEN 'YES' THEN '?' ELSE '' END AS "column" FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' AND column_name <> 'vector'`,
} as const;

describe("both databases", () => {
  it("end with the tables and columns of the schema", async () => {
    const found = (await rowsOf(made.url, columnsOf[dialect])) as { column: string }[];
    expect(found.map(({ column }) => column).sort()).toEqual(columnsOfSchema().sort());
  });
});
