import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { derivePostgresql } from "./derive";

// Writes the tables of a migration for both databases, without an engine binary:
//   tsx prisma/make-migration.ts --name 0002_comments [--from old-schema.prisma]
// It is a first draft: read it. A new required column comes out as a copy that loses it. What an existing file holds from the
// line "-- By hand from here on." is kept. Never make a migration again that has shipped.
const usage = "tsx prisma/make-migration.ts --name NNNN_name [--from OLD_SCHEMA] [--postgresql postgres://…]\n";

const { values } = parseArgs({
  options: {
    name: { type: "string" },
    from: { type: "string" },
    postgresql: { type: "string", default: "postgres://root@127.0.0.1:5432/postgres" },
    help: { type: "boolean" },
  },
});
if (values.help || !values.name) {
  process.stdout.write(usage);
  process.exit(values.help ? 0 : 2);
}

type SchemaFiles = { tag: "schemaDatamodel"; files: { path: string; content: string }[] };
interface Engine {
  diff(question: {
    from: { tag: "empty" } | SchemaFiles;
    to: SchemaFiles;
    script: true;
    exitCode: null;
    shadowDatabaseUrl: null;
    filters: { externalTables: string[]; externalEnums: string[] };
  }): Promise<{ stdout: string | null }>;
}

interface Glue {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  SchemaEngine: { new: (options: { datamodels: null }, log: () => void, adapter: unknown) => Promise<Engine> };
}

/** The package's own entry fails in Node, so its module is instantiated here; once, for its glue keeps views on one memory. */
async function startGlue(): Promise<Glue> {
  const folder = new URL(".", import.meta.resolve("@prisma/schema-engine-wasm")).pathname;
  const glue = (await import(join(folder, "schema_engine_bg.js"))) as Glue;
  const module = new WebAssembly.Module(readFileSync(join(folder, "schema_engine_bg.wasm")));
  // The glue is the table of functions that the module imports.
  const wasm = new WebAssembly.Instance(module, { "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports });
  glue.__wbg_set_wasm(wasm.exports);
  (wasm.exports["__wbindgen_start"] as () => void)();
  return glue;
}

/** SQL that leads from the old schema (or nothing) to the new one. */
async function tables(adapter: unknown, from: string | null, to: string): Promise<string> {
  const engine = await glue.SchemaEngine.new({ datamodels: null }, () => {}, adapter);
  const asFiles = (content: string): SchemaFiles => ({ tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] });
  const { stdout } = await engine.diff({
    from: from === null ? { tag: "empty" } : asFiles(from),
    to: asFiles(to),
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout ?? "";
}

const glue = await startGlue();
const schema = readFileSync(join(import.meta.dirname, "schema.prisma"), "utf8");
const old = values.from ? readFileSync(values.from, "utf8") : null;
const sqlite = bindMigrationAwareSqlAdapterFactory(new PrismaBetterSqlite3({ url: ":memory:" }, { shadowDatabaseUrl: ":memory:" }));
const postgresql = bindMigrationAwareSqlAdapterFactory(new PrismaPg(values.postgresql));

/** The hand-written end of a migration file that is made again. */
function handWritten(file: string): string {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const start = text.indexOf("\n-- By hand from here on.");
  return start < 0 ? "" : text.slice(start);
}

for (const [dialect, adapter, derive] of [
  ["sqlite", sqlite, (text: string) => text],
  ["postgresql", postgresql, derivePostgresql],
] as const) {
  const folder = join(import.meta.dirname, "migrations", dialect, values.name);
  const file = join(folder, "migration.sql");
  mkdirSync(folder, { recursive: true });
  const sql = await tables(adapter, old === null ? null : derive(old), derive(schema));
  writeFileSync(file, sql.replace(/^-- CreateSchema\n.*\n\n/u, "") + handWritten(file));
  process.stdout.write(`Wrote ${file}\n`);
}
