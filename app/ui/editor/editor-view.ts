import { history } from "prosemirror-history";
import { Node, Slice } from "prosemirror-model";
import type { Command } from "prosemirror-state";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import type { BlockDocument } from "~/domain/text/document";
import { tidyDoc } from "~/domain/text/tidy-doc";
import { atomCommand, commandsOf, linkCommand, toolbarState } from "./editor-commands";
import type { Citable, EditorStart, MountedEditor } from "./editor-handle";
import { editorKeys } from "./editor-keys";
import { editorSchemas, withoutForeignCitations } from "./editor-schema";

/** Puts an editor into a place of the page. It is loaded apart, so that pages that are only read don't carry it. */
export function mountEditor(place: HTMLElement, start: EditorStart): MountedEditor {
  const schema = editorSchemas[start.kind];
  const commands = commandsOf(schema);
  const cited = new Map(start.citable.map((each) => [each.linkId, each]));
  const view = new EditorView(place, {
    state: EditorState.create({ doc: Node.fromJSON(schema, start.doc), plugins: [history(), ...editorKeys(schema)] }),
    attributes: attributesOf(start),
    nodeViews: { citation: (node) => ({ dom: citationMark(cited.get(String(node.attrs["linkId"]))) }) },
    transformPastedText: withoutControls,
    transformPastedHTML: withoutControls,
    transformPasted: (slice) => {
      return new Slice(
        withoutForeignCitations(slice.content, (id) => cited.has(String(id))),
        slice.openStart,
        slice.openEnd,
      );
    },
    dispatchTransaction: (tr) => {
      view.updateState(view.state.apply(tr));
      if (tr.docChanged) start.onChange(documentOf(view.state.doc));
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
  start.onChange(documentOf(view.state.doc));
  start.onState(toolbarState(view.state, commands));
  return {
    run: (name) => run(commands[name]),
    setLink: (href) => run(linkCommand(href)),
    setNote: (text) => run(atomCommand("footnote", { text })),
    insertCitation: (linkId, code) => {
      cited.set(linkId, { linkId, code });
      run(atomCommand("citation", { linkId }));
    },
    focus,
    destroy: () => {
      label?.removeEventListener("click", focus);
      view.destroy();
    },
  };
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

function citationMark(citable: Citable | undefined): HTMLElement {
  const mark = document.createElement(citable?.href === undefined ? "span" : "a");
  mark.className = "cite";
  mark.textContent = citable?.code ?? "?";
  if (citable) mark.dataset["linkId"] = citable.linkId;
  if (citable?.href !== undefined) mark.setAttribute("href", citable.href);
  return mark;
}

function withoutControls(pasted: string): string {
  return pasted.replace(/(?![\t\n\r])\p{Cc}/gu, "");
}
