import { change, type ChangeContext } from "~/platform/change.server";
import { keepLink } from "~/platform/keep-check-link.server";
import { refuse } from "~/platform/refusal.server";
import { findLinkToChange } from "./find-interview.server";

/** Notes that a link went out by mail; to which address is told nowhere. */
export async function markMailed(
  context: ChangeContext,
  input: { assessmentId: string; linkId: string; version: number },
): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { link, label, about } = await findLinkToChange(tx, context, input.assessmentId, input.linkId);
    const version = input.version + 1;
    const where = { id: link.id, version: input.version };
    const { count } = await tx.factCheckLink.updateMany({ where, data: { mailedAt: context.at, version } });
    if (count === 0) throw refuse("conflict", { version: link.version });
    await keepLink(tx, context, link.id);
    const subject = { type: "fact-check", id: link.id, version } as const;
    return { result: { version }, event: { action: "fact-check.mail", subject, label, about, change: {} } };
  });
}
