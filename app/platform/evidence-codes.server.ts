import { groupBy } from "~/domain/evidence/graph";
import { nodeKinds, nodeKey, type NodeKind, type NodeRef } from "~/domain/evidence/kinds";
import { judgementsSeenBy } from "./blind.server";
import type { Db } from "./db.server";

interface Coded {
  id: string;
  code: string;
}

/** The codes of evidence and statements as the team knows them, by node: one query per kind. A judgement of a round that is not open has none here. */
export async function listCodes(db: Db, assessmentId: string, refs: readonly NodeRef[]): Promise<Map<string, string>> {
  const byKind = groupBy(refs, ({ kind }) => kind);
  const select = { id: true, code: true } as const;
  const find: { readonly [Kind in NodeKind]: (ids: string[]) => Promise<Coded[]> } = {
    excerpt: (ids) => db.excerpt.findMany({ where: { assessmentId, id: { in: ids } }, select }),
    "interview-answer": (ids) => db.interviewAnswer.findMany({ where: { assessmentId, id: { in: ids } }, select }),
    "actor-fact": (ids) => db.actorFact.findMany({ where: { assessmentId, id: { in: ids } }, select }),
    judgement: (ids) => db.judgement.findMany({ where: { assessmentId, id: { in: ids }, ...judgementsSeenBy(null) }, select }),
    alignment: (ids) => db.alignment.findMany({ where: { assessmentId, id: { in: ids } }, select }),
    statement: (ids) => db.statement.findMany({ where: { assessmentId, id: { in: ids } }, select }),
  };
  const found = await Promise.all(
    nodeKinds
      .filter((kind) => byKind.has(kind))
      .map(async (kind) => {
        const rows = await find[kind]([...new Set((byKind.get(kind) ?? []).map(({ id }) => id))]);
        return rows.map(({ id, code }) => [nodeKey({ kind, id }), code] as const);
      }),
  );
  return new Map(found.flat());
}
