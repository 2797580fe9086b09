import { setBlockType, toggleMark } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import type { Mark, Node, NodeType, Schema } from "prosemirror-model";
import { liftListItem, sinkListItem, wrapInList } from "prosemirror-schema-list";
import type { Command, EditorState } from "prosemirror-state";
import { NodeSelection } from "prosemirror-state";
import { TEXT_LIMITS } from "~/domain/text/limits";
import type { EditorCommand, ToolbarState } from "./editor-handle";
import { addColumn, addRow, insertTable, isInTable, removeColumn, removeRow, removeTable, toggleHeaderRow } from "./table-commands";

const never: Command = () => false;
type Names = Record<EditorCommand, Command>;

/** What the toolbar and the keys do in a schema; what the schema doesn't know can't be done. */
export function commandsOf(schema: Schema): Names {
  const { heading, bullet_list, ordered_list, list_item, table } = schema.nodes;
  return {
    strong: markCommand(schema, "strong"),
    em: markCommand(schema, "em"),
    heading: heading ? headingCommand(schema, 2) : never,
    bullet_list: bullet_list ? toggleList(bullet_list) : never,
    ordered_list: ordered_list ? toggleList(ordered_list) : never,
    indent: list_item ? sinkWithin(list_item) : never,
    outdent: list_item ? liftListItem(list_item) : never,
    table: table ? insertTable : never,
    add_row: addRow,
    add_column: addColumn,
    header_row: toggleHeaderRow,
    remove_row: removeRow,
    remove_column: removeColumn,
    remove_table: removeTable,
    undo,
    redo,
  };
}

/** Makes the paragraph a heading of that level, and such a heading a paragraph. */
export function headingCommand(schema: Schema, level: number): Command {
  const { heading, paragraph } = schema.nodes;
  return (state, dispatch, view) => {
    if (!heading || !paragraph) return false;
    const isOn = state.selection.$from.parent.hasMarkup(heading, { level });
    return (isOn ? setBlockType(paragraph) : setBlockType(heading, { level }))(state, dispatch, view);
  };
}

/** What the toolbar shows for a state of the editor. */
export function toolbarState(state: EditorState, commands: Names): ToolbarState {
  const names = Object.keys(commands) as EditorCommand[]; // the keys of a record of exactly these
  const list = listAround(state);
  const { selection } = state;
  const on = new Set(names.filter((name) => hasMark(state, name) || list?.type.name === name));
  if (selection.$from.parent.type.name === "heading") on.add("heading");
  const isNote = selection instanceof NodeSelection && selection.node.type.name === "footnote";
  return {
    on,
    can: new Set(names.filter((name) => commands[name](state))),
    inTable: isInTable(state),
    inList: list !== undefined,
    href: linkAround(state)?.mark.attrs["href"] as string | undefined, // the schema's own check makes it text
    note: isNote ? String(selection.node.attrs["text"]) : undefined,
  };
}

/** Makes the selection a link to an address, changes the link around the cursor, or with null takes it away. */
export function linkCommand(href: string | null): Command {
  return (state, dispatch) => {
    const type = state.schema.marks["link"];
    if (!type) return false;
    const around = linkAround(state);
    const { from, to } = around ?? state.selection;
    const tr = state.tr;
    if (href !== null && from === to) tr.replaceSelectionWith(state.schema.text(href, [type.create({ href })]), false);
    else {
      tr.removeMark(from, to, type);
      if (href !== null) tr.addMark(from, to, type.create({ href }));
    }
    dispatch?.(tr.removeStoredMark(type).scrollIntoView());
    return true;
  };
}

/** Puts a note, a citation, a cross reference or a figure where the cursor is, without taking away what is selected; a selected one of its kind is replaced. */
export function atomCommand(name: "footnote" | "citation" | "reference" | "figure", attrs: Record<string, string>): Command {
  return (state, dispatch) => {
    const type = state.schema.nodes[name];
    const { selection } = state;
    if (!type || !selection.$to.parent.inlineContent) return false;
    const replaces = selection instanceof NodeSelection && selection.node.type === type;
    dispatch?.(state.tr.replaceWith(replaces ? selection.from : selection.to, selection.to, type.create(attrs)).scrollIntoView());
    return true;
  };
}

function markCommand(schema: Schema, name: "strong" | "em"): Command {
  const type = schema.marks[name];
  return type ? toggleMark(type) : never;
}

function hasMark(state: EditorState, name: string): boolean {
  const type = state.schema.marks[name];
  const { from, to, empty, $from } = state.selection;
  if (!type) return false;
  return empty ? type.isInSet(state.storedMarks ?? $from.marks()) !== undefined : state.doc.rangeHasMark(from, to, type);
}

function toggleList(type: NodeType): Command {
  return (state, dispatch, view) => {
    const list = listAround(state);
    const { list_item } = state.schema.nodes;
    if (!list || !list_item) return wrapInList(type)(state, dispatch, view);
    if (list.type === type) return liftListItem(list_item)(state, dispatch);
    dispatch?.(state.tr.setNodeMarkup(list.at, type));
    return true;
  };
}

/** Makes the item one of the item before it, as far as lists may go down. */
function sinkWithin(item: NodeType): Command {
  const sink = sinkListItem(item);
  return (state, dispatch, view) => {
    const { $from } = state.selection;
    const levels = Array.from({ length: $from.depth }, (_, depth) => $from.node(depth + 1)).filter(({ type }) => type === item).length;
    return levels < TEXT_LIMITS.listLevels && sink(state, dispatch, view);
  };
}

function listAround(state: EditorState): { type: NodeType; at: number } | undefined {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { type } = $from.node(depth);
    if (type.name === "bullet_list" || type.name === "ordered_list") return { type, at: $from.before(depth) };
  }
  return undefined;
}

/** The link in which the selection begins, from its first to its last letter. */
function linkAround(state: EditorState): { mark: Mark; from: number; to: number } | undefined {
  const { $from } = state.selection;
  const { parent } = $from;
  const at = $from.index();
  const mark =
    linkOf(parent.maybeChild(at)) ??
    ($from.textOffset === 0 && state.selection.empty && at > 0 ? linkOf(parent.maybeChild(at - 1)) : undefined);
  if (!mark) return undefined;
  let first = linkOf(parent.maybeChild(at)) ? at : at - 1;
  let last = first;
  while (linkOf(parent.maybeChild(first - 1))?.eq(mark)) first -= 1;
  while (linkOf(parent.maybeChild(last + 1))?.eq(mark)) last += 1;
  return { mark, from: $from.posAtIndex(first), to: $from.posAtIndex(last + 1) };
}

function linkOf(node: Node | null): Mark | undefined {
  return node?.marks.find((mark) => mark.type.name === "link");
}
