import { mailDueAt, occurrencesOf, type MailChoice } from "~/domain/work/mail";
import type { WaitingTask } from "~/domain/work/task";
import { tasksFor } from "~/domain/work/tasks";
import { findAssessmentRowIfAny } from "./assessment.server";
import { operateLater, type Db } from "./db.server";
import { newId } from "./ids.server";
import { headOf } from "./live-events.server";
import { readMailWishes, type MailWishes } from "./mail-choice.server";
import { findViewerIfAny } from "./viewer.server";
import { readStudyWork } from "./work.server";

/** How mail for a study is gathered. */
export interface Gathering {
  at: Date;
  /** The newest event when it was gathered last: what only one person did since then she needn't be told. Without it everybody is told. */
  after?: number | undefined;
  /** What waits now is known: nothing of it is sent. */
  known?: boolean;
}

/** What was gathered: how many rows are to be sent, and the newest event that is surely in it. */
export interface Gathered {
  told: number;
  upTo: number;
}

interface Waiting {
  userId: string;
  task: WaitingTask;
  keys: readonly string[];
}

interface OutboxRow {
  id: string;
  userId: string;
  key: string;
}

/**
 * Puts rows in the outbox for each task that newly waits for a member of a study. Each occurrence of a task has one row for each person while it
 * waits: it is sent once, or dropped at once where she did it herself, wants no mail, or is not to be told.
 */
export async function gatherMail(db: Db, assessmentId: string, { at, after, known = false }: Gathering): Promise<Gathered> {
  // What is read in this order misses nobody's act: the work is never older than the head and the rows, and never newer than who acted.
  const upTo = await headOf(db, assessmentId);
  const rows = await listRows(db, assessmentId);
  const { userIds, waiting } = await listWaitingTasks(db, assessmentId, at);
  const by = after === undefined ? [] : await db.event.groupBy({ by: ["byId"], where: { chain: assessmentId, seq: { gt: after } } });
  const had = new Set(rows.map(nameOf));
  const fresh = waiting
    .flatMap(({ userId, task, keys }) => keys.map((key) => ({ userId, task, key })))
    .filter((one) => !had.has(nameOf(one)));
  const now = new Set(waiting.flatMap(({ userId, keys }) => keys.map((key) => nameOf({ userId, key }))));
  const over = rows.filter((row) => userIds.has(row.userId) && !now.has(nameOf(row)));
  if (fresh.length + over.length === 0) return { told: 0, upTo };
  const wishes = await readMailWishes(db, [...userIds]);
  const ownAct = (userId: string) => by.length === 1 && by[0]?.byId === userId;
  const made = fresh.map(({ userId, key, task }) => {
    const dueAt = known || ownAct(userId) ? null : dueFor(wishes.get(userId), assessmentId, at);
    const kind = task.kind === "answer-mention" ? "mention" : "task";
    return { id: newId(at), userId, assessmentId, kind, key, at, dueAt: dueAt ?? at, droppedAt: dueAt ? null : at, tries: 0 };
  });
  await operateLater(async (tx) => {
    for (const { id, key } of over) await tx.mailOutbox.updateMany({ where: { id, key }, data: { key: `${overMark}${id} ${key}` } });
    for (const row of made)
      await tx.mailOutbox.upsert({ where: { userId_key: { userId: row.userId, key: row.key } }, create: row, update: {} });
  });
  return { told: made.filter(({ droppedAt }) => droppedAt === null).length, upTo };
}

const nameOf = ({ userId, key }: Pick<OutboxRow, "userId" | "key">) => `${userId} ${key}`;

/** Before the key of a row whose occurrence is over: when it waits again it has a new row. */
const overMark = "over ";

/** The rows of what waited when it was gathered last. */
function listRows(db: Db, assessmentId: string): Promise<OutboxRow[]> {
  return db.mailOutbox.findMany({
    where: { assessmentId, NOT: { key: { startsWith: overMark } } },
    select: { id: true, userId: true, key: true },
  });
}

function dueFor(wishes: (MailChoice & Pick<MailWishes, "muted">) | undefined, assessmentId: string, at: Date): Date | null {
  return wishes && !wishes.muted.has(assessmentId) ? mailDueAt(wishes, at) : null;
}

interface MembersWork {
  /** Whose work it is; nobody's in a study that is closed. */
  userIds: ReadonlySet<string>;
  waiting: readonly Waiting[];
}

/** What waits for each member of a study whose account is open, by the rules of *My work*. */
async function listWaitingTasks(db: Db, assessmentId: string, at: Date): Promise<MembersWork> {
  const found = await db.assessment.findUnique({ where: { id: assessmentId }, select: { slug: true, closedAt: true } });
  const assessment = found && found.closedAt === null ? await findAssessmentRowIfAny(db, found.slug) : null;
  if (!assessment) return { userIds: new Set(), waiting: [] };
  const members = await db.member.findMany({ where: { assessmentId, removedAt: null }, select: { userId: true } });
  const study = await readStudyWork(db, assessment, at);
  const viewers = await Promise.all(members.map(({ userId }) => findViewerIfAny(db, userId, at)));
  const workers = viewers.flatMap((viewer) => {
    const role = viewer?.roles[assessmentId];
    return viewer && role ? [{ id: viewer.id, role }] : [];
  });
  const waiting = workers.flatMap((who) =>
    tasksFor(study, who).map((task) => ({ userId: who.id, task, keys: occurrencesOf(assessmentId, task) })),
  );
  return { userIds: new Set(workers.map(({ id }) => id)), waiting };
}

/** Whether nothing was ever gathered of a study. */
export async function isNewToMail(db: Db, assessmentId: string): Promise<boolean> {
  return (await db.mailOutbox.findFirst({ where: { assessmentId }, select: { id: true } })) === null;
}
