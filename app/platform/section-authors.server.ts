import { groupBy } from "~/domain/evidence/graph";
import { takenSuggestionStates } from "~/domain/moves/suggestion";
import type { Db } from "./db.server";
import type { StudyDocument } from "./evidence-graph.server";

/** So many ids in one query: databases take no more than some thirty thousand values. */
const idsAtOnce = 5000;

/** What the words of a section are kept in: blocks (with the fields of their statements), links and translations. */
const kinds = ["block", "link", "translation"];

/**
 * Everyone who wrote any part of what stands in some sections now, by section: who saved, restored or translated a block, weighed its
 * statement, cited under it, or proposed a wording of it that was accepted. One query for every five thousand records.
 */
export async function readAuthors(
  db: Db,
  assessmentId: string,
  document: StudyDocument,
  sectionIds: readonly string[],
): Promise<Map<string, string[]>> {
  const sectionOf = new Map<string, string>();
  const blockIds: string[] = [];
  for (const sectionId of sectionIds) {
    for (const { id: blockId } of document.graph.blocksOfSection.get(sectionId) ?? []) {
      const links = document.graph.linksOfBlock.get(blockId) ?? [];
      const translations = document.blocks.get(blockId)?.translations ?? [];
      blockIds.push(blockId);
      for (const id of [blockId, ...[...links, ...translations].map((one) => one.id)]) sectionOf.set(id, sectionId);
    }
  }
  const [versions, proposals] = await Promise.all([
    inParts([...sectionOf.keys()], (ids) =>
      db.version.groupBy({
        by: ["recordId", "byId"],
        where: { assessmentId, kind: { in: kinds }, recordId: { in: ids }, byKind: "user" },
      }),
    ),
    inParts(blockIds, (ids) =>
      db.suggestion.findMany({
        where: { assessmentId, state: { in: [...takenSuggestionStates] }, blockId: { in: ids } },
        select: { blockId: true, byId: true },
      }),
    ),
  ]);
  const written = [...versions, ...proposals.map(({ blockId: recordId, byId }) => ({ recordId, byId }))];
  const placed = written.map(({ recordId, byId }) => ({ byId, sectionId: sectionOf.get(recordId) ?? "" }));
  return new Map(
    [...groupBy(placed, ({ sectionId }) => sectionId)].map(([id, found]) => [id, [...new Set(found.map(({ byId }) => byId))].toSorted()]),
  );
}

async function inParts<Row>(ids: readonly string[], read: (ids: string[]) => Promise<Row[]>): Promise<Row[]> {
  const parts = Array.from({ length: Math.ceil(ids.length / idsAtOnce) }, (_, part) => ids.slice(part * idsAtOnce, (part + 1) * idsAtOnce));
  return (await Promise.all(parts.map(read))).flat();
}
