import { mailDueAt, readMailChoice, storedMailChoice, type MailChoice } from "~/domain/work/mail";
import { operate, type Db } from "./db.server";

const key = "mail";
const muteKey = (assessmentId: string) => `mail-mute ${assessmentId}`;

/** What one person wants of mail: when, and from which assessments none. */
export interface MailWishes extends MailChoice {
  muted: ReadonlySet<string>;
}

/** What some people want of mail about what waits for them, by person. One query. */
export async function readMailWishes(db: Db, userIds: readonly string[]): Promise<Map<string, MailWishes>> {
  const rows = await db.personalSetting.findMany({
    where: { userId: { in: [...userIds] }, OR: [{ key }, { key: { startsWith: muteKey("") } }] },
  });
  return new Map(
    userIds.map((userId) => {
      const own = rows.filter((row) => row.userId === userId);
      const muted = own.filter((row) => row.key !== key && row.value === "on").map((row) => row.key.slice(muteKey("").length));
      return [userId, { ...readMailChoice(own.find((row) => row.key === key)?.value), muted: new Set(muted) }];
    }),
  );
}

/** Sets what a person wants of mail: what already waits to be sent goes at its new time, or not at all. `muted` is of the assessments in `among`. */
export async function setMailWishes(
  userId: string,
  wishes: MailChoice & { muted: readonly string[]; among: readonly string[] },
  at: Date,
): Promise<void> {
  const dueAt = mailDueAt(wishes, at);
  const values = [
    { key, value: storedMailChoice(wishes) },
    ...wishes.among.map((id) => ({ key: muteKey(id), value: wishes.muted.includes(id) ? "on" : "off" })),
  ];
  const waiting = { userId, sentAt: null, droppedAt: null };
  await operate(async (tx) => {
    for (const { key, value } of values)
      await tx.personalSetting.upsert({ where: { userId_key: { userId, key } }, create: { userId, key, value }, update: { value } });
    await tx.mailOutbox.updateMany({ where: { ...waiting, assessmentId: { in: [...wishes.muted] } }, data: { droppedAt: at } });
    await tx.mailOutbox.updateMany({ where: waiting, data: dueAt ? { dueAt } : { droppedAt: at } });
  });
}

/** Sends a person no mail any more about what waits for her. */
export async function switchMailOff(db: Db, userId: string, at: Date): Promise<void> {
  const { hour } = (await readMailWishes(db, [userId])).get(userId) ?? readMailChoice(undefined);
  await setMailWishes(userId, { when: "off", hour, muted: [], among: [] }, at);
}
