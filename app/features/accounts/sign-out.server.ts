import type { ChangeContext } from "~/platform/change.server";
import { change } from "~/platform/change.server";
import { findAccountState } from "./account-version.server";

/** Ends the session that a person acts in. */
export async function signOut(context: ChangeContext, input: { userId: string; sessionId: string }): Promise<void> {
  return change({ ...context, chain: "installation" }, async (tx) => {
    const account = await findAccountState(tx, input.userId);
    await tx.session.deleteMany({ where: { id: input.sessionId } });
    return {
      result: undefined,
      event: {
        action: "session.sign-out",
        subject: { type: "user", id: input.userId, version: account.version },
        label: account.name,
        change: {},
      },
    };
  });
}
