import { dayAt } from "~/domain/day";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { keepVersion } from "~/platform/versions.server";

/** What a membership holds. */
export interface MemberState {
  id: string;
  assessmentId: string;
  userId: string;
  role: string;
  endsOn: string | null;
  removedAt: Date | null;
  version: number;
}

/** The membership at the version that the form was read at, with the name of its person; another version is a conflict. */
export async function findMemberAt(tx: Tx, assessmentId: string, id: string, version: number): Promise<MemberState & { name: string }> {
  const row = await tx.member.findFirst({ where: { id, assessmentId, removedAt: null }, include: { user: { select: { name: true } } } });
  if (!row) throw refuse("not-found");
  if (row.version !== version) throw refuse("conflict", { theirs: { role: row.role, endsOn: row.endsOn, version: row.version } });
  const { user, ...member } = row;
  return { ...member, name: user.name };
}

/** Keeps what a membership holds now. */
export async function keepMember(
  tx: Tx,
  { id, assessmentId, userId, role, endsOn, removedAt, version }: MemberState,
  { by, at }: ChangeContext,
): Promise<void> {
  const body = { userId, role, endsOn, removedAt: removedAt?.toISOString() ?? null };
  await keepVersion(tx, { assessmentId, kind: "member", recordId: id, number: version, body, by, at });
}

/** Refuses when nobody but this member would lead the assessment. */
export async function refuseLastLead(tx: Tx, member: MemberState, at: Date): Promise<void> {
  const others = await tx.member.findMany({
    where: { assessmentId: member.assessmentId, role: "lead", removedAt: null, id: { not: member.id } },
  });
  const today = dayAt(at);
  if (!others.some(({ endsOn }) => endsOn === null || endsOn >= today)) throw refuse("wrong-state", { reason: "last-lead" });
}

/** Would this end date, in the past, end a membership before it is written? */
export function refusePastEnd(endsOn: string | null, at: Date): void {
  if (endsOn !== null && endsOn < dayAt(at)) throw refuse("invalid", { field: "endsOn", problem: "end-in-past" });
}
