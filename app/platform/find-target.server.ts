import { chainProblem, type LinkEnd, type LinkStart } from "~/domain/evidence/chain";
import { wouldMakeCycle } from "~/domain/evidence/graph";
import { isEvidenceKind, nodeKey, requireStatementKind, type LinkKind, type NodeRef } from "~/domain/evidence/kinds";
import { findQuestion } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { findStudy } from "./acting.server";
import type { Tx } from "./db.server";
import { readEvidence, whichOf } from "./evidence.server";
import { readGraph } from "./evidence-graph.server";
import { refuse } from "./refusal.server";
import type { FoundBlock } from "./find-section.server";

/** What a link is to point at: it exists, can be cited, fits the chain and closes no cycle. */
export interface FoundTarget {
  code: string;
}

type Person = Parameters<typeof readEvidence>[1]["viewer"];

/** Finds what a block is to cite. What is not there (or blind for this person) is not found; what can't be cited, does not fit or would close a cycle is refused with the reason. */
export async function findTarget(tx: Tx, person: Person, block: FoundBlock, to: NodeRef, kind: LinkKind, at: Date): Promise<FoundTarget> {
  const study = await findStudy(tx, block.assessmentId);
  const { code, end } = isEvidenceKind(to.kind)
    ? await findEvidence(tx, person, { ...study, at }, to)
    : await findStatement(tx, study.protocol, block, to.id);
  const problem = chainProblem(study.protocol.rules.chain, startOf(block), end, kind);
  if (problem) throw refuse("invalid", { field: "target", message: problem, code });
  if (to.kind === "statement" && wouldMakeCycle(await readGraph(tx, block.assessmentId), block.id, to))
    throw refuse("invalid", { field: "target", message: "cycle", code });
  return { code };
}

/** Refuses another kind of link for a target that is linked already, where the chain does not have it. */
export async function requireFits(tx: Tx, block: FoundBlock, to: NodeRef, kind: LinkKind): Promise<void> {
  const { protocol } = await findStudy(tx, block.assessmentId);
  const end: LinkEnd = isEvidenceKind(to.kind) ? { kind: to.kind } : (await findStatement(tx, protocol, block, to.id)).end;
  const problem = chainProblem(protocol.rules.chain, startOf(block), end, kind);
  if (problem) throw refuse("invalid", { field: "kind", message: problem });
}

function startOf({ statement }: FoundBlock): LinkStart {
  return statement ? requireStatementKind(statement.kind) : "text";
}

async function findEvidence(
  tx: Tx,
  viewer: Person,
  study: Awaited<ReturnType<typeof findStudy>> & { at: Date },
  to: NodeRef,
): Promise<{ code: string; end: LinkEnd }> {
  const found = (await readEvidence(tx, { ...study, viewer, which: whichOf([to]) })).get(nodeKey(to));
  if (!found) throw refuse("not-found");
  const { citable, citableFrom: from, code } = found;
  if (citable) throw refuse("invalid", { field: "target", message: citable, code, ...(from !== null && { from }) });
  return { code, end: { kind: to.kind } };
}

async function findStatement(tx: Tx, protocol: Protocol, from: FoundBlock, id: string): Promise<{ code: string; end: LinkEnd }> {
  const found = await tx.statement.findFirst({
    where: { id, assessmentId: from.assessmentId, block: { archivedAt: null, section: { archivedAt: null } } },
  });
  if (!found) throw refuse("not-found");
  const answersBelow = isBelow(protocol, found.question, from.statement?.question ?? null);
  return { code: found.code, end: { kind: "statement", statement: requireStatementKind(found.kind), answersBelow } };
}

/** Says whether a question stands anywhere below another in the tree. */
function isBelow(protocol: Protocol, id: string | null, above: string | null): boolean {
  const parent = id === null ? null : (findQuestion(protocol, id)?.parent ?? null);
  return parent !== null && above !== null && (parent === above || isBelow(protocol, parent, above));
}
