import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { freshFolder, root } from "./folder";
import { Client } from "./client";

/** The built program, running on loopback. */
export interface Served {
  origin: string;
  /** Milliseconds from the start of the process to its first page. */
  startMs: number;
  client(): Client;
  /** Processor time that the server has used, in milliseconds. */
  cpuMs(): number;
  /** Resident memory of the server in MiB: now, and the most since `forgetPeak`. */
  memory(): { now: number; peak: number };
  forgetPeak(): void;
  /** The longest that the server answered nobody since it was last asked, in milliseconds. */
  blockedMs(): Promise<number>;
  stop(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("No free port."))));
    });
  });
}

/** Starts the program on a data folder and waits for its first page. */
export async function serve(folder: string): Promise<Served> {
  if (!existsSync(join(root, "build/server/index.js"))) throw new Error("There is no build yet: run npm run build first.");
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const { DATABASE_URL: _unused, ...inherited } = process.env;
  const loop = join(freshFolder(), "blocked");
  const settings = {
    ...{ PORT: String(port), HOST: "127.0.0.1", GRONDSLAG_ORIGIN: origin, GRONDSLAG_DATA_DIR: folder },
    GRONDSLAG_BENCH_LOOP: loop,
  };
  const env: NodeJS.ProcessEnv = {
    ...inherited,
    ...settings,
    NODE_ENV: "production",
    GRONDSLAG_RATE_LIMITS: "test",
    GRONDSLAG_LOG_LEVEL: "error",
  };
  const begin = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", "--import", "./bench/loop-watch.mjs", "server.ts"], {
    cwd: root,
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  await firstPage(child, new Client(origin));
  return {
    origin,
    startMs: performance.now() - begin,
    client: () => new Client(origin),
    cpuMs: () => processorMs(child.pid),
    memory: () => residentMiB(child.pid),
    forgetPeak: () => writeFileSync(`/proc/${child.pid}/clear_refs`, "5"),
    blockedMs: async () => {
      rmSync(loop, { force: true });
      child.kill("SIGUSR2");
      while (!existsSync(loop) || readFileSync(loop, "utf8") === "") await new Promise((resolve) => setTimeout(resolve, 5));
      return Number(readFileSync(loop, "utf8"));
    },
    stop: async () => {
      process.off("exit", kill);
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function firstPage(child: ChildProcess, client: Client): Promise<void> {
  const deadline = performance.now() + 120_000;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error("The server did not start.");
    const answer = await client.get("/sign-in").catch(() => null);
    if (answer?.status === 200) return client.close();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("The server did not answer within two minutes.");
}

/** From /proc, where there is one; a tick is a hundredth of a second on Linux. */
function processorMs(pid: number | undefined): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  const fields = readFileSync(file, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** From /proc: VmRSS and VmHWM, in kB there. */
function residentMiB(pid: number | undefined): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const read = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "mu").exec(status)?.[1]) / 1024;
  return { now: read("VmRSS"), peak: read("VmHWM") };
}
