import { db } from "./db.server";
import { findByToken, giveLinkCookie, linkIdOfCookieIfAny } from "./personal-link.server";

/** The account that a link to set a password is for. */
export interface PasswordLinkShown {
  linkId: string;
  userId: string;
  name: string;
  email: string;
  demo: boolean;
}

/** Takes the token out of the address: answers the header of a cookie that stands for the link for half an hour. */
export async function takePasswordLink(request: Request, token: string | undefined, at: Date): Promise<string> {
  const { id } = await findByToken(request, token, (digest) => db.passwordLink.findUnique({ where: { id: digest }, select: { id: true } }));
  return giveLinkCookie("password", id, at);
}

/** The link that the cookie of a request stands for, or null: no cookie, over, used, or its account closed. */
export async function findPasswordLinkIfAny(request: Request, at: Date): Promise<PasswordLinkShown | null> {
  const id = await linkIdOfCookieIfAny(request, "password", at);
  const link = id === null ? null : await db.passwordLink.findUnique({ where: { id } });
  if (!link || link.usedAt || link.expiresAt <= at) return null;
  const user = await db.user.findUnique({ where: { id: link.userId, deactivatedAt: null } });
  return user && { linkId: link.id, userId: user.id, name: user.name, email: user.email, demo: user.demo };
}
