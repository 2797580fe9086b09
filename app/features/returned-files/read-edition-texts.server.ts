import { z } from "zod";
import type { WrittenBody, WrittenText } from "~/domain/returned/written-text";
import type { Db } from "~/platform/db.server";
import { documentOf } from "~/platform/evidence-graph.server";
import { BlockBody, TranslationBody } from "~/platform/kept-bodies";

/** What the manifest of an edition says of its texts. */
const TextsOfManifest = z.object({
  sections: z.array(z.object({ id: z.string(), code: z.string() })),
  blocks: z.array(
    z.object({
      id: z.string(),
      section: z.string(),
      version: z.int(),
      translations: z.array(z.object({ language: z.string(), version: z.int() })),
    }),
  ),
});

interface Kept {
  kind: "block" | "translation";
  recordId: string;
  number: number;
}

/** How many versions are asked for at once. */
const atOnce = 200;

/** The texts that went into an edition at the versions that its manifest names, in the order in which each section had them. */
export async function readEditionTexts(db: Db, edition: { id: string }): Promise<WrittenText[]> {
  const row = await db.edition.findUniqueOrThrow({ where: { id: edition.id }, select: { manifest: true } });
  const manifest = TextsOfManifest.parse(JSON.parse(row.manifest));
  const ids = manifest.blocks.map(({ id }) => id);
  const translations = await db.translation.findMany({
    where: { kind: "block", field: "document", recordId: { in: ids } },
    select: { id: true, recordId: true, language: true },
  });
  const translationOf = (blockId: string, language: string) =>
    translations.find((one) => one.recordId === blockId && one.language === language)?.id ?? "";
  const wanted = manifest.blocks.flatMap(({ id, version, translations: own }): Kept[] => [
    { kind: "block", recordId: id, number: version },
    ...own.map((one): Kept => ({ kind: "translation", recordId: translationOf(id, one.language), number: one.version })),
  ]);
  const bodies = await readVersions(db, wanted);
  const codes = new Map(manifest.sections.map(({ id, code }) => [id, code]));
  return manifest.blocks
    .flatMap(({ id, section, version, translations: own }) => {
      const kept = bodies.get(`block ${id}`);
      if (kept === undefined) return [];
      const { sort, document, language, repeats, data, statement } = BlockBody.parse(JSON.parse(kept));
      if (repeats !== null || data !== null) return [];
      const others = own.map((one) => translationBody(one, bodies.get(`translation ${translationOf(id, one.language)}`)));
      const original: WrittenBody = { language, version, original: true, document: documentOf(document) };
      const text = { blockId: id, code: statement?.code ?? null, section: codes.get(section) ?? "", bodies: [original, ...others.flat()] };
      return [{ sort, text }];
    })
    .toSorted((one, other) => (one.sort < other.sort ? -1 : 1))
    .map(({ text }) => text);
}

function translationBody({ language, version }: { language: string; version: number }, kept: string | undefined): WrittenBody[] {
  if (kept === undefined) return [];
  return [{ language, version, original: false, document: documentOf(TranslationBody.parse(JSON.parse(kept)).body) }];
}

async function readVersions(db: Db, wanted: readonly Kept[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let at = 0; at < wanted.length; at += atOnce) {
    const rows = await db.version.findMany({
      where: { OR: wanted.slice(at, at + atOnce).map((one) => ({ ...one })) },
      select: { kind: true, recordId: true, body: true },
    });
    for (const { kind, recordId, body } of rows) found.set(`${kind} ${recordId}`, body);
  }
  return found;
}
