import type { Block, EditionDocument, TableCell } from "~/domain/document/model";
import { lineText, plainWords, type FrozenWords } from "~/domain/document/statement-text";

/** A cell of a table that says something else now; `column` is the text over it. */
export interface CellChange {
  column: string;
  before: string;
  after: string;
}

/** A row that came, went or says something else; named by its first cell. */
export interface RowChange {
  name: string;
  what: "new" | "dropped" | "changed";
  cells: CellChange[];
}

/** A table that came, went or holds something else. */
export interface TableChange {
  name: string;
  /** Its place in the later document; null for one that was dropped. */
  anchor: string | null;
  what: "new" | "dropped" | "changed";
  rows: RowChange[];
}

interface ReadTable {
  name: string;
  anchor: string | null;
  head: string[];
  rows: { name: string; cells: string[] }[];
}

/** Compares the tables of two documents, ratings among them: by section and caption, and within a table by the first cell of a row. */
export function compareTables(from: EditionDocument, to: EditionDocument): TableChange[] {
  const [before, after] = [tablesOf(from), tablesOf(to)];
  const changes = [...after].flatMap(([key, table]): TableChange[] => {
    const earlier = before.get(key);
    if (!earlier) return [{ name: table.name, anchor: table.anchor, what: "new", rows: [] }];
    const rows = compareRows(earlier, table);
    return rows.length > 0 ? [{ name: table.name, anchor: table.anchor, what: "changed", rows }] : [];
  });
  const dropped = [...before].filter(([key]) => !after.has(key));
  return [...changes, ...dropped.map(([, { name }]): TableChange => ({ name, anchor: null, what: "dropped", rows: [] }))];
}

function tablesOf(document: EditionDocument): Map<string, ReadTable> {
  const tables = document.sections.flatMap((section) =>
    section.blocks.flatMap((block) =>
      block.kind === "table"
        ? [[`${section.code} ${block.caption ?? ""}`, readTable(block, section.heading, document.words)] as const]
        : [],
    ),
  );
  return new Map(numbered(tables));
}

/** What stands several times under one name is told apart by its place among them. */
function numbered<Value>(entries: readonly (readonly [string, Value])[]): (readonly [string, Value])[] {
  const counts = new Map<string, number>();
  return entries.map(([key, value]) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return [`${key} ${count}`, value] as const;
  });
}

function readTable(
  { caption, label, anchor, head, rows }: Extract<Block, { kind: "table" }>,
  heading: string,
  words: FrozenWords,
): ReadTable {
  const named = [label, caption ?? heading].filter((text) => text !== undefined).join(". ");
  return {
    name: named,
    anchor: anchor ?? null,
    head: head.map((cell) => cellText(cell, words)),
    rows: rows.map((row) => row.map((cell) => cellText(cell, words))).map((cells) => ({ name: cells[0] ?? "", cells })),
  };
}

const cellText = ({ lines }: TableCell, words: FrozenWords) => plainWords(lines.map((line) => lineText(line, words)).join(" "));

function compareRows(before: ReadTable, after: ReadTable): RowChange[] {
  const rowsOf = ({ rows }: ReadTable) => new Map(numbered(rows.map((row) => [row.name, row] as const)));
  const [old, now] = [rowsOf(before), rowsOf(after)];
  const changes = [...now].flatMap(([key, row]): RowChange[] => {
    const earlier = old.get(key);
    if (!earlier) return [{ name: row.name, what: "new", cells: cellsOf(after, [], row.cells) }];
    const cells = cellsByColumn(before, earlier.cells, after, row.cells);
    return cells.length > 0 ? [{ name: row.name, what: "changed", cells }] : [];
  });
  const dropped = [...old].filter(([key]) => !now.has(key));
  return [...changes, ...dropped.map(([, row]): RowChange => ({ name: row.name, what: "dropped", cells: cellsOf(before, row.cells, []) }))];
}

function cellsOf({ head, rows }: ReadTable, before: readonly string[], after: readonly string[]): CellChange[] {
  const count = Math.max(head.length, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: count }, (_, at) => ({ column: head[at] ?? "", before: before[at] ?? "", after: after[at] ?? "" })).filter(
    (cell, at) => at > 0 && cell.before !== cell.after,
  );
}

/** Cells under the same head; a column that came or went is compared with nothing. */
function cellsByColumn(before: ReadTable, old: readonly string[], after: ReadTable, now: readonly string[]): CellChange[] {
  if (before.head.join("\n") === after.head.join("\n")) return cellsOf(after, old, now);
  const columns = [...new Set([...after.head, ...before.head])];
  const at = (table: ReadTable, cells: readonly string[], column: string) => cells[table.head.indexOf(column)] ?? "";
  return columns
    .map((column) => ({ column, before: at(before, old, column), after: at(after, now, column) }))
    .filter((cell) => cell.before !== cell.after && cell.column !== after.head[0]);
}
