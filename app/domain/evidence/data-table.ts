import { textIn, type LocalText } from "~/domain/local-text";
import type { Run } from "~/domain/sources/cite";
import { plainReference } from "~/domain/sources/cite-runs";
import type { DataBlock } from "~/domain/protocol/outline";
import type { PictureContent } from "~/domain/pictures/content";

/** Words in a data block: a text by language, a reference by language in stretches of which some are italic, something that is the same in every language (a code, a name, a number), or a word of the tool by its key. */
export type DataWords =
  | { text: LocalText }
  | { runs: Readonly<Record<string, readonly Run[]>> }
  | { plain: string }
  | { key: string; values?: { readonly [name: string]: string | number } };

/** A column; `bound` = its values are part of what a sign-off binds (attribution and bibliographic fields are not). */
export interface DataColumn {
  id: string;
  label: DataWords;
  bound: boolean;
  numeric?: boolean | undefined;
}

/** A row with one cell per column (null = empty), and where a cell has a second line that line in `below`; `depth` indents a tree. */
export interface DataRow {
  id: string;
  depth: number;
  cells: readonly (DataWords | null)[];
  below?: readonly (DataWords | null)[] | undefined;
}

/** What a data block shows, from the records themselves, as the page and the document both lay it out; without columns it is its notes alone. */
export interface DataTable {
  block: DataBlock;
  caption: DataWords;
  columns: readonly DataColumn[];
  rows: readonly DataRow[];
  notes: readonly DataWords[];
  /** How wide the columns are in a document, in parts of a hundred, where they are not as wide as each other. */
  widths?: readonly number[] | undefined;
  /**
   * What a sign-off binds in place of what is shown: the same records in a form that does not change with the layout; null = nothing, since another
   * table of the block binds it.
   */
  binds?: BoundTable | null | undefined;
  /** What is drawn above the table, one picture after the other. */
  pictures?: readonly PictureContent[] | undefined;
  /** Only the pictures are shown; what is bound stays the same. */
  picturesOnly?: true | undefined;
}

/** A table as far as a sign-off binds it. */
export type BoundTable = Pick<DataTable, "block" | "columns" | "rows">;

/** The tables that a sign-off binds: each in the form in which it does, without those that are notes alone. */
export function tablesToBind(tables: readonly DataTable[]): BoundTable[] {
  return tables.flatMap((table) => (table.binds === null ? [] : [table.binds ?? table])).filter(({ columns }) => columns.length > 0);
}

/** The words in one language; `word` gives those of the tool. */
export function wordsIn(
  words: DataWords,
  language: string,
  fallback: readonly string[],
  word: (key: string, values?: { readonly [name: string]: string | number }) => string,
): string {
  if ("plain" in words) return words.plain;
  if ("runs" in words) return plainReference(runsIn(words.runs, language));
  return "text" in words ? textIn(words.text, language, fallback) : word(words.key, words.values);
}

/** A reference in a language; in one that references are not printed in it is the English one. */
export function runsIn(runs: Readonly<Record<string, readonly Run[]>>, language: string): readonly Run[] {
  return runs[language] ?? runs["en"] ?? [];
}

/** The values of a data block as a sign-off binds them, in the languages covered: bound columns only, rows in the order shown. */
export function boundTable(table: BoundTable, languages: readonly string[]): object {
  const columns = table.columns.map((column, at) => ({ column, at })).filter(({ column }) => column.bound);
  return {
    block: table.block,
    columns: columns.map(({ column }) => column.id),
    rows: table.rows.map(({ id, cells, below }) => ({
      id,
      cells: columns.map(({ at }) => boundWords(cells[at] ?? null, languages)),
      ...(below && { below: columns.map(({ at }) => boundWords(below[at] ?? null, languages)) }),
    })),
  };
}

function boundWords(words: DataWords | null, languages: readonly string[]): object | string | null {
  if (words === null) return null;
  if ("plain" in words) return words.plain;
  if ("runs" in words) return Object.fromEntries(languages.map((language) => [language, plainReference(runsIn(words.runs, language))]));
  if ("key" in words) return { key: words.key, values: { ...words.values } };
  const covered = Object.entries(words.text).filter(([language]) => languages.includes(language));
  return Object.fromEntries(covered.length > 0 ? covered : Object.entries(words.text));
}
