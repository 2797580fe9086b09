import { mediaTypes } from "~/domain/document/file-formats";
import type { AssessmentRow } from "~/platform/assessment.server";
import { downloadOf } from "~/platform/download.server";
import { limitedExport } from "~/platform/export-limits.server";
import type { Viewer } from "~/platform/guard.server";
import { refuse } from "~/platform/refusal.server";
import { writeCompared } from "./compare-in-thread.server";
import { findCompared, type ComparedAsked } from "./open-comparison.server";

/** What changed between two editions as a download, `nl.changes.docx` or `nl.redline.docx`; written in a thread of its own. */
export async function sendComparison(user: Viewer, assessment: AssessmentRow, asked: ComparedAsked & { name: string }): Promise<Response> {
  const [, wanted, what] = /^([a-z-]+)\.(changes|redline)\.docx$/u.exec(asked.name) ?? [];
  const query = new URLSearchParams(asked.query);
  query.set("in", wanted ?? "");
  const { from, to, language } = await findCompared(user, assessment, { ...asked, query });
  if (language === null || language !== wanted || (what !== "changes" && what !== "redline")) throw refuse("not-found");
  const content = await limitedExport(user.id, () => writeCompared({ from, to, language }, what));
  const name = `${assessment.slug}-${from.number}-${from.draft}-${to.number}-${to.draft}-${language}.${what}.docx`;
  return downloadOf(name, mediaTypes.docx, content);
}
