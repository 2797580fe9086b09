import type { SearchTerm } from "~/domain/search/query";
import type { OpenDatabase } from "./db.server";
import type { IndexAsk, IndexRow } from "./search-query";

const quoted = (word: string) => `"${word.replaceAll('"', '""')}"`;

function termOf({ sequences, prefix }: SearchTerm): string {
  return `(${sequences.map((words) => words.map(quoted).join(" + ") + (prefix ? "*" : "")).join(" OR ")})`;
}

/** The question to the FTS5 index: where to look are words of the index too, so that it never goes through another study. */
function matchOf({ assessmentId, kind, language, query }: IndexAsk): string {
  const where = [`"assessmentId" : ${quoted(assessmentId)}`, `"kind" : ${quoted(kind)}`];
  if (language !== null) where.push(`"language" : ${quoted(language)}`);
  const asked = [...where, `"words" : (${query.all.map(termOf).join(" AND ")})`].join(" AND ");
  return query.none.length === 0 ? asked : `(${asked}) NOT "words" : (${query.none.map(termOf).join(" OR ")})`;
}

/** Looks in the FTS5 index, in one statement for all kinds; the newest rows of each. */
export async function searchSqlite({ reader }: OpenDatabase, asks: readonly IndexAsk[]): Promise<IndexRow[]> {
  const one = `SELECT * FROM (SELECT s."kind", s."recordId", substr(s."words", 1, 4000) AS "words"
    FROM (SELECT rowid FROM "SearchIndex" WHERE "SearchIndex" MATCH ? ORDER BY rowid DESC LIMIT ?) i JOIN "SearchText" s ON s."n" = i.rowid
    WHERE s."assessmentId" = ?)`;
  const values = asks.flatMap((ask) => [matchOf(ask), ask.limit, ask.assessmentId]);
  return reader.$queryRawUnsafe<IndexRow[]>(asks.map(() => one).join(" UNION ALL "), ...values);
}
