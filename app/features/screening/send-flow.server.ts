import { textIn } from "~/domain/local-text";
import { flowPicture } from "~/domain/screening/flow-picture";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { documentWords } from "~/platform/document-words.server";
import { pictureSvg } from "~/platform/picture.server";
import { refuse } from "~/platform/refusal.server";
import { loadFlow } from "./load-flow.server";

/** The flow of publications as an SVG file in one language; not found where nothing was recorded. */
export async function sendFlow(db: Db, assessment: AssessmentRow, language: string): Promise<Response> {
  const read = await loadFlow(db, assessment, null);
  if (!read?.isRecorded) throw refuse("not-found");
  const say = documentWords(language);
  const labels = new Map(read.shown.reasons.map(({ key, label }) => [key, textIn(label, language, assessment.languages)]));
  const picture = flowPicture(
    read.shown.flow,
    (key, values) => say(`data.flow.${key}`, values),
    (key) => labels.get(key) ?? key,
  );
  return new Response(pictureSvg(picture, language), {
    headers: {
      "Content-Type": "image/svg+xml; charset=utf-8",
      "Content-Disposition": `attachment; filename="flow-${assessment.slug}-${language}.svg"`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "private, no-store",
    },
  });
}
