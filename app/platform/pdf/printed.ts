import type { Relation } from "~/domain/document/content";

/** A language as the typesetter knows it: two or three letters, and a region. */
export type PrintedLanguage = readonly [language: string, region: string | null];

/** A ground as it is printed, with the place that it leads to; null = it leads nowhere. */
export interface PrintedGround {
  k: "ground";
  text: string;
  to: string | null;
  relation: Relation;
}

/** What stands within a line, with texts that can be set as they are. */
export type PrintedRun =
  | { k: "text"; text: string; strong?: true; em?: true; tied?: true; href?: string; lang?: PrintedLanguage }
  | { k: "break" }
  | { k: "note"; text: string }
  | PrintedGround
  | { k: "reference"; text: string; to: string | null };
/** A line as it is printed. */
export type PrintedLine = readonly PrintedRun[];

/** A list, with the lists below its items. */
export interface PrintedList {
  ordered: boolean;
  items: { line: PrintedLine; lists: PrintedList[] }[];
}

/** A cell of a table; `long` = it may be split over two pages. */
export interface PrintedCell {
  lines: PrintedLine[];
  header: boolean;
  indent: number;
}

/** A table: shares of its columns, its size of type, its head, and its rows. */
export interface PrintedTable {
  k: "table";
  at: string | null;
  lang: PrintedLanguage;
  caption: string | null;
  columns: readonly number[];
  size: number;
  head: PrintedCell[];
  rows: { long: boolean; cells: PrintedCell[] }[];
  flag: string | null;
}

/** A statement: `at` is its place where it is at home, `to` leads there where it is repeated. */
export interface PrintedStatement {
  k: "statement";
  code: string;
  at: string | null;
  to: string | null;
  lang: PrintedLanguage;
  long: boolean;
  question: PrintedLine | null;
  paragraphs: PrintedLine[];
  flag: string | null;
  stands: string;
  grounds: PrintedGround[];
  home: string | null;
  notes: { label: string; parts: { text: string; to: string | null }[] }[];
  answer: { label: string; line: PrintedLine } | null;
}

/** A block of a section. */
export type PrintedBlock =
  | { k: "paragraph"; at: string | null; lang: PrintedLanguage; line: PrintedLine; flag: string | null }
  | { k: "heading"; level: number; lang: PrintedLanguage; line: PrintedLine }
  | { k: "list"; lang: PrintedLanguage; list: PrintedList; flag: string | null }
  | PrintedTable
  | { k: "picture"; at: string | null; lang: PrintedLanguage; svg: string; width: number; height: number; alt: string; caption: string }
  | PrintedStatement
  | { k: "limitations"; title: string; items: { number: string; at: string | null; lang: PrintedLanguage; line: PrintedLine }[] }
  | { k: "register"; empty: string; head: string[]; entries: PrintedEntry[] }
  | { k: "notice"; lang: PrintedLanguage; line: PrintedLine };

/** An entry of the register of evidence. */
export interface PrintedEntry {
  code: string;
  at: string;
  label: PrintedLine;
  lang: PrintedLanguage;
  text: PrintedLine | null;
  flag: string | null;
  asides: { text: string; withheld: boolean }[];
  stands: string;
  grounds: PrintedGround[];
  bears: { text: string; to: string | null; aside: string | null; contradicts: boolean }[];
}

/** A section with its heading; `level` leaves out no level before it. */
export interface PrintedSection {
  at: string;
  level: number;
  number: string | null;
  heading: string;
  lang: PrintedLanguage;
  blocks: PrintedBlock[];
}

/** A document as the typesetter gets it: every text can be set, every place exists. The template decides how it looks. */
export interface PrintedDocument {
  title: string;
  lang: PrintedLanguage;
  description: string;
  keywords: string[];
  others: string[];
  facts: { term: string; text: string }[];
  notices: string[];
  head: { classification: string; title: string; lines: string[]; height: number };
  foot: { edition: string; page: string; of: string };
  mark: string | null;
  words: { contents: string; tables: string; figures: string };
  captions: { tables: boolean; figures: boolean };
  /** The sections before the contents, and those after. */
  front: PrintedSection[];
  sections: PrintedSection[];
}
