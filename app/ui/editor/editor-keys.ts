import { baseKeymap, chainCommands } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import type { InputRule } from "prosemirror-inputrules";
import { inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import type { Schema } from "prosemirror-model";
import { splitListItem } from "prosemirror-schema-list";
import type { Command, Plugin } from "prosemirror-state";
import type { EditorPanelName } from "./editor-handle";
import { commandsOf, headingCommand } from "./editor-commands";
import { isInTable } from "./table-commands";

/** The keys of the editor. Tab is not among them, so that it leaves the field; nor is Mod-k, which the page uses for citing. */
export function editorKeys(schema: Schema, ask: (panel: EditorPanelName) => void): Plugin[] {
  const commands = commandsOf(schema);
  const { list_item } = schema.nodes;
  const lineBreak = lineBreakCommand(schema);
  const inTable: Command = (state, dispatch) => isInTable(state) && lineBreak(state, dispatch);
  const keys: Record<string, Command> = {
    "Mod-b": commands.strong,
    "Mod-i": commands.em,
    "Mod-z": undo,
    "Mod-y": redo,
    "Shift-Mod-z": redo,
    "Shift-Enter": lineBreak,
    "Mod-Alt-2": headingCommand(schema, 2),
    "Mod-Alt-3": headingCommand(schema, 3),
    "Mod-Alt-4": headingCommand(schema, 4),
    "Mod-Alt-f": asking(ask, "note"),
    "Mod-Alt-r": asking(ask, "reference"),
    "Mod-Alt-n": asking(ask, "figure"),
    "Alt-Shift-ArrowDown": commands.add_row,
    "Alt-Shift-ArrowRight": commands.add_column,
    "Alt-Shift-ArrowUp": commands.remove_row,
    "Alt-Shift-ArrowLeft": commands.remove_column,
    Backspace: undoInputRule,
    Enter: list_item ? chainCommands(inTable, splitListItem(list_item)) : inTable,
    "Mod-]": commands.indent,
    "Mod-[": commands.outdent,
  };
  return [keymap(keys), keymap(baseKeymap), inputRules({ rules: rulesOf(schema) })];
}

function asking(ask: (panel: EditorPanelName) => void, panel: EditorPanelName): Command {
  return (_state, dispatch) => {
    if (dispatch) ask(panel);
    return true;
  };
}

function lineBreakCommand(schema: Schema): Command {
  return (state, dispatch) => {
    const { hard_break } = schema.nodes;
    if (!hard_break || !state.selection.$from.parent.inlineContent) return false;
    dispatch?.(state.tr.replaceSelectionWith(hard_break.create()).scrollIntoView());
    return true;
  };
}

/** The plain syntax works at the start of a line here too. */
function rulesOf(schema: Schema): InputRule[] {
  const { heading, bullet_list, ordered_list } = schema.nodes;
  return [
    ...(heading ? [textblockTypeInputRule(/^(#{2,4})\s$/, heading, (match) => ({ level: match[1]?.length ?? 2 }))] : []),
    ...(bullet_list ? [wrappingInputRule(/^-\s$/, bullet_list)] : []),
    ...(ordered_list ? [wrappingInputRule(/^1\.\s$/, ordered_list)] : []),
  ];
}
