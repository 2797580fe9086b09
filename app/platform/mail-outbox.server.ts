import { mailDueAt, occurrenceOf, type MailChoice } from "~/domain/work/mail";
import type { WaitingTask } from "~/domain/work/task";
import { tasksFor } from "~/domain/work/tasks";
import { findAssessmentRowIfAny } from "./assessment.server";
import { operateLater, type Db } from "./db.server";
import { newId } from "./ids.server";
import { readMailWishes, type MailWishes } from "./mail-choice.server";
import { findViewerIfAny } from "./viewer.server";
import { readStudyWork } from "./work.server";

/** How mail for a study is gathered. */
export interface Gathering {
  at: Date;
  /** Whoever changed something since it was gathered last: what only one person did she needn't be told. */
  by?: ReadonlySet<string>;
  /** What waits now is known: nothing of it is sent. */
  known?: boolean;
}

interface Waiting {
  userId: string;
  task: WaitingTask;
  key: string;
}

/**
 * Puts a row in the outbox for each task that newly waits for a member of a study. Each occurrence of a task has one row for each person, for
 * ever: it is sent once, or dropped at once where she did it herself, wants no mail, or is not to be told.
 */
export async function gatherMail(db: Db, assessmentId: string, { at, by = new Set(), known = false }: Gathering): Promise<number> {
  const waiting = await listWaitingTasks(db, assessmentId, at);
  const userIds = [...new Set(waiting.map(({ userId }) => userId))];
  const rows = await db.mailOutbox.findMany({ where: { assessmentId, userId: { in: userIds } }, select: { userId: true, key: true } });
  const had = new Set(rows.map(({ userId, key }) => `${userId} ${key}`));
  const fresh = waiting.filter(({ userId, key }) => !had.has(`${userId} ${key}`));
  if (fresh.length === 0) return 0;
  const wishes = await readMailWishes(db, userIds);
  const ownAct = (userId: string) => by.size === 1 && by.has(userId);
  const made = fresh.map(({ userId, key, task }) => {
    const dueAt = known || ownAct(userId) ? null : dueFor(wishes.get(userId), assessmentId, at);
    const kind = task.kind === "answer-mention" ? "mention" : "task";
    return { id: newId(at), userId, assessmentId, kind, key, at, dueAt: dueAt ?? at, droppedAt: dueAt ? null : at, tries: 0 };
  });
  await operateLater(async (tx) => {
    for (const row of made)
      await tx.mailOutbox.upsert({ where: { userId_key: { userId: row.userId, key: row.key } }, create: row, update: {} });
  });
  return made.filter(({ droppedAt }) => droppedAt === null).length;
}

function dueFor(wishes: (MailChoice & Pick<MailWishes, "muted">) | undefined, assessmentId: string, at: Date): Date | null {
  return wishes && !wishes.muted.has(assessmentId) ? mailDueAt(wishes, at) : null;
}

/** What waits for each member of a study whose account is open, by the rules of *My work*; nothing in a study that is closed. */
async function listWaitingTasks(db: Db, assessmentId: string, at: Date): Promise<Waiting[]> {
  const found = await db.assessment.findUnique({ where: { id: assessmentId }, select: { slug: true, closedAt: true } });
  const assessment = found && found.closedAt === null ? await findAssessmentRowIfAny(db, found.slug) : null;
  if (!assessment) return [];
  const members = await db.member.findMany({ where: { assessmentId, removedAt: null }, select: { userId: true } });
  const study = await readStudyWork(db, assessment, at);
  const waiting = await Promise.all(
    members.map(async ({ userId }) => {
      const role = (await findViewerIfAny(db, userId, at))?.roles[assessmentId];
      const tasks = role ? tasksFor(study, { id: userId, role }) : [];
      return tasks.map((task) => ({ userId, task, key: occurrenceOf(assessmentId, task) }));
    }),
  );
  return waiting.flat();
}

/** Whether nothing was ever gathered of a study. */
export async function isNewToMail(db: Db, assessmentId: string): Promise<boolean> {
  return (await db.mailOutbox.findFirst({ where: { assessmentId }, select: { id: true } })) === null;
}
