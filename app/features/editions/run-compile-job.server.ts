import type { BegunPart, CompilePart } from "~/domain/document/compile-parts";
import { can } from "~/domain/permissions";
import { personNow } from "~/platform/acting.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import { citeSources } from "~/platform/citations.server";
import { CompileProblem } from "~/platform/compile-problem";
import { db, operate, type Tx } from "~/platform/db.server";
import { startOwnThread, type OwnThread } from "~/platform/own-thread.server";
import { pngOf } from "~/platform/picture-work.server";
import { dropStage } from "~/platform/staged-files.server";
import { findViewerIfAny } from "~/platform/viewer.server";
import { keepEdition, namedParts } from "./compile-edition.server";
import { clearJob, noteParts, noteStored, settleJob, stageOf, type HeldJob } from "./held-jobs.server";
import { prepareUnlessSame, type EditionOrder, type PreparedEdition, type SameEdition } from "./prepare-edition.server";

/** What a job comes to while it is worked on; tells how to end it as soon as that can be done. */
type Begin = (order: EditionOrder, hear: (part: CompilePart) => void) => OwnThread<PreparedEdition | SameEdition>;

const thread = {
  file: "features/editions/compile-thread.ts",
  here: prepareUnlessSame,
  answers: { cite: citeSources, png: pngOf },
};

/** Prepares the edition of a job in a thread of its own, which ends with it. */
export const inOwnThread: Begin = (order, hear) => startOwnThread(thread, order, hear);

/** The clock, what is told how to end the thread once there is one, and how the edition is prepared. */
interface Running {
  now: () => Date;
  begun?: (end: () => Promise<void>) => void;
  begin?: Begin;
}

/**
 * Makes the draft of a job that this process holds, and records it as whoever asked for it, who must still be allowed to.
 * A job that was called off meanwhile leaves nothing.
 */
export async function runCompileJob(job: HeldJob, { now, begun, begin = inOwnThread }: Running): Promise<void> {
  // What a process wrote of it that was lost before it, where whoever took the job up was lost too before it had cleared that away.
  await clearJob(db, job);
  const order = await orderOf(job, now());
  const progress = progressOf(job, now);
  const work = begin(order, progress.note);
  begun?.(() => work.end());
  try {
    const outcome = await work.answer;
    await progress.written();
    if ("same" in outcome) {
      const { id } = outcome.same;
      await operate((tx) => settleJob(tx, job, "finish", { at: now(), editionId: id, unchanged: true }));
    } else {
      progress.note({ part: "record" });
      await record(job, order, outcome, now());
    }
  } finally {
    await progress.written().catch(() => undefined);
    await dropStage(stageOf(job));
  }
}

async function orderOf(job: HeldJob, at: Date): Promise<EditionOrder> {
  const { id, assessmentId, askedById, languages, purpose } = job;
  const named = await db.assessment.findUnique({ where: { id: assessmentId }, select: { slug: true } });
  const assessment = named && (await findAssessmentRowIfAny(db, named.slug));
  const person = await findViewerIfAny(db, askedById, at);
  if (!assessment || !person || !can(person, "edition.compile", { assessmentId })) throw new CompileProblem("not-allowed");
  if (!languages.every((language) => assessment.languages.includes(language))) throw new CompileProblem("languages");
  // The draft has the id of the job that makes it: what is written of it can be found again after whatever happens to this process.
  return { editionId: id, stage: stageOf(job), assessment: namedParts(assessment), languages, purpose, at };
}

/** Notes the parts one after the other, as they are heard. */
function progressOf(job: HeldJob, now: () => Date) {
  const parts: BegunPart[] = [];
  let last: Promise<void> = Promise.resolve();
  return {
    note: (part: CompilePart) => {
      parts.push({ part, at: now().toISOString() });
      const so = [...parts];
      last = last.then(() => noteParts(job, so));
      last.catch(() => undefined);
    },
    written: () => last,
  };
}

async function record(job: HeldJob, { assessment }: EditionOrder, prepared: PreparedEdition, at: Date): Promise<void> {
  const context: ChangeContext = { by: await asker(job, at), at, request: job.request };
  await noteStored(
    job,
    prepared.built.files.map(({ sha256 }) => sha256),
  );
  await keepEdition(context, { id: job.id, assessment, languages: job.languages, prepared }, async (tx: Tx) => {
    const person = await personNow(tx, context, assessment.id);
    if (!can(person, "edition.compile", { assessmentId: assessment.id })) throw new CompileProblem("not-allowed");
    const held = await settleJob(tx, job, "finish", { at, editionId: job.id });
    if (!held) throw new CompileProblem("lost", "Another works on it, or it was called off.");
  });
}

async function asker({ askedById, assessmentId }: HeldJob, at: Date): Promise<ChangeContext["by"]> {
  const person = await findViewerIfAny(db, askedById, at);
  if (!person) throw new CompileProblem("not-allowed");
  return { kind: "user", id: person.id, name: person.name, role: person.roles[assessmentId] ?? "none" };
}
