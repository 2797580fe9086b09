import type { Db } from "./db.server";
import { operate } from "./db.server";

const shortcuts = "shortcuts";

/** Whether a person has the keys of one letter on; they are, until she switches them off. */
export async function hasShortcuts(db: Db, userId: string): Promise<boolean> {
  const row = await db.personalSetting.findUnique({ where: { userId_key: { userId, key: shortcuts } }, select: { value: true } });
  return row?.value !== "off";
}

/** Switches a person's keys of one letter on or off. */
export async function setShortcuts(userId: string, on: boolean): Promise<void> {
  const value = on ? "on" : "off";
  const where = { userId_key: { userId, key: shortcuts } };
  await operate((tx) => tx.personalSetting.upsert({ where, create: { userId, key: shortcuts, value }, update: { value } }));
}
