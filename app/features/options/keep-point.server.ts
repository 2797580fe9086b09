import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { keepVersion } from "~/platform/versions.server";

/** A point that can be changed: of this assessment and not archived. */
export async function findChangeablePoint(tx: Tx, assessmentId: string, id: string) {
  const point = await tx.optionPoint.findFirst({ where: { id, assessmentId } });
  if (!point) throw refuse("not-found");
  if (point.archivedAt) throw refuse("wrong-state", { state: "archived" });
  return point;
}

/** Keeps what a point holds now, its grounds included. */
export async function keepPoint(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const { assessmentId, option, criterion, number, side, text, language, archivedAt, version } = await tx.optionPoint.findUniqueOrThrow({
    where: { id },
  });
  const grounds = await tx.ground.findMany({
    where: { holderKind: "option-point", holderId: id },
    select: { evidenceKind: true, evidenceId: true },
    orderBy: { evidenceId: "asc" },
  });
  const body = { option, criterion, number, side, text, language, archivedAt: archivedAt?.toISOString() ?? null, grounds };
  await keepVersion(tx, { assessmentId, kind: "option-point", recordId: id, number: version, body, by, at });
}
