import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { buildEdition, type BuiltEdition, type EditionOrder } from "./build-edition.server";
import type { CompileAnswer } from "./compile-worker";
import { projectRoot } from "./project-root.server";

interface Waiting {
  resolve(built: BuiltEdition): void;
  reject(error: Error): void;
}

interface Running {
  worker: Worker;
  waiting: Map<number, Waiting>;
  jobs: number;
}

const key = Symbol.for("grondslag.compile-worker");
const holder = globalThis as { [key]?: Running | undefined };

/**
 * Builds an edition in a thread of its own, so that nobody waits for it at another page. Where TypeScript can't be run in a thread
 * (a test without the loader) it is built here. The thread stays for the next edition and never keeps the process alive.
 */
export function buildInWorker(order: EditionOrder): Promise<BuiltEdition> {
  if (!canRunTypeScript()) return buildEdition(order);
  const running = (holder[key] ??= start());
  return new Promise((resolve, reject) => {
    const job = (running.jobs += 1);
    running.waiting.set(job, { resolve, reject });
    running.worker.ref();
    running.worker.postMessage({ job, order });
  });
}

const file = () => join(projectRoot(), "app", "platform", "compile-worker.ts");

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

function start(): Running {
  const running: Running = { worker: new Worker(bootstrap(), { eval: true, execArgv: [] }), waiting: new Map(), jobs: 0 };
  running.worker.on("message", (answer: CompileAnswer) => settle(running, answer));
  running.worker.on("error", (error) => endAll(running, error instanceof Error ? error : new Error(String(error))));
  running.worker.on("exit", () => endAll(running, new Error("The thread that compiles editions ended.")));
  running.worker.unref();
  return running;
}

function settle(running: Running, answer: CompileAnswer): void {
  const waiting = running.waiting.get(answer.job);
  running.waiting.delete(answer.job);
  if (running.waiting.size === 0) running.worker.unref();
  if ("built" in answer) waiting?.resolve(answer.built);
  else waiting?.reject(new Error(answer.problem));
}

function endAll(running: Running, error: Error): void {
  if (holder[key] === running) holder[key] = undefined;
  for (const waiting of running.waiting.values()) waiting.reject(error);
  running.waiting.clear();
}
