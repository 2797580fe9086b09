import type { OpenDatabase } from "./db.server";
import { alternatives, type SearchFor, type SearchHit } from "./search-query";

/** Each word of the person is quoted, or FTS5 would read a quote mark as its own; the last one may be the beginning of a word. */
function matchOf(search: SearchFor): string {
  const quoted = (word: string) => `"${word.replaceAll('"', '""')}"*`;
  return alternatives(search)
    .map((words) => `(${words.map(quoted).join(" OR ")})`)
    .join(" AND ");
}

/** Looks in the FTS5 index, best first. */
export async function searchSqlite({ reader }: OpenDatabase, search: SearchFor): Promise<SearchHit[]> {
  const match = matchOf(search);
  if (match === "" || search.kinds.length === 0) return [];
  const places = search.kinds.map(() => "?").join(", ");
  const found = `SELECT s."kind", s."recordId", MIN(i.rank) AS "best" FROM "SearchIndex" i JOIN "SearchText" s ON s."n" = i.rowid
    WHERE "SearchIndex" MATCH ? AND s."assessmentId" = ? AND s."kind" IN (${places}) GROUP BY s."kind", s."recordId"`;
  const sql = `SELECT "kind", "recordId" FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY "kind" ORDER BY "best", "recordId") AS "place" FROM (${found}))
    WHERE "place" <= ? ORDER BY "best", "recordId"`;
  return reader.$queryRawUnsafe<SearchHit[]>(sql, match, search.assessmentId, ...search.kinds, search.limit);
}
