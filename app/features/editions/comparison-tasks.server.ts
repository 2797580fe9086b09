import { compareDocuments, type DocumentComparison } from "~/domain/document/compare-documents";
import type { EditionDocument } from "~/domain/document/model";
import { pagesOfPlaces } from "~/domain/document/reading";
import { db } from "~/platform/db.server";
import { readEditionDocument } from "~/platform/edition-document.server";
import type { ReadingOrder } from "~/platform/thread-reader.server";
import { writeComparison } from "./comparison-files.server";

/** Two editions by what names and what proves their content, and a language that both have. */
export interface ComparedPair {
  from: { id: string; hash: string };
  to: { id: string; hash: string };
  language: string;
}

/** What is wanted of two editions: what a page shows of their differences, or a Word file. */
export type ComparisonOrder = ReadingOrder & ComparedPair & { what: "page" | "changes" | "redline" };

/** The bytes of the file, or what the page shows. */
export type ComparisonAnswer = { page: ComparedOnPage } | { file: Uint8Array };

/** Reads the documents of two editions and compares them: heavy work, for a thread. */
export async function runComparison({ what, from, to, language }: ComparisonOrder): Promise<ComparisonAnswer> {
  const before = await readEditionDocument(db, from, language);
  const after = await readEditionDocument(db, to, language);
  if (what === "page") return { page: comparedOnPage(before, after) };
  return { file: await writeComparison({ what, from: before, to: after, hash: to.hash }) };
}

/** So many rows of one table and texts of one section are shown; the file has them all. */
const shownAtMost = 40;

/** The differences, and on which page of the reading room each place of the later edition is read. */
function comparedOnPage(before: EditionDocument, after: EditionDocument) {
  const found = shortened(compareDocuments(before, after));
  const pages = pagesOfPlaces(after);
  const places = [...found.statements, ...found.sections, ...found.tables].flatMap(({ anchor }) => anchor ?? []);
  return { found, pages: Object.fromEntries(places.map((place) => [place, pages.get(place)])) };
}

/** What a page shows of the differences between two editions. */
export type ComparedOnPage = ReturnType<typeof comparedOnPage>;

function shortened({ statements, sections, tables }: DocumentComparison) {
  return {
    statements,
    sections: sections.map((section) => ({ ...section, texts: section.texts.slice(0, shownAtMost), more: rest(section.texts) })),
    tables: tables.map((table) => ({ ...table, rows: table.rows.slice(0, shownAtMost), more: rest(table.rows) })),
  };
}

const rest = (list: readonly unknown[]) => Math.max(0, list.length - shownAtMost);
