import type { ChangeContext } from "~/platform/change.server";
import { change } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { digestOf, newToken } from "~/platform/token.server";
import { findAccountState } from "./account-version.server";

const validFor = 7 * 24 * 60 * 60 * 1000;

/** Gives a one-time link to set a password and answers its token, which is shown this once; earlier links of the account end. */
export async function givePasswordLink(context: ChangeContext, input: { id: string }): Promise<{ token: string; expiresAt: Date }> {
  return change({ ...context, chain: "installation" }, async (tx) => {
    const account = await findAccountState(tx, input.id);
    if (account.deactivatedAt) throw refuse("wrong-state", { reason: "deactivated" });
    const token = newToken();
    const expiresAt = new Date(context.at.getTime() + validFor);
    await tx.passwordLink.updateMany({ where: { userId: input.id, usedAt: null }, data: { expiresAt: context.at } });
    await tx.passwordLink.create({
      data: { id: digestOf(token), userId: input.id, createdAt: context.at, expiresAt, byId: context.by.id },
    });
    const subject = { type: "user", id: input.id, version: account.version } as const;
    return {
      result: { token, expiresAt },
      event: { action: "user.give-password-link", subject, label: account.name, change: { expiresAt: expiresAt.toISOString() } },
    };
  });
}
