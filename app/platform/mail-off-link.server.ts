import { createHmac, timingSafeEqual } from "node:crypto";
import { settings, subKey } from "./environment.server";

const signatureOf = (userId: string) => createHmac("sha256", subKey("mail-off")).update(userId).digest();

/** The address with which one person switches her mail off, without signing in. It is signed, so nothing of it is stored; it opens nothing else. */
export function mailOffAddress(userId: string): string {
  return `${settings().origin}/mail/off/${Buffer.from(userId).toString("base64url")}.${signatureOf(userId).toString("base64url")}`;
}

/** The person whose mail a token switches off, or null for a token that we did not sign. */
export function userOfMailOffIfAny(token: string | undefined): string | null {
  const [, id = "", signature = ""] = /^([\w-]{1,100})\.([\w-]{43})$/u.exec(token ?? "") ?? [];
  const userId = Buffer.from(id, "base64url").toString();
  const given = Buffer.from(signature, "base64url");
  const own = signatureOf(userId);
  return given.length === own.length && timingSafeEqual(given, own) ? userId : null;
}
