import { history, undo } from "prosemirror-history";
import { Node } from "prosemirror-model";
import { EditorState, TextSelection } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { docFromPlain } from "~/domain/text/doc-from-plain";
import type { BlockDocument } from "~/domain/text/document";
import { plainFromDoc } from "~/domain/text/plain-from-doc";
import { tidyDoc } from "~/domain/text/tidy-doc";
import { editorSchemas } from "~/ui/editor/editor-schema";
import { isTakenIn, takeIn } from "~/ui/editor/editor-take-in";

const stateOf = (plain: string) =>
  EditorState.create({ doc: Node.fromJSON(editorSchemas.block, docFromPlain(plain)), plugins: [history({ newGroupDelay: 0 })] });
const plainOf = (state: EditorState) => plainFromDoc(tidyDoc(state.doc.toJSON() as BlockDocument));
/** Types words after a text that stands in the document, and leaves the cursor behind them. */
function typed(state: EditorState, after: string, words: string): EditorState {
  let at = 0;
  state.doc.descendants((node, place) => {
    const found = node.text?.indexOf(after) ?? -1;
    if (found >= 0) at = place + found + after.length;
  });
  const tr = state.tr.insertText(words, at);
  return state.apply(tr.setSelection(TextSelection.create(tr.doc, at + words.length)));
}
const before = (state: EditorState) => state.doc.textBetween(0, state.selection.from, " ");
function undone(state: EditorState): EditorState {
  let next = state;
  undo(state, (tr) => (next = state.apply(tr)));
  return next;
}

describe("the words of others in an editor", () => {
  it.each([
    ["in another paragraph", "een twee\n\ndrie vier", "een twee\n\ndrie 4", "een twee NU\n\ndrie 4"],
    ["before the cursor in the same line", "een twee drie vier", "EEN twee drie vier", "EEN twee NU drie vier"],
    ["on both sides of it", "een twee drie vier", "EEN twee drie 4", "EEN twee NU drie 4"],
    ["as paragraphs around it", "een twee", "nul\n\neen twee\n\ndrie", "nul\n\neen twee NU\n\ndrie"],
    [
      "in an item and a cell",
      "een twee\n\n- a b\n- c d\n\n| x | y |",
      "een twee\n\n- a b\n- c e\n\n| x | z |",
      "een twee NU\n\n- a b\n- c e\n\n|= x|= z|",
    ],
  ])("come in %s; cursor and own undo stay", (_, sent, merged, expected) => {
    const own = typed(stateOf(sent), "twee", " NU");
    const tr = takeIn(own, docFromPlain(sent), docFromPlain(merged));
    expect(tr && isTakenIn(tr)).toBe(true);
    const now = tr ? own.apply(tr) : own;
    expect(plainOf(now)).toBe(plainFromDoc(docFromPlain(expected.replaceAll("|= x|= z|", "| x | z |"))));
    expect(before(now).endsWith("twee NU")).toBe(true);
    // Undo takes back what was typed here, over the words of others, and never those.
    expect(plainOf(undone(now))).toBe(plainFromDoc(docFromPlain(merged)));
    expect(plainOf(undone(undone(now)))).toBe(plainFromDoc(docFromPlain(merged)));
  });

  it("stay out where both wrote at the same place", () => {
    const own = typed(stateOf("een twee"), "twee", " NU");
    expect(takeIn(own, docFromPlain("een twee"), docFromPlain("een twee DAN"))).toBeNull();
  });

  it("leave an empty line in which somebody is about to write", () => {
    const state = stateOf("een");
    const own = state.apply(state.tr.split(4));
    const tr = takeIn(own, docFromPlain("een"), docFromPlain("nul een"));
    expect(tr && own.apply(tr).doc.childCount).toBe(2);
  });

  it("are the whole text where nothing is typed here", () => {
    const state = stateOf("een\n\ntwee");
    const tr = takeIn(state, null, docFromPlain("## kop\n\ntwee\n\n1. drie"));
    expect(tr && plainOf(state.apply(tr))).toBe("## kop\n\ntwee\n\n1. drie");
  });
});
