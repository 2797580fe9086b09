import type { Node } from "prosemirror-model";
import type { Command, EditorState } from "prosemirror-state";
import { TextSelection } from "prosemirror-state";

interface PlaceInTable {
  table: Node;
  /** Where the table begins in the document, and the row and column of the cursor, from 0. */
  at: number;
  row: number;
  column: number;
}

/** Says whether the cursor is in a table. */
export function isInTable(state: EditorState): boolean {
  return placeInTable(state) !== undefined;
}

/** Puts a table of two columns after the paragraph of the cursor: a head and one row. */
export const insertTable: Command = (state, dispatch) => {
  const { table, table_row, table_header, table_cell, paragraph } = state.schema.nodes;
  const { $to } = state.selection;
  if (!table || !table_row || !table_header || !table_cell || !paragraph || $to.depth < 1 || isInTable(state)) return false;
  const rows = [table_header, table_cell].map((type) => table_row.create(null, [type.create(), type.create()]));
  const after = $to.after(1);
  const follows = state.doc.resolve(after).nodeAfter ? [] : [paragraph.create()];
  const tr = state.tr.insert(after, [table.create(null, rows), ...follows]);
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1))).scrollIntoView());
  return true;
};

/** Adds a row under the one of the cursor. */
export const addRow: Command = (state, dispatch) => {
  const place = placeInTable(state);
  const { table_row, table_cell } = state.schema.nodes;
  if (!place || !table_row || !table_cell) return false;
  const cells = place.table.child(place.row).children.map(() => table_cell.create());
  const after = place.at + 1 + sizeOf(place.table.children.slice(0, place.row + 1));
  const tr = state.tr.insert(after, table_row.create(null, cells));
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1))).scrollIntoView());
  return true;
};

/** Adds a column after the one of the cursor; its cells are of the kind of their neighbours. */
export const addColumn: Command = (state, dispatch) => {
  const place = placeInTable(state);
  if (!place) return false;
  const tr = state.tr;
  let rowAt = place.at + 1;
  for (const row of place.table.children) {
    const before = row.children.slice(0, place.column + 1);
    const cell = before.at(-1)?.type.create();
    if (cell) tr.insert(tr.mapping.map(rowAt + 1 + sizeOf(before)), cell);
    rowAt += row.nodeSize;
  }
  dispatch?.(tr);
  return true;
};

/** Makes the first row of the table a head, or a head an ordinary row. */
export const toggleHeaderRow: Command = (state, dispatch) => {
  const place = placeInTable(state);
  const { table_header, table_cell } = state.schema.nodes;
  const first = place?.table.firstChild;
  if (!place || !first || !table_header || !table_cell) return false;
  const isHead = first.children.every(({ type }) => type === table_header);
  const tr = state.tr;
  first.children.forEach((_, at) =>
    tr.setNodeMarkup(place.at + 2 + sizeOf(first.children.slice(0, at)), isHead ? table_cell : table_header),
  );
  dispatch?.(tr);
  return true;
};

/** Takes the row of the cursor away; the last one takes the table with it. */
export const removeRow: Command = (state, dispatch) => {
  const place = placeInTable(state);
  if (!place) return false;
  if (place.table.childCount === 1) return removeTable(state, dispatch);
  const from = place.at + 1 + sizeOf(place.table.children.slice(0, place.row));
  const tr = state.tr.delete(from, from + place.table.child(place.row).nodeSize);
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size)), -1)).scrollIntoView());
  return true;
};

/** Takes the column of the cursor away; the last one takes the table with it. */
export const removeColumn: Command = (state, dispatch) => {
  const place = placeInTable(state);
  if (!place) return false;
  if (place.table.children.every(({ childCount }) => childCount === 1)) return removeTable(state, dispatch);
  const tr = state.tr;
  let rowAt = place.at + 1;
  for (const row of place.table.children) {
    const cell = row.maybeChild(place.column);
    const from = tr.mapping.map(rowAt + 1 + sizeOf(row.children.slice(0, place.column)));
    if (cell && row.childCount > 1) tr.delete(from, from + cell.nodeSize);
    rowAt += row.nodeSize;
  }
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Takes the table of the cursor away, with all in it. */
export const removeTable: Command = (state, dispatch) => {
  const place = placeInTable(state);
  const { paragraph } = state.schema.nodes;
  if (!place || !paragraph) return false;
  const tr = state.tr.replaceWith(place.at, place.at + place.table.nodeSize, paragraph.create());
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(place.at + 1))));
  return true;
};

function placeInTable(state: EditorState): PlaceInTable | undefined {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name === "table") {
      return { table: $from.node(depth), at: $from.before(depth), row: $from.index(depth), column: $from.index(depth + 1) };
    }
  }
  return undefined;
}

function sizeOf(nodes: readonly Node[]): number {
  return nodes.reduce((size, node) => size + node.nodeSize, 0);
}
