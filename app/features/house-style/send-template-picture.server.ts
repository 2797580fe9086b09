import { db } from "~/platform/db.server";
import { openTemplate } from "~/platform/docx/house/open-template.server";
import { pictureAt } from "~/platform/docx/house/template-pictures";
import { readStoredBytes } from "~/platform/files.server";
import { findHouseStyleIfAny } from "~/platform/house-styles.server";
import { refuse } from "~/platform/refusal.server";

/** A picture of the template in use, by its place in the list of them, in a sandbox of its own; not found where a browser can't show it. */
export async function sendTemplatePicture(assessmentId: string, place: string | undefined, request: Request): Promise<Response> {
  const found = await findHouseStyleIfAny(db, assessmentId);
  const picture = found?.facts.pictures[Number(place) - 1];
  if (!found || !picture?.shown) throw refuse("not-found");
  const tag = `"${found.sha256}-${place}"`;
  const shared = { ETag: tag, "Cache-Control": "private, no-cache", "Content-Security-Policy": "default-src 'none'; sandbox" };
  if (request.headers.get("if-none-match") === tag) return new Response(null, { status: 304, headers: shared });
  const template = await openTemplate(await readStoredBytes(found.sha256));
  const read = "parts" in template ? pictureAt(template, picture.path) : null;
  if (!read) throw refuse("not-found");
  return new Response(new Uint8Array(read.bytes), {
    headers: { ...shared, "Content-Type": read.type, "Content-Length": String(read.bytes.length), "X-Content-Type-Options": "nosniff" },
  });
}
