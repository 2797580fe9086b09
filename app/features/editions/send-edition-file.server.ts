import { fileEnding, mediaTypes } from "~/domain/document/file-formats";
import type { AssessmentRow } from "~/platform/assessment.server";
import { readStoredFile } from "~/platform/files.server";
import { refuse } from "~/platform/refusal.server";
import type { Viewer } from "~/platform/guard.server";
import { findReadableEdition } from "./open-edition.server";

/** A file of an edition that this person may read: always a download, in a sandbox of its own, the same bytes for the same tag. */
export async function sendEditionFile(
  user: Viewer,
  assessment: AssessmentRow,
  { number, name }: { number: string | undefined; name: string },
  request: Request,
): Promise<Response> {
  const edition = await findReadableEdition(user, assessment, number, new URL(request.url).searchParams.get("draft"));
  const file = edition.files.find(({ language, format }) => fileEnding(language, format) === name);
  if (!file) throw refuse("not-found");
  const tag = `"${file.sha256}"`;
  const shared = { ETag: tag, "Cache-Control": "private, no-cache", "Content-Security-Policy": "default-src 'none'; sandbox" };
  if (request.headers.get("if-none-match") === tag) return new Response(null, { status: 304, headers: shared });
  const headers = {
    ...shared,
    "Content-Type": mediaTypes[file.format],
    "Content-Length": String(file.bytes),
    "Content-Disposition": `attachment; filename="${file.name}"`,
  };
  return new Response(await readStoredFile(file.sha256), { headers });
}
