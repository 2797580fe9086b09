import type { BegunPart } from "~/domain/document/compile-parts";
import { compileJobMove, heldCompileJobStates, mostCompileTries, type CompileJobMove } from "~/domain/moves/compile-job";
import type { CompileProblemCode } from "~/platform/compile-problem";
import { uniqueViolation } from "~/platform/database-errors.server";
import { operate, type Db, type Tx } from "~/platform/db.server";
import { dropStage } from "~/platform/staged-files.server";
import { removeUnnamedFiles } from "~/platform/unnamed-files.server";
import { readJob } from "./compile-job";

/** How long a process that says nothing still counts as working on a job, in milliseconds. */
const heldFor = 30_000;

const until = (at: Date) => new Date(at.getTime() + heldFor);

/** A job that this process works on. Its `tries` count which try this is: of an earlier one, nothing that is written of it counts. */
export type HeldJob = ReturnType<typeof readJob<Awaited<ReturnType<typeof findJob>>>>;

type Try = Pick<HeldJob, "id" | "holder" | "tries">;

/** The row of a job while this try of it is the one that is worked on. */
const heldTry = ({ id, holder, tries }: Try) => ({ id, holder, tries, state: { in: [...heldCompileJobStates] } });

/** The stage on which the files of a try stand: each drops its own alone. */
export const stageOf = ({ id, tries }: Pick<HeldJob, "id" | "tries">) => `${id}.${tries}`;

const findJob = (db: Db, id: string) => db.compileJob.findUniqueOrThrow({ where: { id } });

/**
 * Takes the job that waits longest of a study of which none is being made, for a process; null when there is none. Of several processes one gets it.
 * `except`: jobs of which the process has not ended an earlier try yet.
 */
export async function claimNext(db: Db, holder: string, at: Date, except: readonly string[] = []): Promise<HeldJob | null> {
  const { from, to } = compileJobMove("claim");
  const busy = (await db.compileJob.findMany({ where: { place: { not: null } }, select: { place: true } })).flatMap(
    ({ place }) => place ?? [],
  );
  const waiting = await db.compileJob.findMany({
    where: { id: { notIn: [...except] }, state: { in: from }, assessmentId: { notIn: busy } },
    select: { id: true, assessmentId: true },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
  });
  for (const { id, assessmentId } of waiting) {
    const begun = { startedAt: at, parts: "[]", tries: { increment: 1 } };
    const data = { ...begun, state: to, place: assessmentId, holder, heldUntil: until(at) };
    const claimed = await operate((tx) => tx.compileJob.updateMany({ where: { id, state: { in: from } }, data })).catch(nobody);
    if (claimed.count > 0) return readJob(await findJob(db, id));
  }
  return null;
}

/** Another process took a job of the same study at this moment. */
function nobody(error: unknown): { count: number } {
  if (uniqueViolation(error)) return { count: 0 };
  throw error;
}

/** Says that a process still works on what it holds; gives the ids of the jobs that it holds no more. */
export async function sayStillHeld(db: Db, holder: string, ids: readonly string[], at: Date): Promise<string[]> {
  if (ids.length === 0) return [];
  const where = { id: { in: [...ids] }, holder, state: { in: [...heldCompileJobStates] } };
  const { count } = await operate((tx) => tx.compileJob.updateMany({ where, data: { heldUntil: until(at) } }));
  if (count === ids.length) return [];
  const held = new Set((await db.compileJob.findMany({ where, select: { id: true } })).map(({ id }) => id));
  return ids.filter((id) => !held.has(id));
}

/** Notes which parts of a job were begun. */
export async function noteParts(job: HeldJob, parts: readonly BegunPart[]): Promise<void> {
  await write(job, { parts: JSON.stringify(parts) });
}

/** Notes which files are kept before the edition that names them is recorded. */
export async function noteStored(job: HeldJob, hashes: readonly string[]): Promise<void> {
  await write(job, { stored: JSON.stringify(hashes) });
}

async function write(held: Try, data: { parts?: string; stored?: string }): Promise<void> {
  await operate((tx) => tx.compileJob.updateMany({ where: heldTry(held), data }));
}

type Settling = Exclude<CompileJobMove, "claim" | "cancel">;

/** How a job that a process holds goes on. */
interface Settled {
  at: Date;
  editionId?: string;
  unchanged?: boolean;
  problem?: CompileProblemCode;
}

/** Moves a job that a process holds; says whether it still held it. Inside the change that records an edition, it stands or falls with that. */
export async function settleJob(tx: Pick<Tx, "compileJob">, held: Try, name: Settling, settled: Settled): Promise<boolean> {
  return settleWhere(tx, heldTry(held), name, settled);
}

async function settleWhere(
  tx: Pick<Tx, "compileJob">,
  where: ReturnType<typeof heldTry> & { heldUntil?: Date | null },
  name: Settling,
  { at, ...more }: Settled,
): Promise<boolean> {
  const { to } = compileJobMove(name);
  const ends = name === "put-back" ? { holder: null } : { endedAt: at };
  const { count } = await tx.compileJob.updateMany({
    where,
    data: { ...more, ...ends, state: to, place: null, heldUntil: null },
  });
  return count > 0;
}

/** Gives a job back as if it had not been begun: the program stops, not it. */
export async function giveBack(job: HeldJob): Promise<void> {
  const data = { state: compileJobMove("put-back").to, place: null, holder: null, heldUntil: null, tries: job.tries - 1, parts: "[]" };
  await operate((tx) => tx.compileJob.updateMany({ where: heldTry(job), data }));
}

interface Looking {
  alone: boolean;
  except?: readonly string[];
}

/**
 * Looks after the jobs whose process is lost: each is begun once more, and then fails. What was written of it goes. `alone`: no other process works
 * on this database, so that whatever is held by another is lost. `except`: jobs of which this process has not ended its own try yet.
 */
export async function takeUpLost(db: Db, holder: string, at: Date, { alone, except = [] }: Looking): Promise<void> {
  const where = { id: { notIn: [...except] }, state: { in: [...heldCompileJobStates] } };
  const lost = alone ? { ...where, NOT: { holder } } : { ...where, heldUntil: { lt: at } };
  for (const row of await db.compileJob.findMany({ where: lost })) {
    const job = readJob(row);
    const again = job.tries < mostCompileTries;
    const settled = again ? ({ at } as const) : ({ at, problem: "lost" } as const);
    // Whose process said meanwhile that it works on it is not lost.
    const where = { ...heldTry(job), heldUntil: job.heldUntil };
    const held = await operate((tx) => settleWhere(tx, where, again ? "put-back" : "fail", settled));
    if (held) await clearJob(db, job);
  }
}

/** Takes away what this try of a job and those before it wrote and did not record, on their stages and kept. */
export async function clearJob(db: Db, { id, tries, stored }: Pick<HeldJob, "id" | "tries" | "stored">): Promise<void> {
  for (let each = 1; each <= tries; each += 1) await dropStage(stageOf({ id, tries: each }));
  await removeUnnamedFiles(db, stored);
}
