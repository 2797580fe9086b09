import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { derivePostgresql } from "./derive";

const root = join(import.meta.dirname, "..");
const generated = join(root, "app/platform/generated");
const stamp = join(generated, "schema.sha256");

/** Runs the generator of one schema file; the program's own complaint is shown when it fails. */
function generate(schemaFile: string): void {
  const cli = join(root, "node_modules/prisma/build/index.js");
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" };
  const run = spawnSync(process.execPath, [cli, "generate", "--schema", schemaFile], { cwd: root, env, encoding: "utf8" });
  if (run.status !== 0) throw new Error(`prisma generate failed for ${schemaFile}:\n${run.stdout}${run.stderr}`);
}

const schema = readFileSync(join(root, "prisma/schema.prisma"), "utf8");
const version = readFileSync(join(root, "node_modules/prisma/package.json"), "utf8");
const digest = createHash("sha256")
  .update(schema)
  .update(version)
  .update(readFileSync(join(import.meta.dirname, "derive.ts")))
  .digest("hex");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== digest) {
  rmSync(generated, { recursive: true, force: true });
  mkdirSync(generated, { recursive: true });
  const derived = join(root, "prisma/postgresql.prisma");
  writeFileSync(derived, derivePostgresql(schema));
  try {
    generate("prisma/schema.prisma");
    generate("prisma/postgresql.prisma");
  } finally {
    rmSync(derived, { force: true });
  }
  writeFileSync(stamp, digest);
  process.stdout.write("Generated both database clients.\n");
}
