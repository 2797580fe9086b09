import { rmSync } from "node:fs";
import Database from "better-sqlite3";
import { migrate } from "~/platform/migrate.server";
import { databaseIn, freshFolder } from "./folder";
import { time, type Run } from "./measure";

/** How many sources one transaction adds, as taking over an import does it. */
const atOnce = 100;

type Row = Record<string, unknown>;

/** The rows that an import has written, table by table; `chain` is the study. */
function rowsOf(from: Database, chain: string) {
  const read = (table: string, where: string) => from.prepare(`SELECT * FROM "${table}" WHERE ${where}`).all(chain) as Row[];
  const ofStudy = (table: string) => read(table, `"assessmentId" = ? ORDER BY rowid`);
  return {
    assessment: read("Assessment", `"id" = ?`),
    imports: ofStudy("SourceImport"),
    records: ofStudy("SourceImportRecord"),
    sources: ofStudy("Source"),
    versions: ofStudy("Version"),
    texts: ofStudy("SearchText").map(({ n: _n, ...row }) => row),
    events: read("Event", `"chain" = ? ORDER BY "seq"`),
    details: read("EventDetail", `"chain" = ? ORDER BY "seq"`),
  };
}

function adder(to: Database, table: string, [first]: readonly Row[]) {
  const columns = Object.keys(first ?? {});
  const marks = columns.map(() => "?").join(", ");
  const statement = to.prepare(`INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(", ")}) VALUES (${marks})`);
  return (rows: readonly Row[]) => rows.forEach((row) => statement.run(Object.values(row)));
}

function inTransaction(to: Database, write: () => void): void {
  to.exec("BEGIN");
  write();
  to.exec("COMMIT");
}

/** Writes the same rows with the bare driver, in transactions of the same size. */
function writeAll(to: Database, rows: ReturnType<typeof rowsOf>): void {
  const add = {
    sources: adder(to, "Source", rows.sources),
    versions: adder(to, "Version", rows.versions),
    texts: adder(to, "SearchText", rows.texts),
    events: adder(to, "Event", rows.events),
    details: adder(to, "EventDetail", rows.details),
  };
  inTransaction(to, () => {
    adder(to, "SourceImport", rows.imports)(rows.imports);
    adder(to, "SourceImportRecord", rows.records)(rows.records);
  });
  const parts = Math.max(...[rows.sources, rows.versions, rows.texts, rows.events].map(({ length }) => Math.ceil(length / atOnce)));
  for (let part = 0; part < parts; part += 1) {
    const some = (all: readonly Row[]) => all.slice(part * atOnce, (part + 1) * atOnce);
    inTransaction(to, () => {
      add.sources(some(rows.sources));
      add.versions(some(rows.versions));
      add.texts(some(rows.texts));
      some(rows.events).forEach((event, at) => {
        add.events([event]);
        add.details(rows.details.slice((part * atOnce + at) * 3, (part * atOnce + at + 1) * 3));
      });
    });
  }
}

/** How long the bare driver takes for the rows that an import has written: no program that keeps them can be faster. */
export async function importFloor(file: string, chain: string): Promise<Run> {
  const from = new Database(file);
  const rows = rowsOf(from, chain);
  from.close();
  const folder = freshFolder();
  await migrate({ url: `file:${databaseIn(folder)}`, dataDir: folder, at: new Date() });
  const to = new Database(databaseIn(folder));
  to.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
  adder(to, "Assessment", rows.assessment)(rows.assessment);
  const { prev } = JSON.parse(String(rows.events[0]?.["body"])) as { prev: string };
  to.prepare(`INSERT INTO "ChainHead" ("chain", "seq", "hash") VALUES (?, 0, ?)`).run(chain, prev);
  try {
    return await time(1, () => writeAll(to, rows));
  } finally {
    to.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
