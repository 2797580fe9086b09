import { fileEnding, mediaTypes } from "~/domain/document/file-formats";
import type { AssessmentRow } from "~/platform/assessment.server";
import { readStoredFile } from "~/platform/files.server";
import { hasAlready, keptByReader, notModified } from "~/platform/reader-cache.server";
import { refuse } from "~/platform/refusal.server";
import type { Viewer } from "~/platform/guard.server";
import { sha256 } from "~/platform/sha256.server";
import { findReadableEdition } from "./open-edition.server";
import { isReleased } from "./queries.server";

/** A file of an edition that this person may read: always a download, in a sandbox of its own; once released, her browser may keep it. */
export async function sendEditionFile(
  user: Viewer,
  assessment: AssessmentRow,
  { number, name }: { number: string | undefined; name: string },
  request: Request,
): Promise<Response> {
  const edition = await findReadableEdition(user, assessment, number, new URL(request.url).searchParams.get("draft"));
  const file = edition.files.find(({ language, format }) => fileEnding(language, format) === name);
  if (!file) throw refuse("not-found");
  // Hers alone: the tag of one reader tells no other that the file is there.
  const tag = `"${sha256(`${file.sha256} ${user.id}`)}"`;
  const kept = isReleased(edition) ? { ETag: tag, "Cache-Control": keptByReader } : {};
  const shared = { ...kept, "Content-Security-Policy": "default-src 'none'; sandbox" };
  if (isReleased(edition) && hasAlready(request, tag)) return notModified(shared);
  const headers = {
    ...shared,
    "Content-Type": mediaTypes[file.format],
    "Content-Length": String(file.bytes),
    "Content-Disposition": `attachment; filename="${file.name}"`,
  };
  return new Response(await readStoredFile(file.sha256), { headers });
}
