import type { ChangeContext } from "~/platform/change.server";
import { hashPassword, passwordMatches } from "~/platform/password.server";
import { passwordProblem } from "~/platform/password-rule.server";
import { db } from "~/platform/db.server";
import { setPassword } from "./set-password.server";
import type { SetPasswordHash } from "./set-password.server";

type Owner = Pick<SetPasswordHash, "userId" | "with">;

/** Checks a new password against the rule and sets it; answers what is wrong with it (a key of `problems`), or null. Accounts of the example skip the rule. */
export async function choosePassword(context: ChangeContext, { userId, with: means }: Owner, password: string): Promise<string | null> {
  const { name, email, demo } = await db.user.findUniqueOrThrow({ where: { id: userId } });
  const problem = demo ? null : await passwordProblem(password, [name, email]);
  if (problem) return problem;
  await setPassword(context, { userId, with: means, passwordHash: await hashPassword(password) });
  return null;
}

/** Is this the password that the person has now? */
export async function isOwnPassword(userId: string, password: string): Promise<boolean> {
  const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id: userId } });
  return passwordMatches(passwordHash, password);
}
