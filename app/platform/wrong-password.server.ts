import { redirectDocument } from "@remix-run/node";
import type { Entries } from "~/domain/overtaken";
import { change, type ChangeContext } from "./change.server";
import type { Viewer } from "./guard.server";
import { parkForm } from "./parked-form.server";
import { sessionAttempts } from "./rate-limit.server";
import { blankSessionCookie } from "./session-cookie.server";

/** How many wrong passwords in a row, given again in a session, end it. */
const wrongPasswordsAllowed = 5;

const attempts = sessionAttempts("password-again", wrongPasswordsAllowed);

/**
 * Counts a wrong password that was given again in a session. The fifth in a row ends the session, with one event: the answer is the way
 * to sign in again, and the form waits there without its password. Before that `null`.
 */
export async function countWrongPassword(user: Viewer, request: Request, context: ChangeContext, form: Entries): Promise<Response | null> {
  if (!(await attempts.count(user.sessionId))) return null;
  await change({ ...context, chain: "installation" }, async (tx) => {
    await tx.session.deleteMany({ where: { id: user.sessionId } });
    const { name, version } = await tx.user.findUniqueOrThrow({ where: { id: user.id }, select: { name: true, version: true } });
    const subject = { type: "user", id: user.id, version } as const;
    const told = { wrongPasswords: wrongPasswordsAllowed };
    return { result: undefined, event: { action: "session.end-wrong-password", subject, label: name, change: told } };
  });
  const url = new URL(request.url);
  const fields = Object.entries(form).flatMap(([name, values]) => values.map((value): [string, string] => [name, value]));
  url.searchParams.set("parked", await parkForm(user.id, url.pathname, fields, context.at));
  const query = new URLSearchParams({ to: url.pathname + url.search, ended: "wrong-passwords" });
  return redirectDocument(`/sign-in?${query.toString()}`, { headers: { "Set-Cookie": blankSessionCookie() } });
}

/** A right password: the next wrong one is the first again. */
export async function forgetWrongPasswords({ sessionId }: Viewer): Promise<void> {
  await attempts.clear(sessionId);
}
