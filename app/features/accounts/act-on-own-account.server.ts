import { redirect } from "@remix-run/node";
import type { z } from "zod";
import { entriesOfForm } from "~/domain/overtaken";
import { db } from "~/platform/db.server";
import { fieldProblem } from "~/platform/form-problem";
import type { Viewer } from "~/platform/guard.server";
import { changeContext } from "~/platform/guard.server";
import { languageCookie } from "~/platform/language.server";
import { answerForm, type FormAnswer } from "~/platform/overtaken.server";
import { setMailWishes } from "~/platform/mail-choice.server";
import { setShortcuts } from "~/platform/personal-settings.server";
import { noteSaved } from "~/platform/request-context.server";
import { startSession } from "~/platform/session.server";
import { sessionCookie } from "~/platform/session-cookie.server";
import { countWrongPassword, forgetWrongPasswords } from "~/platform/wrong-password.server";
import { changeOwnAccount } from "./change-own-account.server";
import { choosePassword, isOwnPassword } from "./choose-password.server";
import { endOtherSessions } from "./end-other-sessions.server";
import type { OwnAccountAct } from "./schema";

/** Does what a person asked of her own account: answers the problem with it, what was kept meanwhile, or where to go on. */
export async function actOnOwnAccount(user: Viewer, request: Request, act: z.output<typeof OwnAccountAct>): Promise<FormAnswer | Response> {
  const context = changeContext(user, request);
  if (act.intent === "change") {
    const { version, name, language } = act;
    const form = { mine: entriesOfForm(act), record: { kind: "user", id: user.id } };
    const answer = await answerForm(db, context, form, () => changeOwnAccount(context, { id: user.id, version, name, language }));
    if (answer) return answer;
    return redirect("/account", { headers: { "Set-Cookie": languageCookie(language) } });
  }
  if (act.intent === "end-others") {
    await endOtherSessions(context, { userId: user.id, keepId: user.sessionId });
    return redirect("/account");
  }
  if (act.intent === "keys") {
    await setShortcuts(user.id, act.shortcuts === "on");
    noteSaved(context.request, { own: ["keys"] });
    return redirect("/account");
  }
  if (act.intent === "mail") {
    await setMailWishes(user.id, { ...act, among: Object.keys(user.roles) }, context.at);
    noteSaved(context.request, { own: ["mail"] });
    return redirect("/account#mail");
  }
  const wrong = (field: string, problem: string): FormAnswer => ({ status: 422, problem: fieldProblem(act, field, problem) });
  if (!(await isOwnPassword(user.id, act.currentPassword)))
    return (
      (await countWrongPassword(user, request, context, entriesOfForm({ intent: act.intent }))) ??
      wrong("currentPassword", "password-wrong")
    );
  await forgetWrongPasswords(user);
  const problem = await choosePassword(context, { userId: user.id, with: "self" }, act.newPassword);
  if (problem) return wrong("newPassword", problem);
  // Every session ended with the old password; this browser gets a new one.
  return redirect("/account", { headers: { "Set-Cookie": sessionCookie(await startSession(user.id, context.at)) } });
}
