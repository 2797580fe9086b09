import { change, type ChangeContext } from "~/platform/change.server";
import { closeRoundOfWithdrawn } from "~/platform/comment-rounds.server";
import { refuse } from "~/platform/refusal.server";
import { moveEdition, type NamedEdition } from "./move-edition.server";

/** Takes a released edition back, with a reason: its readers no longer see it, its round of remarks ends, and it stays on record. */
export async function withdrawEdition(context: ChangeContext, input: NamedEdition & { reason: string }): Promise<{ version: number }> {
  const { reason: given, ...named } = input;
  const reason = given.trim();
  return change({ ...context, chain: named.assessmentId }, async (tx) => {
    if (reason === "") throw refuse("invalid", { field: "reason" });
    const edition = await moveEdition(tx, context, named, "withdraw", { withdrawnAt: context.at, reason });
    const subject = { type: "edition", id: edition.id, version: edition.version } as const;
    const change = { hash: edition.hash, reason };
    const event = { action: "edition.withdraw", subject, label: `${edition.number}.${edition.draft}`, change } as const;
    return { result: { version: edition.version }, event: [event, ...(await closeRoundOfWithdrawn(tx, context, edition))] };
  });
}
