import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { currentDatabase } from "~/platform/db.server";
import { projectRoot } from "~/platform/project-root.server";
import { prepareEdition, type EditionOrder, type PreparedEdition } from "./prepare-edition.server";
import type { PrepareAnswer } from "./prepare-worker";

interface Waiting {
  resolve(prepared: PreparedEdition): void;
  reject(error: Error): void;
}

interface Running {
  worker: Worker;
  databaseUrl: string;
  waiting: Map<number, Waiting>;
  jobs: number;
}

const key = Symbol.for("grondslag.prepare-worker");
const holder = globalThis as { [key]?: Running | undefined };

/**
 * Prepares an edition in a thread of its own with a connection of its own that can't write, so that nobody waits for it at another page.
 * Where TypeScript can't be run in a thread (a test without the loader) it is done here. The thread stays for the next edition and
 * never keeps the process alive.
 */
export function prepareInWorker(order: EditionOrder): Promise<PreparedEdition> {
  if (!canRunTypeScript()) return prepareEdition(order);
  const running = runningOn(currentDatabase().url);
  return new Promise((resolve, reject) => {
    const job = (running.jobs += 1);
    running.waiting.set(job, { resolve, reject });
    running.worker.ref();
    running.worker.postMessage({ job, order });
  });
}

/** The thread for the database that is open now; one for another database ends. */
function runningOn(databaseUrl: string): Running {
  const running = holder[key];
  if (running?.databaseUrl === databaseUrl) return running;
  void running?.worker.terminate();
  return (holder[key] = start(databaseUrl));
}

const file = () => join(projectRoot(), "app", "features", "editions", "prepare-worker.ts");

/** The program runs under tsx, whose loader a thread inherits. */
function canRunTypeScript(): boolean {
  return process.execArgv.some((argument) => argument.includes("tsx")) && existsSync(file());
}

/** A thread starts with plain Node: it takes the loader of TypeScript first, and then the file. */
function bootstrap(): string {
  const loader = JSON.stringify(import.meta.resolve("tsx/esm/api"));
  const worker = JSON.stringify(pathToFileURL(file()).href);
  return `import(${loader}).then(({ register }) => { register(); return import(${worker}); });`;
}

/** How large the heap of the thread may grow, in MiB: room for ten times the example, and a reason to clean up early. */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 };

function start(databaseUrl: string): Running {
  const worker = new Worker(bootstrap(), { eval: true, execArgv: [], workerData: { databaseUrl }, resourceLimits });
  const running: Running = { worker, databaseUrl, waiting: new Map(), jobs: 0 };
  running.worker.on("message", (answer: PrepareAnswer) => settle(running, answer));
  running.worker.on("error", (error) => endAll(running, error instanceof Error ? error : new Error(String(error))));
  running.worker.on("exit", () => endAll(running, new Error("The thread that prepares editions ended.")));
  running.worker.unref();
  return running;
}

function settle(running: Running, answer: PrepareAnswer): void {
  const waiting = running.waiting.get(answer.job);
  running.waiting.delete(answer.job);
  if (running.waiting.size === 0) running.worker.unref();
  if ("prepared" in answer) waiting?.resolve(answer.prepared);
  else waiting?.reject(new Error(answer.problem));
}

function endAll(running: Running, error: Error): void {
  if (holder[key] === running) holder[key] = undefined;
  for (const waiting of running.waiting.values()) waiting.reject(error);
  running.waiting.clear();
}
