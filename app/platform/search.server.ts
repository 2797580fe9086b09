import type { EvidenceKind } from "~/domain/evidence/kinds";
import { judgementsSeenBy } from "./blind.server";
import { currentDatabase, db } from "./db.server";
import { searchPostgresql } from "./search-postgresql.server";
import { asksOf, rankRows, type SearchFor, type SearchHit } from "./search-query";
import { searchSqlite } from "./search-sqlite.server";

/** The records of an assessment whose words fit, best first. It says nothing about who may see them: read them through the function of their kind. */
export async function searchTexts(search: SearchFor): Promise<SearchHit[]> {
  const database = currentDatabase();
  const asks = asksOf(search);
  const [first] = asks;
  if (!first) return [];
  const rows = await (database.dialect === "sqlite" ? searchSqlite(database, asks) : searchPostgresql(database, asks));
  return rankRows(rows, first.query, search.limit);
}

/** Whether what was typed can be a code: letters, digits and the marks between them. */
export function isCode(typed: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}:.+-]{1,39}$/u.test(typed);
}

/** Records whose code is exactly what was typed (`S09:3`, `I7:22b`, `O7:f4`); no judgement that is blind to this viewer, not even its place in a list. */
export async function findEvidenceByCode(
  assessmentId: string,
  viewerId: string,
  code: string,
  kinds: readonly EvidenceKind[],
): Promise<SearchHit[]> {
  if (!isCode(code)) return [];
  const where = { where: { assessmentId, code: code.toUpperCase().replace(/:F(?=\d)/u, ":f") }, select: { id: true }, take: 5 };
  const exact = { where: { assessmentId, code }, select: { id: true }, take: 5 };
  const rows: { [Kind in EvidenceKind]: () => Promise<{ id: string }[]> } = {
    excerpt: () => db.excerpt.findMany(where),
    "interview-answer": () => db.interviewAnswer.findMany(exact),
    "actor-fact": () => db.actorFact.findMany(where),
    judgement: () => db.judgement.findMany({ ...where, where: { ...where.where, AND: [judgementsSeenBy(viewerId)] } }),
    alignment: () => db.alignment.findMany(exact),
  };
  const found = await Promise.all(kinds.map(async (kind) => (await rows[kind]()).map(({ id }) => ({ kind, recordId: id }))));
  return found.flat();
}
