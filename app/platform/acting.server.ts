import { z } from "zod";
import { dayAt } from "~/domain/day";
import { can, type InAssessment, type Permission, type Person, roles, rolesWith, type SubjectOf } from "~/domain/permissions";
import type { Protocol } from "~/domain/protocol/schema";
import { activeOn } from "./active-members.server";
import { protocolVersion } from "./assessment.server";
import type { ChangeContext } from "./change.server";
import type { Db } from "./db.server";
import { refuse } from "./refusal.server";

/** An assessment as changes need it, with the protocol in force. */
export interface Study {
  assessment: { id: string; languages: string[]; protocolNumber: number };
  protocol: Protocol;
}

const Languages = z.array(z.string());

/** The person who makes a change, as permissions ask for her: only the role that she has in this assessment counts. */
export function personOf({ by }: ChangeContext, assessmentId: string): Person {
  const role = by.kind === "user" ? roles.find((one) => one === by.role) : undefined;
  return { id: by.id, administrator: false, mayStart: false, roles: role ? { [assessmentId]: role } : {} };
}

/** The same person with the role that she has when the change is made, read in it: since her request began she may have been removed. */
export async function personNow(tx: Db, context: ChangeContext, assessmentId: string): Promise<Person> {
  const { by, at } = context;
  if (by.kind !== "user") return personOf(context, assessmentId);
  const where = { assessmentId, userId: by.id, ...activeOn(dayAt(at)) };
  const member = await tx.member.findFirst({ where, select: { role: true } });
  return personOf({ ...context, by: { ...by, role: member?.role ?? "none" } }, assessmentId);
}

type Plain = { [Name in Permission]: InAssessment extends SubjectOf<Name> ? Name : never }[Permission];

/** Refuses a change to someone without the permission: 404 to who may not even read there, 403 with the roles that may to the others. */
export function requireMay(context: ChangeContext, assessmentId: string, name: Plain, read: Plain): void {
  requireMayWith(context, assessmentId, name, { assessmentId }, read);
}

/** The same for a permission that hangs on more than the role, such as who was assigned to a section. */
export function requireMayWith<Name extends Permission>(
  context: ChangeContext,
  assessmentId: string,
  name: Name,
  subject: SubjectOf<Name>,
  read: Plain,
): void {
  const person = personOf(context, assessmentId);
  if (!can(person, read, { assessmentId })) throw refuse("not-found");
  if (!can(person, name, subject)) throw refuse("forbidden", { permission: name, roles: rolesWith(name) });
}

/** The assessment and its protocol in force, read in the change. */
export async function findStudy(tx: Db, assessmentId: string): Promise<Study> {
  const row = await tx.assessment.findUnique({ where: { id: assessmentId }, select: { languages: true, protocolNumber: true } });
  if (!row) throw refuse("not-found");
  const assessment = { id: assessmentId, languages: Languages.parse(JSON.parse(row.languages)), protocolNumber: row.protocolNumber };
  return { assessment, protocol: await protocolVersion(assessmentId, row.protocolNumber) };
}
