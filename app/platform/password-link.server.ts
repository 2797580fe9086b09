import { db, operate } from "./db.server";
import { rateLimit } from "./rate-limit.server";
import { refuse } from "./refusal.server";
import { contextOf } from "./request-context.server";
import { cookieHeader, cookieIfAny } from "./session-cookie.server";
import { digestOf, newToken } from "./token.server";

const cookieMinutes = 30;
const misses = rateLimit("link", 20, 10 * 60);

/** The account that a link to set a password is for. */
export interface PasswordLinkShown {
  linkId: string;
  userId: string;
  name: string;
  email: string;
  demo: boolean;
}

/**
 * Takes the token out of the address: answers the header of a cookie that stands for the link for half an hour. Changes nothing of the link,
 * for mail scanners open links too. An unknown token is not found; twenty of those from one address are too many.
 */
export async function takePasswordLink(request: Request, token: string | undefined, at: Date): Promise<string> {
  const { ip = "unknown" } = contextOf(request);
  await misses.check(ip);
  const link = token === undefined ? null : await db.passwordLink.findUnique({ where: { id: digestOf(token) }, select: { id: true } });
  if (!link) {
    await misses.count(ip);
    throw refuse("not-found");
  }
  const cookie = newToken();
  const expiresAt = new Date(at.getTime() + cookieMinutes * 60 * 1000);
  await operate(async (tx) => {
    await tx.linkCookie.deleteMany({ where: { expiresAt: { lt: at } } });
    await tx.linkCookie.create({ data: { id: digestOf(cookie), purpose: "password", linkId: link.id, expiresAt } });
  });
  return cookieHeader("link", cookie, cookieMinutes * 60);
}

/** The link that the cookie of a request stands for, or null: no cookie, over, used, or its account closed. */
export async function findPasswordLinkIfAny(request: Request, at: Date): Promise<PasswordLinkShown | null> {
  const cookie = cookieIfAny(request, "link");
  const row = cookie === undefined ? null : await db.linkCookie.findUnique({ where: { id: digestOf(cookie) } });
  if (!row || row.purpose !== "password" || row.expiresAt <= at) return null;
  const link = await db.passwordLink.findUnique({ where: { id: row.linkId } });
  if (!link || link.usedAt || link.expiresAt <= at) return null;
  const user = await db.user.findUnique({ where: { id: link.userId, deactivatedAt: null } });
  return user && { linkId: link.id, userId: user.id, name: user.name, email: user.email, demo: user.demo };
}

/** The header that takes the cookie of a link away. */
export function blankLinkCookie(): string {
  return cookieHeader("link", "", 0);
}
