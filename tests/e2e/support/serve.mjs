// The server that the browser tests talk to: the built program on a fresh folder with the example studies in it.
// GRONDSLAG_E2E_DATA names a folder that already has them: it is copied, which saves the minute of loading.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "grondslag-e2e-"));
const { DATABASE_URL: _unused, ...inherited } = process.env;
const env = {
  ...inherited,
  NODE_ENV: "production",
  GRONDSLAG_DATA_DIR: folder,
  GRONDSLAG_ORIGIN: `http://localhost:${process.env.PORT}`,
  GRONDSLAG_RATE_LIMITS: "test",
  GRONDSLAG_LOG_LEVEL: "warn",
};
const seeded = process.env.GRONDSLAG_E2E_DATA;
if (seeded) cpSync(seeded, folder, { recursive: true });
const preparations = seeded ? [["commands/migrate.ts"]] : [["commands/migrate.ts"], ["prisma/seed.ts", "--demo"]];
for (const args of preparations) {
  const done = spawnSync("npx", ["tsx", ...args], { env, stdio: ["ignore", "ignore", "inherit"] });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
const server = spawn(process.execPath, ["--import", "tsx", "server.ts"], { env, stdio: ["ignore", "ignore", "inherit"] });
const end = () => server.kill("SIGTERM");
process.on("SIGTERM", end);
process.on("SIGINT", end);
server.on("exit", (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 0);
});
