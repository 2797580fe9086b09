import type { ChangeContext } from "~/platform/change.server";
import { change } from "~/platform/change.server";
import { findAccountState } from "./account-version.server";

/** Ends every session of a person but the one she acts in; answers how many. */
export async function endOtherSessions(context: ChangeContext, input: { userId: string; keepId: string }): Promise<number> {
  return change({ ...context, chain: "installation" }, async (tx) => {
    const account = await findAccountState(tx, input.userId);
    const { count } = await tx.session.deleteMany({ where: { userId: input.userId, id: { not: input.keepId } } });
    if (count === 0) return { result: 0, event: "nothing changed" };
    const subject = { type: "user", id: input.userId, version: account.version } as const;
    return { result: count, event: { action: "session.end-others", subject, label: account.name, change: { count } } };
  });
}
