import {
  FormDataParseError,
  MaxFileSizeExceededError,
  MaxFilesExceededError,
  MaxPartsExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  parseFormData,
} from "@remix-run/form-data-parser";
import { formLimits, keptFields, readBody } from "./read-form.server";
import type { Fields } from "./read-form.server";
import { refuse } from "./refusal.server";

/** A file as it was sent: its name is text and never a path. */
export interface UploadedFile {
  field: string;
  name: string;
  bytes: Uint8Array;
}

/** The largest file that a page takes, in bytes; a page may say less. */
const uploadLimit = 25 * 1024 * 1024;

/** The fields and files of a posted form with files; refuses a body over the limit as soon as it is (413), and what is no such form (415, 422). */
export async function readUpload(request: Request, limit = uploadLimit): Promise<{ fields: Fields; files: UploadedFile[] }> {
  const kind = request.headers.get("content-type") ?? "";
  if (!kind.startsWith("multipart/form-data")) throw refuse("wrong-kind");
  const body = await readBody(request, limit + formLimits.bytes);
  // A copy of its own, for the body of a request may be any view of memory.
  const copy = new Request("http://own.invalid/", { method: "POST", headers: { "content-type": kind }, body: new Uint8Array(body) });
  const files: UploadedFile[] = [];
  const form = await parseFormData(copy, { maxFileSize: limit, maxFiles: 20 }, async (file) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (file.name !== "" || bytes.length > 0) files.push({ field: file.fieldName, name: file.name.split(/[\\/]/).at(-1) ?? "", bytes });
    return null;
  }).catch((error: unknown) => {
    throw refusalOf(error, limit);
  });
  return { fields: keptFields([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []))), files };
}

const tooLarge = [MaxFileSizeExceededError, MaxFilesExceededError, MaxPartsExceededError, MaxTotalSizeExceededError];

/** What the parser can't take, as a refusal: too much of something (413), or no such form (422). */
function refusalOf(error: unknown, limit: number): unknown {
  if (tooLarge.some((kind) => error instanceof kind)) return refuse("too-large", { limit });
  return error instanceof FormDataParseError || error instanceof MultipartParseError ? refuse("invalid") : error;
}
