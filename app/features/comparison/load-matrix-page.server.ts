import type { ComparisonFilter } from "~/domain/interviews/comparison";
import type { Db } from "~/platform/db.server";
import { loadComparison } from "./load-comparison.server";
import { readCell, readReading } from "./load-readings.server";
import type { ComparedStudy } from "./study";

/** What an address asks for: one question or one interview to read, or the table with the cell that is open. */
export async function loadMatrixPage(db: Db, study: ComparedStudy, search: URLSearchParams, filter: ComparisonFilter) {
  const [question, interview] = [search.get("question"), search.get("interview")];
  const which = question !== null ? { question } : interview !== null ? { interview } : null;
  if (which) return { kind: "reading" as const, reading: await readReading(db, study, which) };
  const comparison = await loadComparison(db, study, filter);
  return { kind: "table" as const, comparison, cell: await readCell(db, study, search.get("cell")) };
}
