import { requireSectionState } from "~/domain/moves/section";
import type { SectionPeople } from "~/domain/permissions";
import { isWritable } from "~/domain/sections/standing";
import { requireMayWith } from "./acting.server";
import type { ChangeContext } from "./change.server";
import type { Db, Tx } from "./db.server";
import { refuse } from "./refusal.server";
import { readAssigned } from "./section-standing.server";

/** A section of the assessment that is not archived, with its state read. */
export async function findSectionRow(tx: Tx, assessmentId: string, id: string) {
  const row = await tx.section.findFirst({ where: { id, assessmentId, archivedAt: null } });
  if (!row) throw refuse("not-found");
  return { ...row, state: requireSectionState(row.state) };
}

/** A section as changes find it. */
export type FoundSection = Awaited<ReturnType<typeof findSectionRow>>;

/** The writers and reviewers of a section, inherited from the nearest section upwards; its authors only where they are given. */
export async function peopleOf(
  tx: Db,
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
  requireMayWith(context, assessmentId, "section.write", await peopleOf(tx, section), "section.read");
  if (!isWritable(section.state)) throw refuse("wrong-state", { state: section.state });
  return section;
}

/** A block that is not archived, in a section that is not archived. */
export async function findBlockRow(tx: Tx, assessmentId: string, id: string) {
  const row = await findBlockIfAny(tx, assessmentId, id);
  if (!row) throw refuse("not-found");
  return row;
}

/** The same, or null for a block of the assessment that was removed. */
export async function findBlockIfAny(tx: Tx, assessmentId: string, id: string) {
  return tx.block.findFirst({ where: { id, assessmentId, archivedAt: null }, include: { statement: true } });
}

/** A block as changes find it. */
export type FoundBlock = NonNullable<Awaited<ReturnType<typeof findBlockIfAny>>>;

/** What a block is called in the trail: the code of its statement, else that of its section. */
export function labelOf(block: { statement: { code: string } | null }, section: { code: string }): string {
  return block.statement?.code ?? section.code;
}
