import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { z } from "zod";
import { grouped } from "~/domain/forms/posted-form";
import { db, operate } from "./db.server";
import { subKey } from "./environment.server";
import { newId } from "./ids.server";
import type { Fields } from "./read-form.server";

const keptFor = 60 * 60 * 1000;
const Parked = z.array(z.tuple([z.string(), z.string()]));

const isSecret = (name: string) => /password/i.test(name);

function sealed(text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", subKey("parked-form"), iv);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64");
}

function opened(text: string): string {
  const bytes = Buffer.from(text, "base64");
  const decipher = createDecipheriv("aes-256-gcm", subKey("parked-form"), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

/** Keeps a form that was posted after its session had ended, encrypted, for that person and an hour, without its passwords; answers the id. */
export async function parkForm(userId: string, path: string, fields: Fields, at: Date): Promise<string> {
  const id = newId(at);
  const body = sealed(JSON.stringify(fields.filter(([name]) => !isSecret(name))));
  await operate(async (tx) => {
    await tx.parkedForm.deleteMany({ where: { expiresAt: { lt: at } } });
    await tx.parkedForm.create({ data: { id, userId, path, body, createdAt: at, expiresAt: new Date(at.getTime() + keptFor) } });
  });
  return id;
}

/** The values of a form that was kept, by field, or null: when it is another's, of another page, over its hour or unknown. */
export async function findParkedFormIfAny(id: string, userId: string, path: string, at: Date): Promise<Record<string, string[]> | null> {
  const row = await db.parkedForm.findUnique({ where: { id } });
  if (!row || row.userId !== userId || row.path !== path || row.expiresAt <= at) return null;
  return grouped(Parked.parse(JSON.parse(opened(row.body))));
}
