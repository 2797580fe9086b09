import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { keepVersion } from "~/platform/versions.server";

/** A limitation that can be changed: of this assessment and not archived. */
export async function findChangeableLimitation(tx: Tx, assessmentId: string, id: string) {
  const limitation = await tx.limitation.findFirst({ where: { id, assessmentId } });
  if (!limitation) throw refuse("not-found");
  if (limitation.archivedAt) throw refuse("wrong-state", { state: "archived" });
  return limitation;
}

/** Refuses a section or a statement that is not of this assessment. */
export async function requirePlaces(
  tx: Tx,
  assessmentId: string,
  { sections, statements }: { sections: readonly string[]; statements: readonly string[] },
): Promise<void> {
  const found = await tx.section.count({ where: { assessmentId, id: { in: [...sections] } } });
  if (found !== new Set(sections).size) throw refuse("invalid", { field: "sections", problem: "unknown" });
  const said = await tx.statement.count({ where: { assessmentId, id: { in: [...statements] } } });
  if (said !== new Set(statements).size) throw refuse("invalid", { field: "statements", problem: "unknown" });
}

/** Keeps what a limitation holds now. */
export async function keepLimitation(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const { assessmentId, number, text, language, sections, statements, archivedAt, version } = await tx.limitation.findUniqueOrThrow({
    where: { id },
  });
  const body = { number, text, language, sections, statements, archivedAt: archivedAt?.toISOString() ?? null };
  await keepVersion(tx, { assessmentId, kind: "limitation", recordId: id, number: version, body, by, at });
}

/** What a limitation is called in the trail: L and its number. */
export const limitationLabel = (number: number) => `L${number}`;
