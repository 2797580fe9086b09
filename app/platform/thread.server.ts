import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { isMainThread, Worker } from "node:worker_threads";
import { projectRoot } from "./project-root.server";

/** A thread for one kind of work: the file that does it, below `app/`, and the same work in this thread where no other can be had. */
export interface ThreadOf<Order, Answer> {
  file: string;
  here(order: Order): Promise<Answer>;
}

/** What a thread answers: the answer to an order, or what went wrong (a message only, no content). */
export type ThreadAnswer = { job: number; answer: unknown } | { job: number; problem: string };

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

interface Running {
  worker: Worker;
  waiting: Map<number, Waiting>;
  jobs: number;
}

const key = Symbol.for("grondslag.threads");
const holder = globalThis as { [key]?: Map<string, Running> };
const threads = (holder[key] ??= new Map());

/**
 * Does heavy work in a thread of its own, so that no page waits for it. In a thread already, and where TypeScript can't be run in one (a test without
 * the loader), it is done here. The thread stays for the next order and never keeps the process alive.
 */
export async function inThread<Order, Answer>(thread: ThreadOf<Order, Answer>, order: Order): Promise<Answer> {
  if (!isMainThread || !canRunTypeScript(thread.file)) return thread.here(order);
  const running = threads.get(thread.file) ?? start(thread.file);
  // Both sides of the thread are one program, and the order says what comes back.
  return (await send(running, order)) as Answer;
}

function send(running: Running, order: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const job = (running.jobs += 1);
    running.waiting.set(job, { resolve, reject });
    running.worker.ref();
    running.worker.postMessage({ job, order });
  });
}

/** Says whether a thread can run a file below `app/`: the program runs under tsx, whose loader a thread inherits. */
export function canRunTypeScript(file: string): boolean {
  return process.execArgv.some((argument) => argument.includes("tsx")) && existsSync(pathOf(file));
}

const pathOf = (file: string) => join(projectRoot(), "app", file);

/** The loader of TypeScript, found from the project: the server of development can't resolve a name by itself. */
function loaderPath(): string {
  const tsx = createRequire(join(projectRoot(), "package.json")).resolve("tsx/package.json");
  return join(dirname(tsx), "dist", "esm", "api", "index.mjs");
}

/** A thread starts with plain Node: it takes the loader of TypeScript first, and then the file. */
function bootstrap(file: string): string {
  const loader = JSON.stringify(pathToFileURL(loaderPath()).href);
  return `import(${loader}).then(({ register }) => { register(); return import(${JSON.stringify(pathToFileURL(pathOf(file)).href)}); });`;
}

/** A thread for a file below `app/`, with what it is told from the start. */
export function startWorker(file: string, workerData: unknown = null): Worker {
  return new Worker(bootstrap(file), { eval: true, execArgv: [], resourceLimits, workerData });
}

/** How large the heap of a thread may grow, in MiB: room for the largest file, and a reason to clean up early. */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 };

function start(file: string): Running {
  const worker = startWorker(file);
  const running: Running = { worker, waiting: new Map(), jobs: 0 };
  threads.set(file, running);
  const end = (error: Error) => {
    if (threads.get(file) === running) threads.delete(file);
    for (const waiting of running.waiting.values()) waiting.reject(error);
    running.waiting.clear();
  };
  worker.on("message", (told: ThreadAnswer) => settle(running, told));
  worker.on("error", (error) => end(error instanceof Error ? error : new Error(String(error))));
  worker.on("exit", () => end(new Error(`The thread of ${file} ended.`)));
  worker.unref();
  return running;
}

function settle(running: Running, told: ThreadAnswer): void {
  const waiting = running.waiting.get(told.job);
  running.waiting.delete(told.job);
  if (running.waiting.size === 0) running.worker.unref();
  if ("answer" in told) waiting?.resolve(told.answer);
  else waiting?.reject(new Error(told.problem));
}
