import type { Role } from "~/domain/permissions";
import { foldedAddress } from "~/domain/shapes";
import type { ChangeContext } from "~/platform/change.server";
import { change } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { refuse } from "~/platform/refusal.server";
import { keepMember, refusePastEnd } from "./member-version.server";

/** A person to add, by the mail address of her account. */
export interface AddMember {
  assessmentId: string;
  email: string;
  role: Role;
  endsOn: string | null;
}

/** Adds the person of an existing account; one who was removed before comes back with the same membership. Answers its id. */
export async function addMember(context: ChangeContext, input: AddMember): Promise<string> {
  const { assessmentId, role, endsOn } = input;
  return change({ ...context, chain: assessmentId }, async (tx) => {
    const user = await tx.user.findUnique({ where: { emailFolded: foldedAddress(input.email), deactivatedAt: null } });
    if (!user) throw refuse("invalid", { field: "email", problem: "no-account" });
    refusePastEnd(endsOn, context.at);
    const member = await placeMember(tx, { assessmentId, userId: user.id, role, endsOn }, context);
    const { id, version } = member;
    return {
      result: id,
      event: { action: "member.add", subject: { type: "member", id, version }, label: user.name, change: { role, endsOn }, about: user.id },
    };
  });
}

async function placeMember(
  tx: Tx,
  place: { assessmentId: string; userId: string; role: Role; endsOn: string | null },
  context: ChangeContext,
): Promise<{ id: string; version: number }> {
  const { assessmentId, userId } = place;
  const before = await tx.member.findUnique({ where: { assessmentId_userId: { assessmentId, userId } } });
  if (before && !before.removedAt) throw refuse("invalid", { field: "email", problem: "already-member" });
  const member = { ...place, id: before?.id ?? newId(context.at), removedAt: null, version: (before?.version ?? 0) + 1 };
  if (before) await tx.member.updateMany({ where: { id: before.id }, data: { ...member, addedAt: context.at } });
  else await tx.member.create({ data: { ...member, addedAt: context.at } });
  await keepMember(tx, member, context);
  return member;
}
