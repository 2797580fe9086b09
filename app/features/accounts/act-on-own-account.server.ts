import { redirect } from "@remix-run/node";
import type { z } from "zod";
import { fieldProblem } from "~/platform/form-problem";
import type { FormProblem } from "~/platform/form-problem";
import type { Viewer } from "~/platform/guard.server";
import { changeContext } from "~/platform/guard.server";
import { languageCookie } from "~/platform/language.server";
import { startSession } from "~/platform/session.server";
import { sessionCookie } from "~/platform/session-cookie.server";
import { changeOwnAccount } from "./change-own-account.server";
import { choosePassword, isOwnPassword } from "./choose-password.server";
import { endOtherSessions } from "./end-other-sessions.server";
import type { OwnAccountAct } from "./schema";

/** Does what a person asked of her own account: answers the problem with it, or where to go on. */
export async function actOnOwnAccount(
  user: Viewer,
  request: Request,
  act: z.output<typeof OwnAccountAct>,
): Promise<FormProblem | Response> {
  const context = changeContext(user, request);
  if (act.intent === "change") {
    const { version, name, language } = act;
    await changeOwnAccount(context, { id: user.id, version, name, language });
    return redirect("/account", { headers: { "Set-Cookie": languageCookie(language) } });
  }
  if (act.intent === "end-others") {
    await endOtherSessions(context, { userId: user.id, keepId: user.sessionId });
    return redirect("/account");
  }
  if (!(await isOwnPassword(user.id, act.currentPassword))) return fieldProblem(act, "currentPassword", "password-wrong");
  const problem = await choosePassword(context, { userId: user.id, with: "self" }, act.newPassword);
  if (problem) return fieldProblem(act, "newPassword", problem);
  // Every session ended with the old password; this browser gets a new one.
  return redirect("/account", { headers: { "Set-Cookie": sessionCookie(await startSession(user.id, context.at)) } });
}
