import { nextTryAt, occurrencesOf } from "~/domain/work/mail";
import { operate, type Db } from "./db.server";
import { log, loggedError } from "./log.server";
import { readMailWishes } from "./mail-choice.server";
import { deliver, type Mail } from "./mail.server";
import { listPersonWork } from "./person-work.server";
import { taskMail, type MailedTask } from "./task-mail.server";
import { findViewerIfAny, type Viewer } from "./viewer.server";

interface Row {
  id: string;
  key: string;
  tries: number;
}

/** A task with the keys of its rows in the outbox. */
interface Wanted extends MailedTask {
  keys: readonly string[];
}

const waiting = { sentAt: null, droppedAt: null };

/** Sends what is due, one mail for each person; says how many the mail server took. Several processes may do so at once. */
export async function sendDueMail(db: Db, at: Date): Promise<number> {
  const due = await db.mailOutbox.findMany({
    where: { ...waiting, dueAt: { lte: at } },
    distinct: ["userId"],
    select: { userId: true },
    orderBy: { dueAt: "asc" },
  });
  let sent = 0;
  for (const { userId } of due) sent += await sendTo(db, userId, at);
  return sent;
}

async function sendTo(db: Db, userId: string, at: Date): Promise<number> {
  try {
    const due = await db.mailOutbox.findMany({ where: { ...waiting, userId, dueAt: { lte: at } }, orderBy: { id: "asc" } });
    const viewer = await findViewerIfAny(db, userId, at);
    const wanted = viewer ? await wantedTasks(db, viewer, at) : [];
    const rows = (await claim(due, at)).filter(({ key }) => wanted.some(({ keys }) => keys.includes(key)));
    return viewer && rows.length > 0 ? await offer(viewer, wanted, rows, at) : 0;
  } catch (error) {
    log().error({ error: loggedError(error) }, notMade);
    await putOff(userId, at);
    return 0;
  }
}

const notMade = "mail about what waits for a person was not made";

async function offer(viewer: Viewer, wanted: readonly Wanted[], rows: readonly Row[], at: Date): Promise<number> {
  const tasks = wanted.filter(({ keys }) => rows.some(({ key }) => keys.includes(key)));
  const mail = mailOf(viewer, tasks);
  const outcome = mail ? await deliver(mail) : "refused";
  await settle(rows, outcome, at);
  return outcome === "sent" ? 1 : 0;
}

function mailOf(viewer: Viewer, tasks: readonly Wanted[]): Mail | null {
  try {
    return taskMail(viewer, tasks);
  } catch (error) {
    log().error({ error: loggedError(error) }, notMade);
    return null;
  }
}

/** What is due for a person, and of which nothing was offered to the mail server, is tried again later, as often as what it refuses. */
async function putOff(userId: string, at: Date): Promise<void> {
  await operate(async (tx) => {
    const rows = await tx.mailOutbox.findMany({ where: { ...waiting, userId, dueAt: { lte: at } } });
    for (const { id, tries } of rows) {
      const again = nextTryAt(tries + 1, at);
      const data = { tries: tries + 1, ...(again ? { dueAt: again } : { droppedAt: at }) };
      await tx.mailOutbox.updateMany({ where: { ...waiting, id, tries }, data });
    }
  });
}

/**
 * Claims what is due for a person, before it is offered: a claimed row counts as dropped until the mail server has taken it, so that a mail of
 * which nobody knows whether it went does not go again. Whoever is second at the first row leaves the rest to the other process.
 */
async function claim(due: readonly Row[], at: Date): Promise<Row[]> {
  return operate(async (tx) => {
    const claimed: Row[] = [];
    for (const { id, key, tries } of due) {
      const { count } = await tx.mailOutbox.updateMany({ where: { ...waiting, id, tries }, data: { tries: tries + 1, droppedAt: at } });
      if (count === 0) break;
      claimed.push({ id, key, tries: tries + 1 });
    }
    return claimed;
  });
}

/** What waits for a person, as far as she wants mail of it now. */
async function wantedTasks(db: Db, viewer: Viewer, at: Date): Promise<Wanted[]> {
  const wishes = (await readMailWishes(db, [viewer.id])).get(viewer.id);
  if (!wishes || wishes.when === "off") return [];
  const work = (await listPersonWork(db, viewer, at)).filter(({ assessment }) => !wishes.muted.has(assessment.id));
  return work.flatMap(({ assessment, tasks }) => tasks.map((task) => ({ assessment, task, keys: occurrencesOf(assessment.id, task) })));
}

async function settle(rows: readonly Row[], outcome: "sent" | "refused" | "in doubt", at: Date): Promise<void> {
  if (outcome === "in doubt") log().warn({ rows: rows.length }, "a mail may not have arrived and is not sent again");
  await operate(async (tx) => {
    for (const { id, tries } of rows) {
      const again = outcome === "refused" ? nextTryAt(tries, at) : null;
      if (outcome === "sent") await tx.mailOutbox.update({ where: { id }, data: { sentAt: at, droppedAt: null } });
      else if (again) await tx.mailOutbox.update({ where: { id }, data: { droppedAt: null, dueAt: again } });
    }
  });
}

/** Drops what waits to be sent, where this installation sends no mail any more. */
export async function dropWaitingMail(at: Date): Promise<void> {
  await operate((tx) => tx.mailOutbox.updateMany({ where: waiting, data: { droppedAt: at } }));
}
