// Finds a PostgreSQL for the tests: the one of TEST_POSTGRES_URL, one on this machine, or one that is started for the occasion.
import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

async function answers(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    const { rows } = await client.query("SELECT rolcreatedb OR rolsuper AS may FROM pg_roles WHERE rolname = current_user");
    return rows[0]?.may === true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function programs() {
  const base = "/usr/lib/postgresql";
  const version = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a))[0] : undefined;
  return version ? join(base, version, "bin") : undefined;
}

/** PostgreSQL does not run as root: there it is started as the user `postgres`. */
function start(bin) {
  const folder = mkdtempSync(join(tmpdir(), "grondslag-pg-"));
  const asRoot = process.getuid?.() === 0;
  const id = (flag) => Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout);
  if (asRoot) chownSync(folder, id("-u"), id("-g"));
  const as = (program, args) => (asRoot ? spawnSync("runuser", ["-u", "postgres", "--", program, ...args]) : spawnSync(program, args));
  const port = 20_000 + (process.pid % 20_000);
  const data = join(folder, "data");
  const made = as(join(bin, "initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]);
  const started =
    made.status === 0
      ? as(join(bin, "pg_ctl"), [
          "-D",
          data,
          "-w",
          "-o",
          `-p ${port} -c listen_addresses=127.0.0.1 -k ${folder}`,
          "-l",
          join(folder, "log"),
          "start",
        ])
      : made;
  const stop = () => {
    as(join(bin, "pg_ctl"), ["-D", data, "-m", "immediate", "stop"]);
    rmSync(folder, { recursive: true, force: true });
  };
  return started.status === 0 ? { url: `postgresql://postgres@127.0.0.1:${port}/postgres`, stop } : (stop(), undefined);
}

/** `{ url, how, stop }`, or `{ why, stop }` where there is none to be had. */
export async function reachPostgres() {
  const nothing = () => {};
  const named = process.env.TEST_POSTGRES_URL;
  if (named)
    return (await answers(named))
      ? { url: named, how: "TEST_POSTGRES_URL", stop: nothing }
      : { why: "TEST_POSTGRES_URL does not answer, or may not create databases", stop: nothing };
  for (const user of new Set([userInfo().username, "postgres"])) {
    const url = `postgresql://${user}@127.0.0.1:5432/postgres`;
    if (await answers(url)) return { url, how: "the one on this machine", stop: nothing };
  }
  const bin = programs();
  const own = bin && start(bin);
  return own
    ? { ...own, how: "started for these tests" }
    : { why: "no PostgreSQL answers on 127.0.0.1:5432 and none could be started (apt-get install -y postgresql)", stop: nothing };
}
