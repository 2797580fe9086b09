import type { HolderKind } from "~/domain/files/kinds";
import { addAttachment } from "~/features/attachments/add-attachment.server";
import { storeFile } from "~/platform/files.server";
import { as, type Cast } from "../cast";
import { hour } from "./interview-scene";

/** The bytes of a small PDF. */
export const pdf = Buffer.from("%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n");

/** Adds a file to a holder, by the researcher; its name is a canary. */
export async function givenAttachment(
  cast: Cast,
  holderKind: HolderKind,
  holderId: string,
  more: Partial<{ name: string; note: string }> = {},
) {
  const { sha256, bytes } = await storeFile(pdf);
  const file = { name: more.name ?? "Goudvink toestemming.pdf", type: "application/pdf", bytes, sha256 };
  const { id } = await addAttachment(as(cast.researcher, hour(4)), {
    assessmentId: cast.assessment.id,
    holderKind,
    holderId,
    file,
    note: more.note ?? "",
  });
  return { id, ...file };
}

/** A form with one file, as a browser sends it. */
export function formWith(
  file: { name: string; bytes: Uint8Array } | null,
  fields: Readonly<Record<string, string>> = { note: "" },
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (file) form.append("file", new File([new Uint8Array(file.bytes)], file.name));
  return form;
}

/** A request that posts a form with a file, with the given headers. */
export function uploadOf(path: string, form: FormData, headers: Readonly<Record<string, string>> = {}): Request {
  return new Request(new URL(path, "http://localhost:3000"), { method: "POST", body: form, headers: { accept: "text/html", ...headers } });
}
