import { nodeKey, requireLinkKind, requireNodeKind } from "~/domain/evidence/kinds";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { listCodes } from "~/platform/evidence-codes.server";
import { refuse } from "~/platform/refusal.server";
import { findBlockRow, findSectionToWrite } from "~/platform/find-section.server";

/** A link with its block, its section and the code of what it points at, in a section in which this person may write now. */
export async function findLinkToWrite(tx: Tx, context: ChangeContext, assessmentId: string, id: string) {
  const row = await tx.link.findFirst({ where: { id, assessmentId, archivedAt: null } });
  if (!row) throw refuse("not-found");
  const block = await findBlockRow(tx, assessmentId, row.fromBlockId);
  const section = await findSectionToWrite(tx, context, assessmentId, block.sectionId);
  const to = { kind: requireNodeKind(row.toKind), id: row.toId };
  const code = (await listCodes(tx, assessmentId, [to])).get(nodeKey(to)) ?? "";
  return { link: { ...row, to, kind: requireLinkKind(row.kind) }, block, section, code };
}
