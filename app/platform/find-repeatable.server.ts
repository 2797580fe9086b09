import type { Tx } from "./db.server";
import { refuse } from "./refusal.server";

/** The statement that a section is to show again; refuses one that is removed, and one that stands in the section itself. */
export async function findRepeatable(tx: Tx, assessmentId: string, sectionId: string, id: string | undefined) {
  const found =
    id === undefined
      ? null
      : await tx.statement.findFirst({
          where: { id, assessmentId, block: { archivedAt: null, section: { archivedAt: null } } },
          include: { block: { select: { sectionId: true } } },
        });
  if (!found || found.block.sectionId === sectionId) throw refuse("invalid", { field: "repeats", message: "choose" });
  return found;
}
