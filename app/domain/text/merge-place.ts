import { docFromPlain } from "./doc-from-plain";
import { blockDocument, type BlockDocument } from "./document";
import { inlineFromPlain, type LinkOf } from "./inline-from-plain";
import type { CodeOf } from "./inline-to-plain";
import type { PlaceLevel, TextNode } from "./merge-node";
import { plainFromDoc } from "./plain-from-doc";
import { tidyDoc } from "./tidy-doc";

/** What one side has at a place, as a document by itself; null where it has nothing there. */
export function documentOfPlace(level: PlaceLevel, nodes: readonly TextNode[]): BlockDocument | null {
  if (nodes.length === 0) return null;
  const read = blockDocument.safeParse({ type: "doc", content: wrapped(level, nodes) });
  return read.success ? tidyDoc(read.data) : null;
}

/** The same in the plain syntax, for a field in which own words are written. */
export function plainOfPlace(level: PlaceLevel, nodes: readonly TextNode[], codeOf: CodeOf): string {
  const doc = documentOfPlace(level, nodes);
  return doc ? plainFromDoc(doc, codeOf) : "";
}

/** What is to stand at a place by a text in the plain syntax; null where it is nothing that can stand there. */
export function nodesOfPlain(level: PlaceLevel, text: string, linkOf: LinkOf): readonly TextNode[] | null {
  if (level === "inline") return inlineFromPlain(text.replaceAll("\n", " "), { linkOf });
  const { content } = docFromPlain(text, linkOf);
  if (text.trim() === "") return [];
  if (level === "block") return content;
  if (level === "row") return content.every(({ type }) => type === "table") ? content.flatMap(partsOf) : null;
  return content.flatMap((block) =>
    isList(block) ? partsOf(block) : block.type === "paragraph" ? [{ type: "list_item", content: [block] }] : [],
  );
}

const isList = ({ type }: TextNode) => type === "bullet_list" || type === "ordered_list";
const partsOf = ({ content = [] }: TextNode) => content.filter((node): node is TextNode => node.type !== "conflict");

function wrapped(level: PlaceLevel, nodes: readonly TextNode[]): readonly TextNode[] {
  if (level === "block") return nodes;
  const types = { inline: "paragraph", item: "bullet_list", row: "table" } as const;
  return [{ type: types[level], content: nodes }];
}
