import { randomBytes } from "node:crypto";
import { mostCompileTries } from "~/domain/moves/compile-job";
import { compileProblemOf } from "~/platform/compile-problem";
import { databaseTrouble } from "~/platform/database-errors.server";
import { currentDatabase, db, operate } from "~/platform/db.server";
import { log, loggedError } from "~/platform/log.server";
import { claimNext, giveBack, sayStillHeld, settleJob, takeUpLost, type HeldJob } from "./held-jobs.server";
import { runCompileJob } from "./run-compile-job.server";

/** How many drafts one process makes at once. */
const atOnce = 2;

/** Between two looks at what waits, in milliseconds: what is asked for in this process is begun at once. */
const lookEvery = 2_000;

interface Run {
  job: HeldJob;
  /** Its thread is to end, or not to begin. */
  ends: boolean;
  /** Ends its thread; there is none at first. */
  endThread: () => Promise<void>;
  over: Promise<void>;
  /** It ended and that is not written yet: the database could not be written. */
  failed?: unknown;
}

interface Loop {
  holder: string;
  now: () => Date;
  runs: Map<string, Run>;
  look: () => Promise<void>;
  stopping: boolean;
}

// One process has one loop, also when a development reload loads this file again.
const key = Symbol.for("grondslag.compiling");
const holder = globalThis as { [key]?: Loop | undefined };

/** Begins to make the drafts that are asked for, while this process runs; gives what ends it. What it has not finished then, the next start does. */
export async function startCompiling(now: () => Date): Promise<() => Promise<void>> {
  const loop = newLoop(now);
  holder[key] = loop;
  // The embedded database is this process's alone, so whatever is held there was held by one that is gone.
  await takeUpLost(db, loop.holder, now(), { alone: currentDatabase().dialect === "sqlite" });
  const timer = setInterval(() => wakeCompiling(), lookEvery).unref();
  wakeCompiling();
  return async () => {
    clearInterval(timer);
    holder[key] = undefined;
    await stop(loop);
  };
}

/** Looks at once whether a draft waits, in this process. */
export function wakeCompiling(): void {
  const loop = holder[key];
  void loop?.look().catch((error: unknown) => warn(error));
}

/** Ends what this process does for a job that was called off. */
export async function endHere(id: string): Promise<void> {
  const run = holder[key]?.runs.get(id);
  if (!run) return;
  await endRun(run);
  await run.over;
}

function newLoop(now: () => Date): Loop {
  const loop: Loop = { holder: randomBytes(12).toString("hex"), now, runs: new Map(), look: () => Promise.resolve(), stopping: false };
  let looking: Promise<void> | null = null;
  let again = false;
  loop.look = () => {
    again = looking !== null;
    return (looking ??= lookAround(loop).finally(() => {
      looking = null;
      if (again && !loop.stopping) wakeCompiling();
    }));
  };
  return loop;
}

async function lookAround(loop: Loop): Promise<void> {
  const at = loop.now();
  for (const run of loop.runs.values()) if ("failed" in run) await settle(loop, run);
  // Where this process stood still for longer than it holds a job, it says first that it goes on: what it works on itself is not lost.
  const gone = new Set(await sayStillHeld(db, loop.holder, [...loop.runs.keys()], at));
  for (const run of loop.runs.values()) if (gone.has(run.job.id)) await endRun(run);
  await takeUpLost(db, loop.holder, at, { alone: false, except: [...loop.runs.keys()] });
  while (loop.runs.size < atOnce && !loop.stopping) {
    const job = await claimNext(db, loop.holder, loop.now(), [...loop.runs.keys()]);
    if (!job) return;
    begin(loop, job);
  }
}

function begin(loop: Loop, job: HeldJob): void {
  const run: Run = { job, ends: false, endThread: () => Promise.resolve(), over: Promise.resolve() };
  loop.runs.set(job.id, run);
  const begun = (end: () => Promise<void>) => {
    run.endThread = end;
    if (run.ends) void end();
  };
  run.over = runCompileJob(job, { now: loop.now, begun }).then(
    () => leave(loop, run),
    async (error: unknown) => {
      run.failed = error;
      await settle(loop, run).catch(warn);
    },
  );
}

async function endRun(run: Run): Promise<void> {
  run.ends = true;
  await run.endThread();
}

function leave(loop: Loop, { job }: Run): void {
  loop.runs.delete(job.id);
  if (!loop.stopping) wakeCompiling();
}

/** Says of a job why it was not made; where the database was away it is tried once more, and where it still is, said at the next look. */
async function settle(loop: Loop, run: Run): Promise<void> {
  const { job, failed } = run;
  if (loop.stopping) await giveBack(job);
  else {
    const trouble = databaseTrouble(failed);
    const problem = trouble === "full" ? "disk-full" : compileProblemOf(failed);
    const again = trouble === "away" && job.tries < mostCompileTries;
    const settled = again ? { at: loop.now() } : { at: loop.now(), problem };
    const held = await operate((tx) => settleJob(tx, job, again ? "put-back" : "fail", settled));
    if (held) log().error({ job: job.id, problem, error: loggedError(failed) }, "a draft was not made");
  }
  leave(loop, run);
}

async function stop(loop: Loop): Promise<void> {
  loop.stopping = true;
  const runs = [...loop.runs.values()];
  for (const run of runs) await endRun(run);
  await Promise.all(runs.map(({ over }) => over));
}

function warn(error: unknown): void {
  log().error({ error: loggedError(error) }, "the drafts that are asked for were not looked at");
}
