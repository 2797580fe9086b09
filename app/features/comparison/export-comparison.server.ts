import type { ComparisonFilter } from "~/domain/interviews/comparison";
import { type AssessmentRow, protocolOf } from "~/platform/assessment.server";
import { limitedExport } from "~/platform/export-limits.server";
import { spreadsheetFormats, spreadsheetResponse } from "~/platform/spreadsheet.server";
import { refuse } from "~/platform/refusal.server";
import { inThread } from "~/platform/thread.server";
import { openDatabaseUrl } from "~/platform/thread-reader.server";
import type { Viewer } from "~/platform/viewer.server";
import { comparisonFilterFrom } from "./comparison-filter";
import { type ComparisonOrder, makeComparisonFile } from "./make-comparison-file.server";

const thread = { file: "features/comparison/comparison-thread.ts", here: makeComparisonFile };

/** What an address and a moment say of a file. */
interface AskedFile {
  format: string | undefined;
  search: URLSearchParams;
  at: Date;
}

/** The comparison as a file, made in another thread: filtered as on the page of whoever asks for it, without notes. */
export async function exportComparison(viewer: Viewer, assessment: AssessmentRow, { format, search, at }: AskedFile) {
  const known = spreadsheetFormats.find((each) => each === format);
  if (!known) throw refuse("not-found");
  const filter: ComparisonFilter = comparisonFilterFrom(search, await protocolOf(assessment));
  const order: ComparisonOrder = { databaseUrl: openDatabaseUrl(), assessment, viewer, filter, format: known, at };
  const content = await limitedExport(viewer.id, () => inThread(thread, order));
  return spreadsheetResponse(known, `${assessment.slug}-matrix`, content);
}
