import type { AssessmentRow } from "~/platform/assessment.server";
import { limitedExport } from "~/platform/export-limits.server";
import { refuse } from "~/platform/refusal.server";
import { spreadsheetFormats, spreadsheetResponse } from "~/platform/spreadsheet.server";
import { inThread } from "~/platform/thread.server";
import { openDatabaseUrl } from "~/platform/thread-reader.server";
import type { Viewer } from "~/platform/viewer.server";
import { type CodingsOrder, makeCodingsFile } from "./make-codings-file.server";

const thread = { file: "features/codes/codings-thread.ts", here: makeCodingsFile };

/** The marked passages as a file, made in another thread; attributed as on the page of whoever asks for it. */
export async function exportCodings(viewer: Viewer, assessment: AssessmentRow, format: string | undefined, code: string | null) {
  const known = spreadsheetFormats.find((each) => each === format);
  if (!known) throw refuse("not-found");
  const order: CodingsOrder = { databaseUrl: openDatabaseUrl(), assessment, viewer, code, format: known };
  const content = await limitedExport(viewer.id, () => inThread(thread, order));
  return spreadsheetResponse(known, `${assessment.slug}-codes`, content);
}
