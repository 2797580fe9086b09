import { makeGraph, type GraphGround, type GraphLink } from "~/domain/evidence/graph";
import { isEvidenceKind, nodeKey, type NodeRef } from "~/domain/evidence/kinds";
import type { Db } from "./db.server";
import {
  listBlockRows,
  listGraphGrounds,
  listGraphLinks,
  listSectionRows,
  listStatementRows,
  type BlockRow,
  type StatementRow,
  type StudyDocument,
} from "./evidence-graph.server";

/**
 * The document as far as some sections stand on it: their blocks, and the statements with the evidence below them, in whichever section. All
 * sections are in it, without the blocks of others. Queries grow with how deep the chain is, rows with what is reached, neither with the study.
 */
export async function readDocumentBelow(db: Db, assessmentId: string, sectionIds: readonly string[]): Promise<StudyDocument> {
  const sections = await listSectionRows(db, assessmentId);
  const found: Found = { blocks: new Map(), statements: new Map(), links: [], grounds: [] };
  const reached = new Set<string>();
  let front = await listBlockRows(db, { assessmentId, sectionIds });
  while (front.length > 0) {
    const blockIds = front.map(({ id }) => id);
    for (const block of front) found.blocks.set(block.id, block);
    const [links, own] = await Promise.all([
      listGraphLinks(db, assessmentId, blockIds),
      listStatementRows(db, assessmentId, { blockIds: front.filter(({ repeats }) => repeats === null).map(({ id }) => id) }),
    ]);
    for (const statement of own) found.statements.set(statement.id, statement);
    found.links.push(...links);
    await addGrounds(db, assessmentId, links, { found, reached });
    front = await nextBlocks(db, assessmentId, found, [
      ...links.flatMap(({ to }) => (to.kind === "statement" ? [to.id] : [])),
      ...front.flatMap(({ repeats }) => repeats ?? []),
    ]);
  }
  const { blocks, statements, links, grounds } = found;
  const rows = [...blocks.values()].toSorted((one, other) =>
    one.sort === other.sort ? compareIds(one, other) : one.sort < other.sort ? -1 : 1,
  );
  return { graph: makeGraph({ blocks: rows, statements: [...statements.values()], links, grounds }), sections, blocks, statements };
}

interface Found {
  blocks: Map<string, BlockRow>;
  statements: Map<string, StatementRow>;
  links: GraphLink[];
  grounds: GraphGround[];
}

const compareIds = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);

/** The blocks in which statements stand that were not come to before. */
async function nextBlocks(db: Db, assessmentId: string, found: Found, statementIds: readonly string[]): Promise<BlockRow[]> {
  const ids = [...new Set(statementIds)].filter((id) => !found.statements.has(id));
  if (ids.length === 0) return [];
  const statements = await listStatementRows(db, assessmentId, { ids });
  const blockIds = statements.map(({ blockId }) => blockId).filter((id) => !found.blocks.has(id));
  return blockIds.length === 0 ? [] : listBlockRows(db, { assessmentId, ids: blockIds });
}

/** What stands under the evidence that links point at, and under that. */
async function addGrounds(
  db: Db,
  assessmentId: string,
  links: readonly GraphLink[],
  { found, reached }: { found: Found; reached: Set<string> },
): Promise<void> {
  let nodes: NodeRef[] = links.map(({ to }) => to);
  while (nodes.length > 0) {
    const fresh = nodes.filter((node) => isEvidenceKind(node.kind) && !reached.has(nodeKey(node)));
    for (const node of fresh) reached.add(nodeKey(node));
    const grounds = fresh.length === 0 ? [] : await listGraphGrounds(db, assessmentId, [...new Set(fresh.map(({ id }) => id))]);
    found.grounds.push(...grounds);
    nodes = grounds.map(({ evidence }) => evidence);
  }
}
