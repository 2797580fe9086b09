import { history } from "prosemirror-history";
import { Node, Slice } from "prosemirror-model";
import type { Command } from "prosemirror-state";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import type { BlockDocument, BoundFigure, ReferenceTarget } from "~/domain/text/document";
import { tidyDoc } from "~/domain/text/tidy-doc";
import { atomCommand, commandsOf, linkCommand, toolbarState } from "./editor-commands";
import type { Citable, EditorStart, MountedEditor, TextNaming } from "./editor-handle";
import { citationMark, figureMark, referenceMark } from "./editor-marks";
import { editorKeys } from "./editor-keys";
import { isTakenIn, takeIn } from "./editor-take-in";
import { passagePlugin } from "./editor-passages";
import { pasteInto } from "./paste-into";
import { editorSchemas, withoutForeignCitations } from "./editor-schema";

/** Puts an editor into a place of the page. It is loaded apart, so that pages that are only read don't carry it. */
export function mountEditor(place: HTMLElement, start: EditorStart): MountedEditor {
  const schema = editorSchemas[start.kind];
  const commands = commandsOf(schema);
  const cited = new Map(start.citable.map((each) => [each.linkId, each]));
  const naming = new GrowingNames(start.naming);
  const view = new EditorView(place, {
    state: EditorState.create({
      doc: Node.fromJSON(schema, start.doc),
      plugins: [history(), ...editorKeys(schema, start.onAsk), passagePlugin(start.doc, start.passages)],
    }),
    attributes: attributesOf(start),
    nodeViews: {
      citation: (node) => ({ dom: citationMark(cited.get(String(node.attrs["linkId"]))) }),
      reference: (node) => ({ dom: referenceMark(node.attrs as ReferenceTarget, naming) }), // the schema's own check makes it one
      figure: (node) => ({ dom: figureMark(node.attrs as BoundFigure, naming) }), // likewise
    },
    handlePaste: (pasting, event) => pasteInto(pasting, event, start),
    transformPastedText: withoutControls,
    transformPastedHTML: withoutControls,
    transformPasted: ({ content, openStart, openEnd }) =>
      new Slice(
        withoutForeignCitations(content, (id) => cited.has(String(id))),
        openStart,
        openEnd,
      ),
    dispatchTransaction: (tr) => {
      view.updateState(view.state.apply(tr));
      if (tr.docChanged) start.onChange(documentOf(view.state.doc), isTakenIn(tr));
      start.onState(toolbarState(view.state, commands));
    },
  });
  const run = (command: Command) => {
    command(view.state, view.dispatch);
    view.focus();
  };
  const label = document.getElementById(start.labelledBy);
  const focus = () => view.focus();
  label?.addEventListener("click", focus);
  start.onChange(documentOf(view.state.doc), true);
  start.onState(toolbarState(view.state, commands));
  return {
    run: (name) => run(commands[name]),
    ...insertingActs(run, naming, cited),
    focus,
    takeIn: (from, to) => {
      const tr = takeIn(view.state, from, to);
      if (tr?.docChanged) view.dispatch(tr);
      return tr !== null;
    },
    destroy: () => {
      label?.removeEventListener("click", focus);
      view.destroy();
    },
  };
}

type Inserting = Pick<MountedEditor, "setLink" | "setNote" | "insertReference" | "insertFigure" | "insertCitation">;

function insertingActs(run: (command: Command) => void, naming: GrowingNames, cited: Map<string, Citable>): Inserting {
  return {
    setLink: (href) => run(linkCommand(href)),
    setNote: (text) => run(atomCommand("footnote", { text })),
    insertReference: ({ target, label, title, key }) => {
      naming.added.set(target.id, { label, title, name: key });
      run(atomCommand("reference", target));
    },
    insertFigure: (of, shown) => {
      naming.counted.set(of, shown);
      run(atomCommand("figure", { of, shown, kept: "" }));
    },
    insertCitation: (linkId, code) => {
      cited.set(linkId, { linkId, code });
      run(atomCommand("citation", { linkId }));
    },
  };
}

/** The names that an editor started with, and those of what was put in since. */
class GrowingNames implements TextNaming {
  readonly added = new Map<string, ReturnType<TextNaming["referenceOf"]>>();
  readonly counted = new Map<string, string>();
  constructor(private readonly start: TextNaming) {}

  referenceOf = (target: ReferenceTarget) => this.start.referenceOf(target) ?? this.added.get(target.id);
  figureNow = (of: string, shown: string) => this.counted.get(of) ?? this.start.figureNow(of, shown);
}

function documentOf(doc: Node): BlockDocument {
  return tidyDoc(doc.toJSON() as BlockDocument); // what the schema holds has this shape; a test feeds both the same
}

function attributesOf({ labelledBy, describedBy, invalid, lang }: EditorStart): Record<string, string> {
  return {
    role: "textbox",
    "aria-multiline": "true",
    "aria-labelledby": labelledBy,
    class: "editor-text doc",
    lang,
    ...(describedBy !== undefined && { "aria-describedby": describedBy }),
    ...(invalid && { "aria-invalid": "true" }),
  };
}

function withoutControls(pasted: string): string {
  return pasted.replace(/(?![\t\n\r])\p{Cc}/gu, "");
}
