import type { ChangeContext } from "~/platform/change.server";
import { change } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findMemberAt, keepMember, refuseLastLead } from "./member-version.server";

/** Takes a person's access to an assessment away; what she wrote stays. The last lead cannot leave. */
export async function removeMember(context: ChangeContext, input: { assessmentId: string; id: string; version: number }): Promise<void> {
  const { assessmentId } = input;
  return change({ ...context, chain: assessmentId }, async (tx) => {
    const before = await findMemberAt(tx, assessmentId, input.id, input.version);
    if (before.role === "lead") await refuseLastLead(tx, before, context.at);
    const version = before.version + 1;
    const { count } = await tx.member.updateMany({
      where: { id: before.id, version: before.version },
      data: { removedAt: context.at, version },
    });
    if (count === 0) throw refuse("conflict");
    await keepMember(tx, { ...before, removedAt: context.at, version }, context);
    return {
      result: undefined,
      event: {
        action: "member.remove",
        subject: { type: "member", id: before.id, version },
        label: before.name,
        change: { role: before.role },
        about: before.userId,
      },
    };
  });
}
