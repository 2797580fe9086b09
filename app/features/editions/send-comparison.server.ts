import { mediaTypes } from "~/domain/document/file-formats";
import type { AssessmentRow } from "~/platform/assessment.server";
import { limitedExport } from "~/platform/export-limits.server";
import type { Viewer } from "~/platform/guard.server";
import { refuse } from "~/platform/refusal.server";
import { inThread } from "~/platform/thread.server";
import { writeComparison, type ComparisonOrder } from "./comparison-files.server";
import { openCompared, type ComparedAsked } from "./open-comparison.server";

const thread = { file: "features/editions/comparison-thread.ts", here: (order: ComparisonOrder) => writeComparison(order) };

/** What changed between two editions as a download, `nl.changes.docx` or `nl.redline.docx`; written in a thread of its own. */
export async function sendComparison(user: Viewer, assessment: AssessmentRow, asked: ComparedAsked & { name: string }): Promise<Response> {
  const [, language, what] = /^([a-z-]+)\.(changes|redline)\.docx$/u.exec(asked.name) ?? [];
  const query = new URLSearchParams(asked.query);
  query.set("in", language ?? "");
  const { from, to, documents } = await openCompared(user, assessment, { ...asked, query });
  const [before, after] = documents;
  if (!before || after?.language !== language || (what !== "changes" && what !== "redline")) throw refuse("not-found");
  const content = await limitedExport(user.id, () => inThread(thread, { what, from: before, to: after, hash: to.hash }));
  const name = `${assessment.slug}-${from.number}-${from.draft}-${to.number}-${to.draft}-${language}.${what}.docx`;
  const headers = {
    "Content-Type": mediaTypes.docx,
    "Content-Length": String(content.byteLength),
    "Content-Disposition": `attachment; filename="${name}"`,
    "Content-Security-Policy": "default-src 'none'; sandbox",
  };
  return new Response(new Uint8Array(content), { headers });
}
