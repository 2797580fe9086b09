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

/** An empty database beside the test's own, and a folder that ships the first migration only. */
async function beforeTheSecond(): Promise<{ url: string; dataDir: string; folder: string }> {
  const { url: other, dataDir } = await copyTemplate();
  const folder = join(dataDir, "migrations");
  const shipped = join(projectRoot(), "prisma/migrations", dialect, "0001_start");
  mkdirSync(join(folder, dialect), { recursive: true });
  cpSync(shipped, join(folder, dialect, "0001_start"), { recursive: true });
  if (dialect === "sqlite") return { url: `file:${join(dataDir, "old.sqlite")}`, dataDir, folder };
  const name = `${new URL(other).pathname.slice(1)}_old`;
  await onServer(`CREATE DATABASE "${name}"`);
  return { url: urlOf(name), dataDir, folder };
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

const day = "'2026-01-31 09:00:00'";
const oldRows = [
  `INSERT INTO "Interviewee" ("id", "assessmentId", "number", "code", "kind", "organisation", "role", "interest", "createdAt", "version")
    VALUES ('p', 'a', 1, 'P1', 'kind-ngo', '{"nl":"Stichting ’t Huis \\"Ø\\""}', '{}', '[]', ${day}, 3)`,
  `INSERT INTO "Interview" ("id", "assessmentId", "number", "code", "state", "title", "selectionReason", "agreedWith", "language", "notesFor", "changes", "createdAt", "version")
    VALUES ('i', 'a', 7, 'I7', 'held', '{}', '{"nl":"Kent het veld; zegt ''ja''"}', 'Commissioner, 3 May', 'nl', 'interviewers', 12, ${day}, 9)`,
  `INSERT INTO "Participant" ("id", "assessmentId", "interviewId", "intervieweeId", "number", "attribution", "mayQuote", "version")
    VALUES ('ip', 'a', 'i', 'p', 1, 'organisation-kind', ${dialect === "sqlite" ? "0" : "false"}, 2)`,
  `INSERT INTO "Source" ("id", "assessmentId", "number", "code", "type", "title", "titleKind", "titleFolded", "authors", "bibliography", "language", "reading", "appraisal", "createdAt", "version")
    VALUES ('s', 'a', 9, 'S09', 'report', 'Über ''Schutz''', 'given', 'uber schutz', '[]', '{}', 'en', 'read', '{}', ${day}, 4)`,
  `INSERT INTO "Excerpt" ("id", "assessmentId", "sourceId", "number", "code", "form", "text", "language", "createdAt", "byId", "version")
    VALUES ('e', 'a', 's', 1, 'S09:1', 'quoted', 'A line.', 'en', ${day}, 'u', 1)`,
];

it("adds what consent, planning and screening need, and keeps every row as it was", async () => {
  const { url, dataDir, folder } = await beforeTheSecond();
  expect(await migrate({ url, dataDir, at, folder })).toEqual(["0001_start"]);
  await run(url, ...oldRows);
  const before = await run(url, kept);
  expect(before).toHaveLength(1);
  expect(await migrate({ url, dataDir, at })).toEqual(expect.arrayContaining(["0002_evidence_that_may_be_used"]));
  expect(await run(url, kept)).toEqual(before);
  const added = `SELECT i."levels", i."agreedOn", i."startedAt", p."consentTo", p."withdrawnReason", s."abstract", s."importId", s."importPlace", s."channel"
    FROM "Interview" i, "Participant" p, "Source" s`;
  expect(await run(url, added)).toEqual([
    {
      levels: "[]",
      agreedOn: null,
      startedAt: null,
      consentTo: "",
      withdrawnReason: null,
      abstract: "",
      importId: null,
      importPlace: null,
      channel: null,
    },
  ]);
});

const kept = `SELECT y."organisation", i."state", i."selectionReason", i."agreedWith", i."changes", i."version" AS "interviewVersion", p."attribution", p."mayQuote",
  p."version" AS "participantVersion", s."title", s."version" AS "sourceVersion", e."text" FROM "Interviewee" y JOIN "Participant" p ON p."intervieweeId" = y."id"
  JOIN "Interview" i ON i."id" = p."interviewId", "Source" s JOIN "Excerpt" e ON e."sourceId" = s."id"`;
