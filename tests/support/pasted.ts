import { ElementType, parseDocument } from "htmlparser2";
import { cleanPaste } from "~/ui/editor/paste-clean";
import { withoutImages, type PasteNode } from "~/ui/editor/paste-tree";

type Parsed = ReturnType<typeof parseDocument>["children"];

/** Pasted HTML as the editor cleans it: its images cut out first, then the tree that a browser makes of it. */
export function pasted(html: string) {
  const cut = withoutImages(html);
  const { doc, told } = cleanPaste(nodesOf(parseDocument(cut.html).children));
  return { doc, told: { ...told, images: told.images + cut.images } };
}

function nodesOf(nodes: Parsed): PasteNode[] {
  return nodes.flatMap((node): PasteNode[] => {
    if (node.type === ElementType.ElementType.Text) return [node.data];
    if (!("children" in node) || !("attribs" in node)) return [];
    return [{ name: node.name.toLowerCase(), attrs: node.attribs, children: nodesOf(node.children) }];
  });
}
