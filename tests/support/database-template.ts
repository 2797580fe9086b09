import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { closeDatabase, openDatabase } from "~/platform/db.server";
import { ensureInstallation } from "~/platform/installation.server";
import { migrate } from "~/platform/migrate.server";
import { onServer, urlOf } from "./postgresql";
import { keepRows } from "./put-back";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder of this run; each test file copies the template that is in it, or on the server. */
    testDatabases: { dialect: "sqlite" | "postgresql"; folder: string; run: string };
  }
}

/** Makes one migrated database per run, and takes all databases of the run away at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dialect = project.config.env["TEST_DIALECT"] === "postgresql" ? "postgresql" : "sqlite";
  const run = `grondslag_test_${randomBytes(6).toString("hex")}`;
  const folder = mkdtempSync(join(tmpdir(), `${run}_`));
  project.provide("testDatabases", { dialect, folder, run });
  const url = dialect === "sqlite" ? `file:${join(folder, "template.sqlite")}` : urlOf(`${run}_template`);
  if (dialect === "postgresql") await onServer(`CREATE DATABASE "${run}_template"`);
  const at = new Date("2026-09-01T08:00:00.000Z");
  await migrate({ url, dataDir: folder, at });
  await openDatabase(url);
  await ensureInstallation({ at, request: "template", program: "grondslag test" });
  await closeDatabase();
  if (dialect === "postgresql") await keepRows(url);
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    if (dialect === "postgresql") await dropDatabases(run);
  };
}

async function dropDatabases(run: string): Promise<void> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: urlOf("postgres") });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>("SELECT datname FROM pg_database WHERE starts_with(datname, $1)", [run]);
  for (const { datname } of rows) await client.query(`DROP DATABASE "${datname}" WITH (FORCE)`);
  await client.end();
}
