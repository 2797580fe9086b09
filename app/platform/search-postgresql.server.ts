import type { SearchTerm } from "~/domain/search/query";
import type { OpenDatabase } from "./db.server";
import type { IndexAsk, IndexRow } from "./search-query";

const quoted = (word: string) => `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;

function termOf({ sequences, prefix }: SearchTerm): string {
  return `(${sequences.map((words) => `(${words.map(quoted).join(" <-> ")}${prefix ? ":*" : ""})`).join(" | ")})`;
}

/** The question to the tsvector: where to look are words of it too (`a:`, `k:`, `l:`), so that it never goes through another study. */
function queryOf({ assessmentId, kind, language, query }: IndexAsk): string {
  const where = [`a:${assessmentId}`, `k:${kind}`, ...(language === null ? [] : [`l:${language}`])];
  return [...where.map(quoted), ...query.all.map(termOf), ...query.none.map((term) => `!${termOf(term)}`)].join(" & ");
}

/** Looks in the generated tsvector, in one statement for all kinds; the newest rows of each. */
export async function searchPostgresql({ reader }: OpenDatabase, asks: readonly IndexAsk[]): Promise<IndexRow[]> {
  const one = (n: number) => `(SELECT "kind", "recordId", substr("words", 1, 4000) AS "words" FROM "SearchText"
    WHERE "n" IN (SELECT "n" FROM "SearchText" WHERE "vector" @@ $${3 * n + 1}::tsquery ORDER BY "n" + 0 DESC LIMIT $${3 * n + 2})
    AND "assessmentId" = $${3 * n + 3})`;
  const values = asks.flatMap((ask) => [queryOf(ask), ask.limit, ask.assessmentId]);
  return reader.$queryRawUnsafe<IndexRow[]>(asks.map((_, n) => one(n)).join(" UNION ALL "), ...values);
}
