import { chainProblem, type LinkEnd, type LinkStart } from "~/domain/evidence/chain";
import { wouldMakeCycle } from "~/domain/evidence/graph";
import { isEvidenceKind, nodeKey, requireStatementKind, type LinkKind, type NodeRef } from "~/domain/evidence/kinds";
import { findQuestion } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { findStudy } from "./acting.server";
import type { Db, Tx } from "./db.server";
import { readEvidence, whichOf } from "./evidence.server";
import { readGraph } from "./evidence-graph.server";
import { refuse } from "./refusal.server";
import type { FoundBlock } from "./find-section.server";

/** What a link is to point at: it exists, can be cited, fits the chain and closes no cycle. */
export interface FoundTarget {
  code: string;
}

type Person = Parameters<typeof readEvidence>[1]["viewer"];

/** A block as far as citing goes: running text, or a statement with the question that it answers. */
interface CitingBlock {
  statement: { kind: string; question: string | null } | null;
}

/** Something that a block is to cite. */
export interface Citing {
  block: CitingBlock;
  to: NodeRef;
  kind: LinkKind;
}

/** Whether something can be cited: `code` is null for what is not there, or blind for this person; `from` is the day from which it can. */
export interface CitingChecked {
  code: string | null;
  problem: string | null;
  from: string | null;
}

/** Finds what a block is to cite. What is not there (or blind for this person) is not found; what can't be cited, does not fit or would close a cycle is refused with the reason. */
export async function findTarget(tx: Tx, person: Person, block: FoundBlock, to: NodeRef, kind: LinkKind, at: Date): Promise<FoundTarget> {
  const [found] = await checkCitings(tx, person, { assessmentId: block.assessmentId, at }, [{ block, to, kind }]);
  if (!found || found.code === null) throw refuse("not-found");
  const { code, problem, from } = found;
  if (problem !== null) throw refuse("invalid", { field: "target", message: problem, code, ...(from !== null && { from }) });
  if (to.kind === "statement" && wouldMakeCycle(await readGraph(tx, block.assessmentId), block.id, to))
    throw refuse("invalid", { field: "target", message: "cycle", code });
  return { code };
}

/**
 * Says of each of some links whether it can be made, cycles left out. `coming` and `going` are the blocks that a change is about to bring
 * back and to take away. A constant number of queries.
 */
export async function checkCitings(
  db: Db,
  viewer: Person,
  { assessmentId, at, coming = [], going = [] }: { assessmentId: string; at: Date; coming?: readonly string[]; going?: readonly string[] },
  citings: readonly Citing[],
): Promise<CitingChecked[]> {
  if (citings.length === 0) return [];
  const study = await findStudy(db, assessmentId);
  const nodes = citings.map(({ to }) => to);
  const isThere = ({ blockId, block }: StatementEnd) =>
    coming.includes(blockId) || (!going.includes(blockId) && block.archivedAt === null && block.section.archivedAt === null);
  const [evidence, statements] = await Promise.all([
    readEvidence(db, { ...study, viewer, at, which: whichOf(nodes) }),
    listStatementEnds(db, assessmentId, nodes),
  ]);
  const checked = (block: CitingBlock, kind: LinkKind, end: LinkEnd) => chainProblem(study.protocol.rules.chain, startOf(block), end, kind);
  return citings.map(({ block, to, kind }): CitingChecked => {
    if (isEvidenceKind(to.kind)) {
      const found = evidence.get(nodeKey(to));
      if (!found) return { code: null, problem: null, from: null };
      const { code, citable, citableFrom } = found;
      return { code, problem: citable ?? checked(block, kind, { kind: to.kind }), from: citable ? citableFrom : null };
    }
    const found = statements.find(({ id }) => id === to.id);
    if (!found || !isThere(found)) return { code: null, problem: null, from: null };
    return { code: found.code, problem: checked(block, kind, statementEnd(study.protocol, found, block)), from: null };
  });
}

/** Refuses another kind of link for a target that is linked already, where the chain does not have it. */
export async function requireFits(tx: Tx, block: FoundBlock, to: NodeRef, kind: LinkKind): Promise<void> {
  const { protocol } = await findStudy(tx, block.assessmentId);
  const problem = chainProblem(protocol.rules.chain, startOf(block), await findEnd(tx, protocol, block, to), kind);
  if (problem) throw refuse("invalid", { field: "kind", message: problem });
}

async function findEnd(tx: Tx, protocol: Protocol, block: FoundBlock, to: NodeRef): Promise<LinkEnd> {
  if (isEvidenceKind(to.kind)) return { kind: to.kind };
  const [found] = await listStatementEnds(tx, block.assessmentId, [to]);
  if (!found || found.block.archivedAt !== null || found.block.section.archivedAt !== null) throw refuse("not-found");
  return statementEnd(protocol, found, block);
}

function startOf({ statement }: CitingBlock): LinkStart {
  return statement ? requireStatementKind(statement.kind) : "text";
}

type StatementEnd = Awaited<ReturnType<typeof listStatementEnds>>[number];

function listStatementEnds(db: Db, assessmentId: string, nodes: readonly NodeRef[]) {
  const ids = nodes.flatMap(({ kind, id }) => (kind === "statement" ? [id] : []));
  const block = { select: { archivedAt: true, section: { select: { archivedAt: true } } } } as const;
  return db.statement.findMany({
    where: { assessmentId, id: { in: ids } },
    select: { id: true, code: true, kind: true, question: true, blockId: true, block },
  });
}

function statementEnd(protocol: Protocol, found: { kind: string; question: string | null }, { statement }: CitingBlock): LinkEnd {
  const answersBelow = isBelow(protocol, found.question, statement?.question ?? null);
  return { kind: "statement", statement: requireStatementKind(found.kind), answersBelow };
}

/** Says whether a question stands anywhere below another in the tree. */
function isBelow(protocol: Protocol, id: string | null, above: string | null): boolean {
  const parent = id === null ? null : (findQuestion(protocol, id)?.parent ?? null);
  return parent !== null && above !== null && (parent === above || isBelow(protocol, parent, above));
}
