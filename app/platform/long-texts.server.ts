import { digestOfLong } from "~/domain/trail/told-event";
import { blockDocument } from "~/domain/text/document";
import { textOfDoc } from "~/domain/text/text-of-doc";
import type { Db } from "./db.server";
import { sha256 } from "./sha256.server";
import type { TrailEvent } from "./trail.server";

/** Versions that are never read for the trail: the trail is for the whole team, and these are not. */
const withheld: ReadonlySet<string> = new Set(["interview-notes", "identity"]);

/**
 * The texts over 2 KiB that some events name by their SHA-256 only, read from the versions that the same changes kept and from those before
 * them, by SHA-256. A version that was altered gives no text. One query, and none where no event has such a text.
 */
export async function readLongTexts(db: Db, events: readonly TrailEvent[]): Promise<Map<string, string>> {
  const wanted = new Set(events.flatMap(digestsOf));
  if (wanted.size === 0) return new Map();
  const kept = events.filter((event) => digestsOf(event).length > 0).flatMap(({ records }) => records);
  const versions = kept.filter(({ kind }) => !withheld.has(kind));
  const rows = await db.version.findMany({
    where: { OR: versions.map(({ kind, id, version }) => ({ kind, recordId: id, number: { in: [version - 1, version] } })) },
    select: { body: true },
  });
  const texts = rows.flatMap(({ body }) => Object.values(JSON.parse(body) as Record<string, unknown>).flatMap(textsOf));
  return new Map(texts.map((text) => [sha256(text), text] as const).filter(([digest]) => wanted.has(digest)));
}

function digestsOf({ change }: Pick<TrailEvent, "change">): string[] {
  return Object.values(change ?? {}).flatMap((value) => {
    const sides =
      typeof value === "object" && value !== null && "before" in value && "after" in value ? [value.before, value.after] : [value];
    return sides.flatMap((side) => digestOfLong(side) ?? []);
  });
}

/** What a field of a version can stand for in the trail: itself, or the plain text of the document that it stores. */
function textsOf(value: unknown): string[] {
  if (typeof value !== "string") return [];
  const document = value.startsWith("{") ? documentIfAny(value) : null;
  return document === null ? [value] : [value, document];
}

function documentIfAny(stored: string): string | null {
  try {
    const read = blockDocument.safeParse(JSON.parse(stored));
    return read.success ? textOfDoc(read.data) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
