import { inflateRawSync } from "node:zlib";
import { deflateSync } from "fflate";
import { canonical } from "~/domain/canonical";

/** The name under which a file keeps what it says of its origin where programs that drop data for machines leave it. */
export const provenanceMeta = "grondslag-provenance";

/** The most that a file may say of its origin, in bytes. */
const most = 64 * 1024 * 1024;

/** What a file says of its origin, short enough for a line of its head; the same bytes for the same text everywhere. */
export function packed(provenance: string): string {
  return Buffer.from(deflateSync(new TextEncoder().encode(provenance), { level: 9 })).toString("base64");
}

/** The same text again; null where it is none, or more than any file of ours says. */
export function unpackedIfAny(content: string): string | null {
  try {
    return inflateRawSync(Buffer.from(content, "base64"), { maxOutputLength: most }).toString("utf8");
  } catch {
    return null;
  }
}

/** JSON in the order and the signs in which its hash is taken; text that is no JSON as it is. */
export function asHashed(json: string): string {
  try {
    const parsed: unknown = JSON.parse(json);
    return canonical(parsed);
  } catch {
    return json;
  }
}
