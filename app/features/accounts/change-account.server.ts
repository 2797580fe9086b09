import type { ChangeContext } from "~/platform/change.server";
import { change } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findAccountAt, writeAccount } from "./account-version.server";

/** What an administrator decides of an account. */
export interface ChangeAccount {
  id: string;
  version: number;
  administrator: boolean;
  mayStart: boolean;
}

/** Gives or takes the right to start assessments and to administer; the last administrator keeps hers. */
export async function changeAccount(context: ChangeContext, input: ChangeAccount): Promise<void> {
  return change({ ...context, chain: "installation" }, async (tx) => {
    const before = await findAccountAt(tx, input.id, input.version);
    const { administrator, mayStart } = input;
    if (before.administrator === administrator && before.mayStart === mayStart) return { result: undefined, event: "nothing changed" };
    if (before.administrator && !administrator) {
      const others = await tx.user.count({ where: { administrator: true, deactivatedAt: null, id: { not: input.id } } });
      if (others === 0) throw refuse("wrong-state", { reason: "last-administrator" });
    }
    const version = await writeAccount(tx, before, { administrator, mayStart }, context);
    const told = {
      ...(before.administrator !== administrator && { administrator: { before: before.administrator, after: administrator } }),
      ...(before.mayStart !== mayStart && { mayStart: { before: before.mayStart, after: mayStart } }),
    };
    return {
      result: undefined,
      event: { action: "user.change", subject: { type: "user", id: input.id, version }, label: before.name, change: told, about: input.id },
    };
  });
}
