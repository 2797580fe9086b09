import { stepsOfCompiling, type CompileEnd } from "~/domain/document/compile-parts";
import { compileJobMove, mayMoveCompileJob, openCompileJobStates, toldCompileJobStates } from "~/domain/moves/compile-job";
import { can } from "~/domain/permissions";
import type { AssessmentRow } from "~/platform/assessment.server";
import { compileParts } from "~/platform/build-edition.server";
import { compileProblems } from "~/platform/compile-problem";
import { operate, type Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { namesOfUsers } from "~/platform/names-of-users.server";
import { refuse } from "~/platform/refusal.server";
import { readJob } from "./compile-job";

/** A job of a study as its page shows it, and what became of it. Whoever asked for it has then seen how it ended. */
export async function openJob(db: Db, user: Viewer, assessment: AssessmentRow, id: string | undefined, at: Date) {
  const row = await db.compileJob.findFirst({ where: { id: id ?? "", assessmentId: assessment.id } });
  if (!row) throw refuse("not-found");
  const job = readJob(row);
  const { state, purpose, languages, parts, askedAt, endedAt, unchanged, problem } = job;
  const isOpen = openCompileJobStates.includes(state);
  const [names, before, edition] = await Promise.all([
    namesOfUsers(db, [job.askedById]),
    mayMoveCompileJob(state, "claim") ? countBefore(db, job) : 0,
    job.editionId ? db.edition.findUnique({ where: { id: job.editionId }, select: { number: true, draft: true } }) : null,
  ]);
  await noteSeen(db, { id: job.id }, user, at);
  return {
    path: `/assessments/${assessment.slug}/editions`,
    ...{ state, purpose, languages, askedAt, endedAt, unchanged, before, edition, isOpen },
    askedBy: names.get(job.askedById) ?? null,
    problem: problem === null ? null : (compileProblems.find((one) => one === problem) ?? "failed"),
    steps: stepsOfCompiling(compileParts(languages), parts, endOf(job)),
    done: parts.length,
    of: job.partCount,
    mayCancel: isOpen && can(user, "edition.compile", assessment),
  };
}

/** What the page of a job shows. */
export type OpenedJob = Awaited<ReturnType<typeof openJob>>;

function endOf({ state, endedAt }: Pick<ReturnType<typeof readJob>, "state"> & { endedAt: Date | null }): CompileEnd {
  if (openCompileJobStates.includes(state)) return { standing: "running", at: null };
  return { standing: state === compileJobMove("finish").to ? "done" : "broken-off", at: endedAt };
}

/** How many drafts wait or are made before a job that waits. */
function countBefore(db: Db, { askedAt, id }: { askedAt: Date; id: string }): Promise<number> {
  const earlier = { OR: [{ askedAt: { lt: askedAt } }, { askedAt, id: { lt: id } }] };
  return db.compileJob.count({ where: { state: { in: [...openCompileJobStates] }, ...earlier } });
}

/** Notes that whoever asked for a draft has seen how it ended: *My work* no longer tells of it. */
export async function noteSeen(db: Db, which: { id: string } | { editionId: string }, user: Viewer, at: Date): Promise<void> {
  const where = { ...which, askedById: user.id, seenAt: null, state: { in: [...toldCompileJobStates] } };
  if ((await db.compileJob.count({ where })) === 0) return;
  await operate((tx) => tx.compileJob.updateMany({ where, data: { seenAt: at } }));
}

/** The jobs of a study that wait or are worked on, first come first. */
export async function listOpenJobs(db: Db, assessmentId: string) {
  const rows = await db.compileJob.findMany({
    where: { assessmentId, state: { in: [...openCompileJobStates] } },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
  });
  const names = await namesOfUsers(
    db,
    rows.map(({ askedById }) => askedById),
  );
  return rows.map(readJob).map(({ id, state, askedAt, askedById }) => ({
    id,
    isWaiting: mayMoveCompileJob(state, "claim"),
    askedAt,
    askedBy: names.get(askedById) ?? null,
  }));
}
