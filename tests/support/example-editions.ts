import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the example study stands compiled: the folder of its data, and that of its files. */
    example: { data: string; files: string };
  }
}

/**
 * Compiles the example study once for all tests that read it, in every format and both languages, as `npm run compile` does, and the small study in Dutch. GRONDSLAG_E2E_DATA names a folder
 * in which the examples are loaded already; it is copied, which saves the minute of loading.
 */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "grondslag-example-"));
  const [data, files] = [join(folder, "data"), join(folder, "files")];
  const loaded = process.env["GRONDSLAG_E2E_DATA"];
  if (loaded) cpSync(loaded, data, { recursive: true });
  run(data, "commands/migrate.ts");
  if (!loaded) run(data, "prisma/seed.ts", "--demo");
  run(data, "commands/compile.ts", "sec-in-oda", "--format", "all", "--lang", "all", "--out", files);
  run(data, "commands/compile.ts", "watervoorziening", "--format", "all", "--lang", "nl", "--out", files);
  project.provide("example", { data, files });
  const printed = join(folder, "printed-by-poppler");
  mkdirSync(printed);
  project.provide("printedByPoppler", printed);
  return () => rmSync(folder, { recursive: true, force: true });
}

function run(data: string, ...args: string[]): void {
  const env = { ...process.env, DATABASE_URL: "", GRONDSLAG_DATA_DIR: data, GRONDSLAG_LOG_LEVEL: "warn" };
  const done = spawnSync("npx", ["tsx", ...args], { env, encoding: "utf8" });
  if (done.status !== 0) throw new Error(`${args.join(" ")} did not succeed: ${done.stderr}`);
}
