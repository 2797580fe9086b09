import { dialectOf } from "~/platform/db.server";
import { settings } from "~/platform/environment.server";
import { holdLock } from "~/platform/lock.server";
import { migrate } from "~/platform/migrate.server";
import { CommandProblem, runCommand, say } from "./command";

const usage = `
npm run migrate -- [--json]

Brings the database up to date. An embedded database is copied to backups/ in the data folder before each migration.
Reads DATABASE_URL and GRONDSLAG_DATA_DIR.

Exit codes: 0 up to date, 1 failed (nothing changed), 2 wrong setting or a database of another version, 3 in use by another process.
`;

await runCommand({
  usage,
  options: {},
  async run({ values, positionals }) {
    if (positionals.length > 0) throw new CommandProblem("migrate takes no file. Use --help to see the options.");
    const { databaseUrl: url, dataDir } = settings();
    const release = dialectOf(url) === "sqlite" ? holdLock(dataDir) : () => undefined;
    try {
      const applied = await migrate({ url, dataDir, at: new Date() });
      if (values.json) say({ applied });
      else say(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
      return 0;
    } finally {
      release();
    }
  },
});
