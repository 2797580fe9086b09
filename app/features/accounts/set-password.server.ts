import type { ChangeContext } from "~/platform/change.server";
import { change } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findAccountState } from "./account-version.server";

/** A password that was checked and hashed before. */
export interface SetPasswordHash {
  userId: string;
  passwordHash: string;
  /** The link it is set with, used up by it; or by the person herself, or a command. */
  with: { linkId: string } | "self" | "command";
}

/** Sets the password of an account and ends all its sessions; a link that was used or is over is refused. */
export async function setPassword(context: ChangeContext, input: SetPasswordHash): Promise<void> {
  return change({ ...context, chain: "installation" }, async (tx) => {
    const account = await findAccountState(tx, input.userId);
    if (account.deactivatedAt) throw refuse("wrong-state", { reason: "deactivated" });
    if (typeof input.with === "object") {
      const open = { id: input.with.linkId, userId: input.userId, usedAt: null, expiresAt: { gt: context.at } };
      const { count } = await tx.passwordLink.updateMany({ where: open, data: { usedAt: context.at } });
      if (count === 0) throw refuse("wrong-state", { reason: "link-over" });
    }
    await tx.user.updateMany({ where: { id: input.userId }, data: { passwordHash: input.passwordHash } });
    await tx.session.deleteMany({ where: { userId: input.userId } });
    const by = typeof input.with === "object" ? "link" : input.with;
    return {
      result: undefined,
      event: {
        action: "user.set-password",
        subject: { type: "user", id: input.userId, version: account.version },
        label: account.name,
        change: { by },
      },
    };
  });
}
