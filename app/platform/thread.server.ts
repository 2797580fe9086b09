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
  /** Ends the thread once it has had nothing to do for a while. */
  idle: NodeJS.Timeout | undefined;
}

/** How long a thread stays without an order, in milliseconds: what it holds in memory is given back then. */
const idleMs = 60_000;

const key = Symbol.for("grondslag.threads");
const holder = globalThis as { [key]?: Map<string, Running> };
const threads = (holder[key] ??= new Map());

/**
 * Does heavy work in a thread of its own, so that no page waits for it. In a thread already, and where TypeScript can't be run in one (a test without
 * the loader), it is done here. The thread stays a while for the next order and never keeps the process alive.
 */
export async function inThread<Order, Answer>(thread: ThreadOf<Order, Answer>, order: Order): Promise<Answer> {
  if (!isMainThread || !hasThread(thread.file)) return thread.here(order);
  const running = threads.get(thread.file) ?? start(thread.file);
  // Both sides of the thread are one program, and the order says what comes back.
  return (await send(running, order)) as Answer;
}

function send(running: Running, order: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    clearTimeout(running.idle);
    const job = (running.jobs += 1);
    running.waiting.set(job, { resolve, reject });
    running.worker.ref();
    running.worker.postMessage({ job, order });
  });
}

/**
 * Says whether there is a thread for a file below `app/`: it stands in the build, or the program runs under tsx, whose loader a thread inherits.
 */
export function hasThread(file: string): boolean {
  return isBuilt(file) || (process.execArgv.some((argument) => argument.includes("tsx")) && existsSync(sourceOf(file)));
}

const sourceOf = (file: string) => join(projectRoot(), "app", file);
const builtOf = (file: string) => join(projectRoot(), "build", "threads", file.replace(/\.ts$/u, ".js"));

/** In development the sources are newer than a build. */
const isBuilt = (file: string) => process.env.NODE_ENV === "production" && existsSync(builtOf(file));

/** The loader of TypeScript, found from the project: the server of development can't resolve a name by itself. */
function loaderPath(): string {
  const tsx = createRequire(join(projectRoot(), "package.json")).resolve("tsx/package.json");
  return join(dirname(tsx), "dist", "esm", "api", "index.mjs");
}

/** What a thread that runs sources starts with, in plain Node: it takes the loader of TypeScript first, and then the file. */
function bootstrap(file: string): string {
  const loader = JSON.stringify(pathToFileURL(loaderPath()).href);
  return `import(${loader}).then(({ register }) => { register(); return import(${JSON.stringify(pathToFileURL(sourceOf(file)).href)}); });`;
}

/** A thread for a file below `app/`, with what it is told from the start. */
export function startWorker(file: string, workerData: unknown = null): Worker {
  const options = { execArgv: [], resourceLimits, workerData };
  return isBuilt(file) ? new Worker(builtOf(file), options) : new Worker(bootstrap(file), { ...options, eval: true });
}

/** How large the heap of a thread may grow, in MiB: room for the largest file, and a reason to clean up early. */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 };

function start(file: string): Running {
  const worker = startWorker(file);
  const running: Running = { worker, waiting: new Map(), jobs: 0, idle: undefined };
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
  if (running.waiting.size === 0) rest(running);
  if ("answer" in told) waiting?.resolve(told.answer);
  else waiting?.reject(new Error(told.problem));
}

function rest(running: Running): void {
  running.worker.unref();
  running.idle = setTimeout(() => {
    for (const [file, one] of threads) if (one === running) threads.delete(file);
    void running.worker.terminate();
  }, idleMs).unref();
}
