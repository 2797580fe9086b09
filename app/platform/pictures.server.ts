import { drawPicture } from "~/domain/pictures/draw";
import type { PictureContent } from "~/domain/pictures/content";
import type { Drawn, PictureTable } from "~/domain/pictures/drawn";
import { pictureWords } from "~/domain/pictures/words";
import type { Person } from "~/domain/permissions";
import type { Protocol } from "~/domain/protocol/schema";
import { languageIfAny } from "~/domain/tool-language";
import { protocolOf, type AssessmentRow } from "./assessment.server";
import type { Db } from "./db.server";
import { documentWords } from "./document-words.server";
import { limitedExport } from "./export-limits.server";
import { pictureFilePng } from "./picture-work.server";
import { pictureSvg } from "./picture.server";
import { refuse } from "./refusal.server";
import { writeSpreadsheet } from "./spreadsheet.server";

/** Whose eyes, in which study; `language` is that of the file. */
interface PictureStudy {
  assessment: AssessmentRow;
  protocol: Protocol;
  viewer: Person;
  language: string;
}

/** A picture that can be had as a file: who may, and what it shows to this person at an address with this query; null where there is nothing to draw. */
export interface PictureReader {
  permission: "actor.read" | "alignment.read" | "intervention.read" | "option.read" | "round.read" | "screening.read";
  read(db: Db, study: PictureStudy, query: URLSearchParams): Promise<PictureContent | null>;
}

/** Pictures by the name that stands in their address. */
export type PictureReaders = Readonly<Record<string, PictureReader>>;

/** The reader of a picture by its name; not found where there is none. */
export function pictureReader(readers: PictureReaders, name: string | undefined): PictureReader {
  const found = name !== undefined && Object.hasOwn(readers, name) ? readers[name] : undefined;
  if (!found) throw refuse("not-found");
  return found;
}

/** What is asked for: a picture by name, its format, and what the page that it stands on was asked. `language` of the query names another language of the study than the reader's own. */
interface AskedPicture {
  params: { name?: string | undefined; format?: string | undefined };
  query: URLSearchParams;
  /** The language of the reader. */
  language: string;
}

const formats = ["svg", "png", "csv"] as const;
const types = { svg: "image/svg+xml; charset=utf-8", png: "image/png", csv: "text/csv; charset=utf-8" } as const;

/** A picture of a study as a file: drawn (SVG, PNG) or its numbers (CSV, in which no cell is a formula). Not found where there is nothing to draw. */
export async function sendPicture(
  db: Db,
  reader: PictureReader,
  { assessment, viewer }: { assessment: AssessmentRow; viewer: Person },
  { params, query, language: own }: AskedPicture,
): Promise<Response> {
  const format = formats.find((each) => each === params.format);
  if (!format) throw refuse("not-found");
  const asked = query.get("language");
  const language = asked !== null && assessment.languages.includes(asked) ? asked : own;
  const content = await limitedExport(
    viewer.id,
    async () => {
      const shown = await reader.read(db, { assessment, viewer, language, protocol: await protocolOf(assessment) }, query);
      if (!shown) throw refuse("not-found");
      return written(drawPicture(shown, pictureWords(documentWords(language), language, assessment.languages)), format, language);
    },
    "picture",
  );
  return new Response(content, {
    headers: {
      "Content-Type": types[format],
      "Content-Disposition": `attachment; filename="${assessment.slug}-${params.name ?? ""}-${language}.${format}"`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "private, no-store",
    },
  });
}

async function written({ picture, table }: Drawn, format: (typeof formats)[number], language: string) {
  if (format === "svg") return pictureSvg(picture, language);
  if (format === "png") return new Uint8Array(await pictureFilePng({ picture, language }));
  const rows = rowsOf(table);
  const file = await writeSpreadsheet({ format, language: languageIfAny(language) ?? "en", tables: [{ name: "1", widths: [], rows }] });
  return new Uint8Array(file);
}

/** The head and the rows of the numbers. */
function rowsOf({ columns, rows }: PictureTable): (readonly string[])[] {
  return [columns.map(({ label }) => label), ...rows];
}
