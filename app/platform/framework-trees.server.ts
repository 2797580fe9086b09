import { frameworkTree, type FrameworkTree } from "~/domain/alignment/framework-tree";
import type { CitedAgainst } from "~/domain/alignment/remarks";
import { groupBy, statementsOn, type EvidenceGraph } from "~/domain/evidence/graph";
import { nodeKey, type NodeRef } from "~/domain/evidence/kinds";
import { levelFromStored } from "~/domain/judgements/value";
import { findScale } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import type { Db } from "./db.server";
import { readGraph } from "./evidence-graph.server";
import { listEvidenceMarks } from "./evidence-marks.server";
import { readEvidence, whichOf } from "./evidence.server";
import type { Onlooker } from "./interviewees.server";

/** The judgement of a policy node as it is stored. */
type AlignmentRow = Awaited<ReturnType<typeof listAlignmentRows>>[number];

/** The frameworks of a study as trees with what was judged of them, and what of that is cited against a statement, by framework. */
export interface FrameworkTrees {
  trees: FrameworkTree[];
  /** By `framework/node`. */
  rows: ReadonlyMap<string, AlignmentRow>;
  against: ReadonlyMap<string, CitedAgainst[]>;
}

function listAlignmentRows(db: Db, assessmentId: string) {
  return db.alignment.findMany({
    where: { assessmentId },
    select: { id: true, framework: true, node: true, level: true, without: true, reasons: true, language: true },
  });
}

/** The frameworks of a study with their judgements, as this person may see what they rest on. A constant number of queries. */
export async function readFrameworkTrees(db: Db, assessmentId: string, protocol: Protocol, viewer: Onlooker): Promise<FrameworkTrees> {
  const [rows, graph, marks] = await Promise.all([
    listAlignmentRows(db, assessmentId),
    readGraph(db, assessmentId),
    listEvidenceMarks(db, assessmentId, protocol),
  ]);
  const known = new Set(marks.map(nodeKey));
  const byFramework = groupBy(rows, ({ framework }) => framework);
  const trees = (protocol.frameworks ?? []).flatMap((framework) => {
    const scale = findScale(protocol, framework.scale);
    const judged = (byFramework.get(framework.id) ?? []).map(({ id, node, level, without }) => {
      const grounds = groundsOf(graph, id);
      const alive = grounds.filter((ground) => known.has(nodeKey(ground))).length;
      return { node, level: levelFromStored(level), without, grounds: alive, lostGrounds: grounds.length - alive };
    });
    return scale ? [frameworkTree(framework, scale, judged)] : [];
  });
  const cited = await readAgainst(db, { assessmentId, protocol, viewer }, rows, graph);
  return {
    trees,
    rows: new Map(rows.map((row) => [`${row.framework}/${row.node}`, row])),
    against: groupBy(cited, ({ framework }) => framework),
  };
}

const groundsOf = (graph: EvidenceGraph, id: string) => graph.groundsOf.get(`alignment/${id}`) ?? [];

/** Where a judgement, or a ground of it, is cited against a statement. */
async function readAgainst(
  db: Db,
  { assessmentId, protocol, viewer }: { assessmentId: string; protocol: Protocol; viewer: Onlooker },
  rows: readonly AlignmentRow[],
  graph: EvidenceGraph,
): Promise<(CitedAgainst & { framework: string })[]> {
  const found = rows.flatMap(({ id, framework, node }) => {
    const against = (ref: NodeRef) =>
      statementsOn(graph, ref)
        .filter(({ link }) => link.kind === "contradicts")
        .map(({ statement }) => ({ framework, node, ref, statement: statement.code }));
    return [...against({ kind: "alignment", id }), ...groundsOf(graph, id).flatMap(against)];
  });
  const grounds = found.map(({ ref }) => ref).filter(({ kind }) => kind !== "alignment");
  const evidence =
    grounds.length === 0 ? null : await readEvidence(db, { assessment: { id: assessmentId }, protocol, viewer, which: whichOf(grounds) });
  return found.map(({ framework, node, ref, statement }) => ({
    framework,
    node,
    statement,
    ground: ref.kind === "alignment" ? null : (evidence?.get(nodeKey(ref))?.code ?? ""),
  }));
}
