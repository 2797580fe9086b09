import { nextTryAt, occurrenceOf } from "~/domain/work/mail";
import { operate, type Db } from "./db.server";
import { log } from "./log.server";
import { readMailWishes } from "./mail-choice.server";
import { deliver } from "./mail.server";
import { listPersonWork } from "./person-work.server";
import { taskMail, type MailedTask } from "./task-mail.server";
import { findViewerIfAny, type Viewer } from "./viewer.server";

interface Row {
  id: string;
  key: string;
  assessmentId: string;
  tries: number;
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
  const rows = await claim(userId, at);
  const viewer = rows.length > 0 ? await findViewerIfAny(db, userId, at) : null;
  const tasks = viewer ? await stillWaiting(db, viewer, rows, at) : [];
  if (!viewer || tasks.length === 0) return 0;
  const outcome = await deliver(taskMail(viewer, tasks));
  const told = rows.filter(({ key }) => tasks.some((task) => task.key === key));
  await settle(told, outcome, at);
  return outcome === "sent" ? 1 : 0;
}

/**
 * Claims what is due for a person, before it is sent: a claimed row counts as dropped until the mail server has taken it, so that a mail of
 * which nobody knows whether it went does not go again. Whoever is second at the first row leaves the rest to the other process.
 */
async function claim(userId: string, at: Date): Promise<Row[]> {
  return operate(async (tx) => {
    const rows = await tx.mailOutbox.findMany({ where: { ...waiting, userId, dueAt: { lte: at } }, orderBy: { id: "asc" } });
    const claimed: Row[] = [];
    for (const { id, key, assessmentId, tries } of rows) {
      const { count } = await tx.mailOutbox.updateMany({
        where: { ...waiting, id, tries },
        data: { tries: tries + 1, droppedAt: at },
      });
      if (count === 0) break;
      claimed.push({ id, key, assessmentId, tries: tries + 1 });
    }
    return claimed;
  });
}

/** What of the claimed rows still waits for the person, as far as she wants mail of it now. */
async function stillWaiting(db: Db, viewer: Viewer, rows: readonly Row[], at: Date): Promise<MailedTask[]> {
  const wishes = (await readMailWishes(db, [viewer.id])).get(viewer.id);
  if (!wishes || wishes.when === "off") return [];
  const keys = new Set(rows.filter(({ assessmentId }) => !wishes.muted.has(assessmentId)).map(({ key }) => key));
  const work = await listPersonWork(db, viewer, at);
  return work.flatMap(({ assessment, tasks }) =>
    tasks.map((task) => ({ assessment, task, key: occurrenceOf(assessment.id, task) })).filter(({ key }) => keys.has(key)),
  );
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
