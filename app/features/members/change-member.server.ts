import type { Role } from "~/domain/permissions";
import type { ChangeContext } from "~/platform/change.server";
import { change } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findMemberAt, keepMember, refuseLastLead, refusePastEnd } from "./member-version.server";

/** Another role or end date, at the version that was read. */
export interface ChangeMember {
  assessmentId: string;
  id: string;
  version: number;
  role: Role;
  endsOn: string | null;
}

/** Gives a member another role or end date; the last lead stays the lead without end. */
export async function changeMember(context: ChangeContext, input: ChangeMember): Promise<void> {
  const { assessmentId, role, endsOn } = input;
  return change({ ...context, chain: assessmentId }, async (tx) => {
    const before = await findMemberAt(tx, assessmentId, input.id, input.version);
    if (before.role === role && before.endsOn === endsOn) return { result: undefined, event: "nothing changed" };
    if (before.endsOn !== endsOn) refusePastEnd(endsOn, context.at);
    if (before.role === "lead" && (role !== "lead" || endsOn !== null)) await refuseLastLead(tx, before, context.at);
    const version = before.version + 1;
    const { count } = await tx.member.updateMany({ where: { id: before.id, version: before.version }, data: { role, endsOn, version } });
    if (count === 0) throw refuse("conflict");
    await keepMember(tx, { ...before, role, endsOn, version }, context);
    const told = {
      ...(before.role !== role && { role: { before: before.role, after: role } }),
      ...(before.endsOn !== endsOn && { endsOn: { before: before.endsOn, after: endsOn } }),
    };
    return {
      result: undefined,
      event: {
        action: "member.change",
        subject: { type: "member", id: before.id, version },
        label: before.name,
        change: told,
        about: before.userId,
      },
    };
  });
}
