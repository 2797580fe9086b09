import { z } from "zod";
import { unknownLanguage } from "~/domain/sources/csl-languages";
import { readingStates, sourceTypes, titleKinds } from "~/domain/sources/source";
import { writtenFormats, type WrittenFormat } from "~/domain/sources/reference-formats";
import type { Db } from "~/platform/db.server";
import { writeReferenceFile } from "~/platform/reference-work.server";
import { refuse } from "~/platform/refusal.server";
import { listSourceIds, type SourceFilter } from "./list-sources.server";
import { Authors, Bibliography } from "./stored";

const Coded = z.object({ type: z.enum(sourceTypes), titleKind: z.enum(titleKinds), reading: z.enum(readingStates) });

/** The format that an address asks for; refuses one that can't be written. */
export function formatAsked(query: URLSearchParams): WrittenFormat {
  const format = (Object.keys(writtenFormats) as WrittenFormat[]).find((one) => one === query.get("format"));
  if (!format) throw refuse("not-found");
  return format;
}

/** The sources of an assessment that fit a filter, in the order of their codes, as a download in a format of references. */
export async function exportSources(
  db: Db,
  assessment: { id: string; slug: string },
  filter: SourceFilter,
  format: WrittenFormat,
): Promise<Response> {
  const ids = await listSourceIds(db, assessment.id, filter);
  const rows = await db.source.findMany({ where: { assessmentId: assessment.id, archivedAt: null }, orderBy: { number: "asc" } });
  const sources = rows
    .filter(({ id }) => ids.has(id))
    .map(({ code, title, authors, issued, bibliography, language, abstract, ...coded }) => {
      const { type, titleKind } = Coded.parse(coded);
      const facts = { authors: Authors.parse(JSON.parse(authors)), bibliography: Bibliography.parse(JSON.parse(bibliography)) };
      return {
        code,
        source: { type, title, titleKind, issued, language: language === unknownLanguage ? null : language, abstract, ...facts },
      };
    });
  const { ending, type } = writtenFormats[format];
  return new Response(await writeReferenceFile(sources, format), {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${assessment.slug}.${ending}"`,
      "Cache-Control": "no-store",
      "Content-Security-Policy": "default-src 'none'; sandbox",
    },
  });
}
