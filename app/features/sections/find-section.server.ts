import { z } from "zod";
import { requireSectionState } from "~/domain/moves/section";
import { can, rolesWith, roles, type Permission, type Person, type SectionPeople, type SubjectOf } from "~/domain/permissions";
import { isWritable } from "~/domain/sections/standing";
import { protocolVersion } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import type { Study } from "~/platform/section-binding.server";
import { readAssigned } from "~/platform/section-standing.server";

/** A section of the assessment that is not archived, with its state read. */
export async function findSectionRow(tx: Tx, assessmentId: string, id: string) {
  const row = await tx.section.findFirst({ where: { id, assessmentId, archivedAt: null } });
  if (!row) throw refuse("not-found");
  return { ...row, state: requireSectionState(row.state) };
}

/** A section as changes find it. */
export type FoundSection = Awaited<ReturnType<typeof findSectionRow>>;

/** The person who makes a change, as permissions ask for her: only the role that she has in this assessment counts. */
export function personOf({ by }: ChangeContext, assessmentId: string): Person {
  const role = by.kind === "user" ? roles.find((one) => one === by.role) : undefined;
  return { id: by.id, administrator: false, mayStart: false, roles: role ? { [assessmentId]: role } : {} };
}

/** Refuses a change to a person without the permission; a section she may not even read is not found. */
export function requireMay<Name extends Permission>(person: Person, name: Name, subject: SubjectOf<Name>, assessmentId: string): void {
  if (!can(person, "section.read", { assessmentId })) throw refuse("not-found");
  if (!can(person, name, subject)) throw refuse("forbidden", { permission: name, roles: rolesWith(name) });
}

/** The writers and reviewers of a section, inherited from the nearest section upwards; its authors only where they are given. */
export async function peopleOf(
  tx: Tx,
  section: { id: string; assessmentId: string },
  authorIds: readonly string[] = [],
): Promise<SectionPeople> {
  const places = await tx.section.findMany({ where: { assessmentId: section.assessmentId }, select: { id: true, parentId: true } });
  const assigned = (await readAssigned(tx, section.assessmentId, places)).get(section.id);
  return { assessmentId: section.assessmentId, writerIds: assigned?.writerIds ?? [], reviewerIds: assigned?.reviewerIds ?? [], authorIds };
}

/** A section in which this person may write now. Refuses whoever is no writer of it (403) and a state in which nothing changes (409). */
export async function findSectionToWrite(tx: Tx, context: ChangeContext, assessmentId: string, id: string): Promise<FoundSection> {
  const section = await findSectionRow(tx, assessmentId, id);
  requireMay(personOf(context, assessmentId), "section.write", await peopleOf(tx, section), assessmentId);
  if (!isWritable(section.state)) throw refuse("wrong-state", { state: section.state });
  return section;
}

const Languages = z.array(z.string());

/** The assessment and its protocol in force, read in the change. */
export async function findStudy(tx: Tx, assessmentId: string): Promise<Study> {
  const row = await tx.assessment.findUnique({ where: { id: assessmentId }, select: { languages: true, protocolNumber: true } });
  if (!row) throw refuse("not-found");
  return {
    assessment: { id: assessmentId, languages: Languages.parse(JSON.parse(row.languages)) },
    protocol: await protocolVersion(assessmentId, row.protocolNumber),
  };
}

/** A block that is not archived, in a section that is not archived. */
export async function findBlockRow(tx: Tx, assessmentId: string, id: string) {
  const row = await tx.block.findFirst({ where: { id, assessmentId, archivedAt: null }, include: { statement: true } });
  if (!row) throw refuse("not-found");
  return row;
}

/** A block as changes find it. */
export type FoundBlock = Awaited<ReturnType<typeof findBlockRow>>;

/** What a block is called in the trail: the code of its statement, else that of its section. */
export function labelOf(block: { statement: { code: string } | null }, section: { code: string }): string {
  return block.statement?.code ?? section.code;
}
