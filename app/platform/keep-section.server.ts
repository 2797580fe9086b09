import type { ChangeContext } from "./change.server";
import type { Tx } from "./db.server";
import { keepVersion } from "./versions.server";

/** Keeps what a section's own row and its assignments are now. */
export async function keepSection(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const include = { assignments: { select: { userId: true, part: true } } } as const;
  const row = await tx.section.findUniqueOrThrow({ where: { id }, omit: { changes: true }, include });
  const { assessmentId, version, archivedAt, stateAt, assignments, ...fields } = row;
  const people = assignments.map(({ part, userId }) => `${part} ${userId}`).toSorted();
  const body = { ...fields, stateAt: stateAt?.toISOString() ?? null, archivedAt: archivedAt?.toISOString() ?? null, assignments: people };
  await keepVersion(tx, { assessmentId, kind: "section", recordId: id, number: version, body, by, at });
}
