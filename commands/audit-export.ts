import { dialectOf } from "~/platform/db.server";
import { settings } from "~/platform/environment.server";
import { sqliteFile } from "~/platform/migrate.server";
import { ExportProblem } from "~/platform/trail-export-format.server";
import { exportTrail } from "~/platform/trail-export.server";
import { withPostgresqlRows, withSqliteRows } from "~/platform/trail-rows.server";
import type { RowReader } from "~/platform/trail-source.server";
import { CommandProblem, runCommand, say } from "./command";

const usage = `
npm run audit:export -- --assessment ID --out FILE [--without-details] [--json]

Writes the audit trail of one assessment to a zip (FILE ends in .zip) or a folder, for audit:verify. Without details it holds
no names and no content, and can go to anyone. Reads DATABASE_URL and GRONDSLAG_DATA_DIR; changes nothing.

Exit codes: 0 written, 1 failed, 2 wrong arguments, unknown assessment or FILE exists.
`;

await runCommand({
  usage,
  options: { assessment: { type: "string" }, out: { type: "string" }, "without-details": { type: "boolean" } },
  async run({ values, positionals }) {
    const { assessment: chain, out } = values;
    if (chain === undefined || out === undefined || positionals.length > 0) {
      throw new CommandProblem("Say --assessment ID and --out FILE. Use --help to see the options.");
    }
    const { databaseUrl: url } = settings();
    const write = (rows: RowReader) => exportTrail(rows, { chain, out, details: values["without-details"] !== true, at: new Date() });
    try {
      const { counts } = await (dialectOf(url) === "sqlite" ? withSqliteRows(sqliteFile(url), write) : withPostgresqlRows(url, write));
      say(values.json ? { out, ...counts } : `Wrote ${counts.events} events and ${counts.details} details to ${out}.`);
      return 0;
    } catch (error) {
      throw error instanceof ExportProblem ? new CommandProblem(error.message) : error;
    }
  },
});
