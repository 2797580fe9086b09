import { db, operate } from "./db.server";
import { rateLimit } from "./rate-limit.server";
import { refuse } from "./refusal.server";
import { contextOf } from "./request-context.server";
import { cookieHeader, cookieIfAny } from "./session-cookie.server";
import { digestOf, newToken } from "./token.server";

/** What a link without an account is for; each opens one record for that purpose alone. */
export type LinkPurpose = "password" | "fact-check";

const minutes: Readonly<Record<LinkPurpose, number>> = { password: 30, "fact-check": 12 * 60 };
const misses = rateLimit("link", 20, 10 * 60);

/** Finds what a token stands for by its digest. An unknown one is not found; twenty of those from one address are too many. */
export async function findByToken<Found>(
  request: Request,
  token: string | undefined,
  find: (digest: string) => Promise<Found | null>,
): Promise<Found> {
  const { ip = "unknown" } = contextOf(request);
  await misses.check(ip);
  const found = token === undefined ? null : await find(digestOf(token));
  if (found !== null) return found;
  await misses.count(ip);
  throw refuse("not-found");
}

/**
 * The header of a new cookie that stands for a link, so that its token leaves the address. Nothing of the link changes by it, for mail
 * scanners open links too.
 */
export async function giveLinkCookie(purpose: LinkPurpose, linkId: string, at: Date): Promise<string> {
  const cookie = newToken();
  await operate(async (tx) => {
    await tx.linkCookie.deleteMany({ where: { expiresAt: { lt: at } } });
    await tx.linkCookie.create({ data: { id: digestOf(cookie), purpose, linkId, expiresAt: overAt(purpose, at) } });
  });
  return headerOf(purpose, cookie);
}

/** The id of the link that the cookie of a request stands for, or null: none, of another purpose, or over. */
export async function linkIdOfCookieIfAny(request: Request, purpose: LinkPurpose, at: Date): Promise<string | null> {
  const cookie = cookieIfAny(request, "link");
  const row = cookie === undefined ? null : await db.linkCookie.findUnique({ where: { id: digestOf(cookie) } });
  return row && row.purpose === purpose && row.expiresAt > at ? row.linkId : null;
}

/** Lets the cookie of a request last anew from now, with the answer to that request. */
export async function renewLinkCookie(request: Request, purpose: LinkPurpose, at: Date): Promise<void> {
  const cookie = cookieIfAny(request, "link");
  if (cookie === undefined) return;
  await operate((tx) => tx.linkCookie.updateMany({ where: { id: digestOf(cookie) }, data: { expiresAt: overAt(purpose, at) } }));
  contextOf(request).cookies.push(headerOf(purpose, cookie));
}

/** The header that takes the cookie of a link away. */
export function blankLinkCookie(): string {
  return cookieHeader("link", "", 0);
}

const overAt = (purpose: LinkPurpose, at: Date) => new Date(at.getTime() + minutes[purpose] * 60 * 1000);
const headerOf = (purpose: LinkPurpose, cookie: string) => cookieHeader("link", cookie, minutes[purpose] * 60);
