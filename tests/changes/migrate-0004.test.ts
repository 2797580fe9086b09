import Database from "better-sqlite3";
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { expect, it } from "vitest";
import { migrate, sqliteFile } from "~/platform/migrate.server";
import { projectRoot } from "~/platform/project-root.server";
import { copyTemplate, dialect } from "../support/database";
import { onServer, urlOf } from "../support/postgresql";

const at = new Date("2026-09-03T08:00:00.000Z");
const earlier = ["0001_start", "0002_evidence_that_may_be_used", "0003_ratings_that_can_be_trusted"];

/** An empty database beside the test's own, and a folder that ships the migrations before the fourth. */
async function beforeTheFourth(): Promise<{ url: string; dataDir: string; folder: string; names: string[] }> {
  const { url: other, dataDir } = await copyTemplate();
  const folder = join(dataDir, "migrations");
  mkdirSync(join(folder, dialect), { recursive: true });
  for (const name of earlier)
    cpSync(join(projectRoot(), "prisma/migrations", dialect, name), join(folder, dialect, name), { recursive: true });
  if (dialect === "sqlite") return { url: `file:${join(dataDir, "old.sqlite")}`, dataDir, folder, names: earlier };
  const name = `${new URL(other).pathname.slice(1)}_old`;
  await onServer(`CREATE DATABASE "${name}"`);
  return { url: urlOf(name), dataDir, folder, names: earlier };
}

/** Runs statements one after the other and gives the rows of the last. */
async function run(url: string, ...statements: string[]): Promise<unknown[]> {
  if (dialect === "sqlite") {
    const database = new Database(sqliteFile(url));
    try {
      for (const statement of statements.slice(0, -1)) database.exec(statement);
      const last = database.prepare(statements.at(-1) ?? "SELECT 1");
      if (last.reader) return last.all();
      last.run();
      return [];
    } finally {
      database.close();
    }
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) ({ rows } = await client.query<Record<string, unknown>>(statement));
    return rows;
  } finally {
    await client.end();
  }
}

const moment = (minute: number) => `'2026-01-31 09:${String(minute).padStart(2, "0")}:00'`;
const section = (id: string, changes: number) =>
  `INSERT INTO "Section" ("id", "assessmentId", "node", "code", "sort", "heading", "kind", "required", "questions", "state", "changes", "version")
    VALUES ('${id}', 'a', 'n-${id}', '${id}', '1', '{}', 'section', ${dialect === "sqlite" ? "1" : "true"}, '[]', 'in-writing', ${changes}, 2)`;
const block = (id: string, sectionId: string) =>
  `INSERT INTO "Block" ("id", "assessmentId", "sectionId", "sort", "kind", "document", "language", "createdAt", "byId", "at", "version")
    VALUES ('${id}', 'a', '${sectionId}', '1', 'text', '{}', 'nl', ${moment(1)}, 'u', ${moment(1)}, 1)`;
const version = (kind: string, recordId: string, number: number, minute: number, by = "u") =>
  `INSERT INTO "Version" ("id", "assessmentId", "kind", "recordId", "number", "body", "digest", "at", "byKind", "byId")
    VALUES ('${kind}-${recordId}-${number}', 'a', '${kind}', '${recordId}', ${number}, '{}', 'd', ${moment(minute)}, 'user', '${by}')`;
const rows = [
  section("s", 5),
  section("t", 1),
  block("b", "s"),
  block("c", "s"),
  block("d", "t"),
  `INSERT INTO "Link" ("id", "assessmentId", "fromBlockId", "toKind", "toId", "kind", "note", "byId", "at", "version")
    VALUES ('l', 'a', 'b', 'excerpt', 'e', 'supports', '', 'u', ${moment(4)}, 1)`,
  `INSERT INTO "Translation" ("id", "assessmentId", "kind", "recordId", "field", "language", "body", "originalDigest", "byId", "at", "version")
    VALUES ('x', 'a', 'block', 'b', 'document', 'en', '{}', 'd', 'v', ${moment(5)}, 1)`,
  version("block", "b", 1, 1),
  version("block", "c", 1, 2),
  version("block", "b", 2, 3, "v"),
  version("link", "l", 1, 4),
  version("translation", "x", 1, 5, "v"),
  version("block", "d", 1, 6),
  // Versions of other records are no changes of a section.
  version("section", "s", 2, 1),
  version("source", "b", 9, 7),
];

it("numbers what was written before as the changes of its section, the newest as the section counts it", async () => {
  const { url, dataDir, folder, names } = await beforeTheFourth();
  expect(await migrate({ url, dataDir, at, folder })).toEqual(names);
  await run(url, ...rows);
  const kept = `SELECT "id", "changes", "version" FROM "Section" ORDER BY "id"`;
  const before = await run(url, kept);
  expect(await migrate({ url, dataDir, at })).toEqual(expect.arrayContaining(["0004_reviewed_and_signed_off"]));
  expect(await run(url, kept)).toEqual(before);
  const numbered = `SELECT "sectionId", "number", "kind", "recordId", "recordVersion", "byId", "assessmentId" FROM "SectionChange" ORDER BY "sectionId", "number"`;
  const told = (sectionId: string, number: number, kind: string, recordId: string, recordVersion: number, byId = "u") => ({
    sectionId,
    number,
    kind,
    recordId,
    recordVersion,
    byId,
    assessmentId: "a",
  });
  expect(await run(url, numbered)).toEqual([
    told("s", 1, "block", "b", 1),
    told("s", 2, "block", "c", 1),
    told("s", 3, "block", "b", 2, "v"),
    told("s", 4, "link", "l", 1),
    told("s", 5, "translation", "x", 1, "v"),
    told("t", 1, "block", "d", 1),
  ]);
});
