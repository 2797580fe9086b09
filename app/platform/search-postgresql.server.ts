import type { OpenDatabase } from "./db.server";
import { alternatives, type SearchFor, type SearchHit } from "./search-query";

/** `to_tsquery` throws on a bare mark of its own, so each word is quoted; `:*` lets it be the beginning of a word. */
function queryOf(search: SearchFor): string {
  const quoted = (word: string) => `'${word.replaceAll("\\", "").replaceAll("'", "''")}':*`;
  return alternatives(search)
    .map((words) => `(${words.map(quoted).join(" | ")})`)
    .join(" & ");
}

/** Looks in the generated tsvector, best first. */
export async function searchPostgresql({ reader }: OpenDatabase, search: SearchFor): Promise<SearchHit[]> {
  const query = queryOf(search);
  if (query === "" || search.kinds.length === 0) return [];
  const found = `SELECT "kind", "recordId", MAX(ts_rank("vector", q)) AS "best" FROM "SearchText", to_tsquery('simple', $1) q
    WHERE "vector" @@ q AND "assessmentId" = $2 AND "kind" = ANY($3) GROUP BY "kind", "recordId"`;
  const sql = `SELECT "kind", "recordId" FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY "kind" ORDER BY "best" DESC, "recordId") AS "place"
    FROM (${found}) found) placed WHERE "place" <= $4 ORDER BY "best" DESC, "recordId"`;
  return reader.$queryRawUnsafe<SearchHit[]>(sql, query, search.assessmentId, [...search.kinds], search.limit);
}
