import type { ChangeContext } from "~/platform/change.server";
import { change } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findAccountAt, writeAccount } from "./account-version.server";

/** Closes an account, ends its sessions and links at once and forgets where its person was reading; one's own is refused, so that an administrator remains. */
export async function deactivateAccount(context: ChangeContext, input: { id: string; version: number }): Promise<void> {
  return change({ ...context, chain: "installation" }, async (tx) => {
    const before = await findAccountAt(tx, input.id, input.version);
    if (before.deactivatedAt) throw refuse("wrong-state", { reason: "deactivated" });
    if (context.by.id === input.id) throw refuse("wrong-state", { reason: "own-account" });
    const version = await writeAccount(tx, before, { deactivatedAt: context.at }, context);
    await tx.session.deleteMany({ where: { userId: input.id } });
    await tx.readingPosition.deleteMany({ where: { userId: input.id } });
    await tx.passwordLink.updateMany({ where: { userId: input.id, usedAt: null }, data: { expiresAt: context.at } });
    return {
      result: undefined,
      event: {
        action: "user.deactivate",
        subject: { type: "user", id: input.id, version },
        label: before.name,
        change: {},
        about: input.id,
      },
    };
  });
}
