import { Fragment, Node, Slice } from "prosemirror-model";
import type { EditorView } from "prosemirror-view";
import type { Block, BlockDocument, Paragraph } from "~/domain/text/document";
import type { EditorStart } from "./editor-handle";
import { cleanPaste, linesOfBlock } from "./paste-clean";
import { nothingTold } from "./paste-told";
import { withoutImages, type PasteNode } from "./paste-tree";
import { isInTable } from "./table-commands";

/** Puts pasted HTML into the text, cleaned, and tells what was left out. What was copied from an editor, and plain text, go in as they are. */
export function pasteInto(view: EditorView, event: ClipboardEvent, start: Pick<EditorStart, "kind" | "onPasted">): boolean {
  const html = event.clipboardData?.getData("text/html") ?? "";
  const files = event.clipboardData?.files.length ?? 0;
  if (html === "" && files > 0 && event.clipboardData?.getData("text/plain") === "") {
    start.onPasted({ ...nothingTold, images: files });
    return true;
  }
  if (html === "" || html.includes("data-pm-slice")) return false;
  const cut = withoutImages(html);
  const { doc, told } = cleanPaste(treeOf(cut.html));
  const slice = sliceOf(view, doc, start.kind === "statement" || isInTable(view.state) ? "lines" : "blocks");
  view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView().setMeta("paste", true).setMeta("uiEvent", "paste"));
  start.onPasted({ ...told, images: told.images + cut.images });
  return true;
}

/** What fits where the cursor is: blocks, or in a statement and a cell their lines. */
function sliceOf(view: EditorView, doc: BlockDocument, fits: "blocks" | "lines"): Slice {
  const { schema } = view.state;
  if (fits === "lines" && isInTable(view.state)) {
    const line = linesAsParagraphs(doc).flatMap(({ content = [] }, at) =>
      at > 0 ? [{ type: "hard_break" as const }, ...content] : content,
    );
    return new Slice(Fragment.fromJSON(schema, line), 0, 0);
  }
  const shown = fits === "lines" ? { type: "doc", content: linesAsParagraphs(doc) } : doc;
  const { content } = Node.fromJSON(schema, shown);
  const isOpen = (node: Node | null) => (node?.type.name === "paragraph" ? 1 : 0);
  return new Slice(content, isOpen(content.firstChild), isOpen(content.lastChild));
}

function linesAsParagraphs({ content }: BlockDocument): Paragraph[] {
  return content.flatMap((block: Block) => linesOfBlock(block)).map((line) => ({ type: "paragraph", content: line }));
}

/** The pasted HTML as a tree; the browser parses it without drawing, loading or running anything. */
function treeOf(html: string): PasteNode[] {
  return nodesOf(new DOMParser().parseFromString(html, "text/html").body);
}

function nodesOf(parent: globalThis.Node): PasteNode[] {
  return [...parent.childNodes].flatMap((node): PasteNode[] => {
    if (node instanceof Text) return [node.data];
    if (!(node instanceof Element)) return [];
    const attrs = Object.fromEntries([...node.attributes].map(({ name, value }) => [name.toLowerCase(), value]));
    return [{ name: node.localName.toLowerCase(), attrs, children: nodesOf(node) }];
  });
}
