import { factCheckLinkState, revocableLinkStates } from "~/domain/fact-check/link";
import { change, type ChangeContext } from "~/platform/change.server";
import { keepLink } from "~/platform/keep-check-link.server";
import { refuse } from "~/platform/refusal.server";
import { findLinkToChange } from "./find-interview.server";

/** Takes a link back: it opens nothing any more, and the record can be changed again. What was said with it stays. */
export async function revokeLink(
  context: ChangeContext,
  input: { assessmentId: string; linkId: string; version: number },
): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { link, label, about } = await findLinkToChange(tx, context, input.assessmentId, input.linkId);
    const state = factCheckLinkState(link, context.at);
    if (!revocableLinkStates.includes(state)) throw refuse("wrong-state", { state: "withdrawn" });
    const version = input.version + 1;
    const where = { id: link.id, version: input.version };
    const { count } = await tx.factCheckLink.updateMany({ where, data: { revokedAt: context.at, version } });
    if (count === 0) throw refuse("conflict", { version: link.version });
    await keepLink(tx, context, link.id);
    const subject = { type: "fact-check", id: link.id, version } as const;
    return { result: { version }, event: { action: "fact-check.revoke-link", subject, label, about, change: {} } };
  });
}
