import { isUtf8 } from "node:buffer";
import { refuse } from "./refusal.server";

/** How much a form may hold: bytes of its body, and fields. */
export const formLimits = { bytes: 1024 * 1024, fields: 1000 } as const;

/** The fields of a form in the order of the page; a name may occur more than once. */
export type Fields = [name: string, value: string][];

const forbiddenNames = /(^|[.[])(__proto__|constructor|prototype)($|[\].[])/;

/** How much of a body that is refused is still read: a browser shows the answer only once it has sent what it began. */
const mostRead = 26 * 1024 * 1024;

/** The body of a request as bytes, refused (413) when it is over the limit. What is over it is read and not kept. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = Number(request.headers.get("content-length") ?? 0) > limit ? limit + 1 : 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length <= limit) chunks.push(chunk);
    else if (length > Math.max(limit, mostRead)) break;
  }
  if (length > limit) throw refuse("too-large", { limit });
  return Buffer.concat(chunks);
}

/** The fields of a posted form. Refuses what is too large (413), no form (415), not UTF-8 or named after an object's insides (422). */
export async function readForm(request: Request): Promise<Fields> {
  return keptFields(await fieldsOf(request));
}

/** The fields of any form as they are kept, with one kind of line end. Refuses too many (413) and one named after an object's insides (422). */
export function keptFields(fields: Fields): Fields {
  if (fields.length > formLimits.fields) throw refuse("too-large", { fields: formLimits.fields });
  if (fields.some(([name]) => forbiddenNames.test(name))) throw refuse("invalid");
  return fields.map(([name, value]) => [name, value.replaceAll(/\r\n?/g, "\n")]);
}

async function fieldsOf(request: Request): Promise<Fields> {
  const kind = request.headers.get("content-type") ?? "";
  const body = await readBody(request, formLimits.bytes);
  // Decoding would put another character for what is none, and keep that as what was typed.
  if (!isUtf8(body)) throw refuse("invalid");
  if (kind.startsWith("application/x-www-form-urlencoded")) return decodeFields(body);
  if (kind.startsWith("multipart/form-data")) return multipartFields(body, kind);
  throw refuse("wrong-kind");
}

function decodeFields(body: Uint8Array): Fields {
  const text = new TextDecoder("utf-8").decode(body);
  const decode = (part: string) => decodeURIComponent(part.replaceAll("+", " "));
  try {
    return text
      .split("&")
      .filter(Boolean)
      .map((pair) => {
        const at = pair.indexOf("=");
        return at < 0 ? [decode(pair), ""] : [decode(pair.slice(0, at)), decode(pair.slice(at + 1))];
      });
  } catch (error) {
    if (error instanceof URIError) throw refuse("invalid");
    throw error;
  }
}

async function multipartFields(body: Uint8Array, kind: string): Promise<Fields> {
  const form = await new Response(body as Uint8Array<ArrayBuffer>, { headers: { "content-type": kind } }).formData().catch(() => {
    throw refuse("invalid");
  });
  return [...form].map(([name, value]) => {
    if (typeof value !== "string") throw refuse("wrong-kind");
    return [name, value];
  });
}
