import type { Adapter } from "lucia";
import { Lucia, TimeSpan } from "lucia";
import { db, operate } from "./db.server";
import { contextOf, oncePerRequest } from "./request-context.server";
import { sessionCookie, sessionTokenIfAny } from "./session-cookie.server";
import { digestOf, newToken } from "./token.server";

const idleHours = 2;
const absoluteHours = 12;
const hour = 60 * 60 * 1000;

interface SessionTimes {
  createdAt: Date;
  /** The absolute end: no renewal passes it. */
  endsAt: Date;
  freshAt: Date;
}

declare module "lucia" {
  interface Register {
    Lucia: typeof lucia;
    DatabaseSessionAttributes: SessionTimes;
  }
}

/** A session of a signed-in person. */
export interface SignedIn {
  sessionId: string;
  userId: string;
  /** When the password was last given in it. */
  freshAt: Date;
}

type Row = SessionTimes & { id: string; userId: string; expiresAt: Date };
const toLucia = ({ id, userId, expiresAt, ...attributes }: Row) => ({ id, userId, expiresAt, attributes });
const endOf = (row: Row) => (row.endsAt < row.expiresAt ? row.endsAt : row.expiresAt);

/** Sessions over our own tables. An expired row stays for a day, so that a form that came too late can be kept for its person. */
const adapter: Adapter = {
  async getSessionAndUser(id) {
    const row = await db.session.findUnique({ where: { id } });
    if (!row || endOf(row) <= new Date()) return [null, null];
    const user = await db.user.findUnique({ where: { id: row.userId, deactivatedAt: null }, select: { id: true } });
    return [toLucia(row), user && { id: user.id, attributes: {} }];
  },
  async getUserSessions(userId) {
    const rows = await db.session.findMany({ where: { userId }, orderBy: { createdAt: "desc" } });
    return rows.filter((row) => endOf(row) > new Date()).map(toLucia);
  },
  async setSession({ id, userId, expiresAt, attributes }) {
    await operate((tx) =>
      tx.session.create({
        data: { id, userId, expiresAt, createdAt: attributes.createdAt, endsAt: attributes.endsAt, freshAt: attributes.freshAt },
      }),
    );
  },
  async updateSessionExpiration(id, expiresAt) {
    await operate((tx) => tx.session.updateMany({ where: { id }, data: { expiresAt } }));
  },
  async deleteSession(id) {
    await operate((tx) => tx.session.deleteMany({ where: { id } }));
  },
  async deleteUserSessions(userId) {
    await operate((tx) => tx.session.deleteMany({ where: { userId } }));
  },
  async deleteExpiredSessions() {
    const before = new Date(Date.now() - 24 * hour);
    await operate((tx) => tx.session.deleteMany({ where: { expiresAt: { lt: before } } }));
  },
};

const lucia = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(idleHours, "h"),
  getSessionAttributes: ({ createdAt, endsAt, freshAt }: SessionTimes) => ({ createdAt, endsAt, freshAt }),
});

/** Starts a session with a token of its own and answers the token; ends the one that the browser had. */
export async function startSession(userId: string, at: Date, previousToken?: string): Promise<string> {
  const token = newToken();
  if (previousToken) await lucia.invalidateSession(digestOf(previousToken));
  await lucia.deleteExpiredSessions();
  await lucia.createSession(
    userId,
    { createdAt: at, freshAt: at, endsAt: new Date(at.getTime() + absoluteHours * hour) },
    { sessionId: digestOf(token) },
  );
  return token;
}

/**
 * The session of a request, or null; looked at once per request, and its cookie sent again when it was renewed. What a page asks by itself
 * (`quiet`) renews nothing: a page that is left open does not keep its session alive.
 */
export function findSessionIfAny(request: Request, { quiet = false } = {}): Promise<SignedIn | null> {
  return oncePerRequest(request, "session", async () => {
    const token = sessionTokenIfAny(request);
    if (!token) return null;
    if (quiet) {
      const [open] = await adapter.getSessionAndUser(digestOf(token));
      return open && { sessionId: open.id, userId: open.userId, freshAt: open.attributes.freshAt };
    }
    const { session } = await lucia.validateSession(digestOf(token));
    if (!session) return null;
    if (session.fresh) contextOf(request).cookies.push(sessionCookie(token));
    return { sessionId: session.id, userId: session.userId, freshAt: session.freshAt };
  });
}

/** Says whether a session is open at a moment. */
export async function isSessionOpen(id: string, at: Date): Promise<boolean> {
  const row = await db.session.findUnique({ where: { id } });
  return row !== null && endOf(row) > at;
}

/** The person whose session this browser had until it expired, at most a day ago; null for a session that was ended. */
export async function findExpiredUserIfAny(request: Request): Promise<string | null> {
  const token = sessionTokenIfAny(request);
  if (!token) return null;
  const row = await db.session.findUnique({ where: { id: digestOf(token) }, select: { userId: true } });
  return row?.userId ?? null;
}

/** One session as its person sees it in her list. */
export interface SessionShown {
  id: string;
  createdAt: Date;
  expiresAt: Date;
}

/** The sessions that a person has open, newest first. */
export async function listSessions(userId: string): Promise<SessionShown[]> {
  const sessions = await lucia.getUserSessions(userId);
  return sessions.map(({ id, createdAt, expiresAt }) => ({ id, createdAt, expiresAt }));
}
