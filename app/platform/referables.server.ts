import { referables, type Referable } from "~/domain/sections/referable";
import { dataReferenceIfAny } from "~/domain/sections/data-reference";
import type { Db } from "./db.server";
import { listSectionRows } from "./evidence-graph.server";

/** Everything to which the texts of an assessment may refer, as numbered now; nothing of its texts is read. Three queries. */
export async function readReferables(db: Db, assessmentId: string): Promise<Referable[]> {
  const live = { archivedAt: null, section: { archivedAt: null } };
  const [sections, blocks, statements] = await Promise.all([
    listSectionRows(db, assessmentId),
    db.block.findMany({
      where: { assessmentId, ...live, kind: { not: "text" } },
      select: { id: true, sectionId: true, sort: true, kind: true, data: true },
    }),
    db.statement.findMany({
      where: { assessmentId, block: live },
      select: { id: true, code: true, block: { select: { sectionId: true } } },
    }),
  ]);
  return referables({
    sections,
    blocks: new Map(blocks.map((block) => [block.id, { ...block, data: dataReferenceIfAny(block.data) }])),
    statements: new Map(statements.map(({ id, code, block }) => [id, { id, code, sectionId: block.sectionId }])),
  });
}
