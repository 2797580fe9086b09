import { foldedAddress } from "~/domain/shapes";
import type { ChangeContext } from "~/platform/change.server";
import { change } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { hashIsOld, hashPassword, passwordMatches } from "~/platform/password.server";
import { rateLimit } from "~/platform/rate-limit.server";
import { contextOf } from "~/platform/request-context.server";
import { startSession } from "~/platform/session.server";
import { sessionTokenIfAny } from "~/platform/session-cookie.server";

const pauseMinutes = 15;
const perAccount = rateLimit("sign-in", 10, pauseMinutes * 60);
const perAddress = rateLimit("sign-in-address", 100, pauseMinutes * 60);

/** What was typed to sign in. */
export interface Credentials {
  email: string;
  password: string;
}

/**
 * Signs in and answers the token of the new session, or null: for an unknown mail address, a wrong password, a paused and a deactivated
 * account alike, after the same work. Ten failures pause an account for a quarter of an hour; a hundred an address (429).
 */
export async function signIn(request: Request, { email, password }: Credentials, at: Date): Promise<string | null> {
  const { ip = "unknown", id } = contextOf(request);
  const emailFolded = foldedAddress(email);
  await perAddress.check(ip);
  const paused = await perAccount.usedUp(emailFolded);
  const user = await db.user.findUnique({ where: { emailFolded } });
  const matches = await passwordMatches(user?.passwordHash, password);
  if (!user || !matches || paused || user.deactivatedAt) {
    log().warn({ request: id }, "sign-in refused");
    await perAddress.count(ip);
    if (!paused && (await perAccount.count(emailFolded)) && user) await tellPause(contextFor(user, request, at));
    return null;
  }
  await perAccount.clear(emailFolded);
  const fresher = user.passwordHash && hashIsOld(user.passwordHash) ? await hashPassword(password) : undefined;
  await tellSignIn(contextFor(user, request, at), fresher);
  return startSession(user.id, at, sessionTokenIfAny(request));
}

function contextFor(user: { id: string; name: string }, request: Request, at: Date): ChangeContext {
  const { ip, id } = contextOf(request);
  return { by: { kind: "user", id: user.id, name: user.name, role: "none", ...(ip !== undefined && { ip }) }, at, request: id };
}

async function tellSignIn(context: ChangeContext, passwordHash: string | undefined): Promise<void> {
  await change({ ...context, chain: "installation" }, async (tx) => {
    const { id } = context.by;
    const { name, version } = await tx.user.findUniqueOrThrow({ where: { id } });
    if (passwordHash !== undefined) await tx.user.updateMany({ where: { id }, data: { passwordHash } });
    return { result: undefined, event: { action: "session.sign-in", subject: { type: "user", id, version }, label: name, change: {} } };
  });
}

async function tellPause(context: ChangeContext): Promise<void> {
  await change({ ...context, chain: "installation" }, async (tx) => {
    const { id } = context.by;
    const { name, version } = await tx.user.findUniqueOrThrow({ where: { id } });
    return {
      result: undefined,
      event: { action: "session.pause", subject: { type: "user", id, version }, label: name, change: { minutes: pauseMinutes } },
    };
  });
}
