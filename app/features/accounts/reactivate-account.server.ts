import type { ChangeContext } from "~/platform/change.server";
import { change } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findAccountAt, writeAccount } from "./account-version.server";

/** Opens a closed account again, with the password that it had. */
export async function reactivateAccount(context: ChangeContext, input: { id: string; version: number }): Promise<void> {
  return change({ ...context, chain: "installation" }, async (tx) => {
    const before = await findAccountAt(tx, input.id, input.version);
    if (!before.deactivatedAt) throw refuse("wrong-state", { reason: "active" });
    const version = await writeAccount(tx, before, { deactivatedAt: null }, context);
    return {
      result: undefined,
      event: {
        action: "user.reactivate",
        subject: { type: "user", id: input.id, version },
        label: before.name,
        change: {},
        about: input.id,
      },
    };
  });
}
