import type { Block, BlockDocument, Inline, List, ListItem } from "~/domain/text/document";
import { tidyDoc } from "~/domain/text/tidy-doc";

/** A document without the citations of some links, in normal form: what is left of a text when a link that it cites is gone. */
export function withoutCitations(doc: BlockDocument, linkIds: ReadonlySet<string>): BlockDocument {
  const keep = (node: Inline) => node.type !== "citation" || !linkIds.has(node.attrs.linkId);
  return tidyDoc({ type: "doc", content: doc.content.map((block) => withoutIn(block, keep)) });
}

type Keep = (node: Inline) => boolean;

function withoutIn(block: Block, keep: Keep): Block {
  switch (block.type) {
    case "table":
      return { ...block, content: block.content.map((row) => ({ ...row, content: row.content.map((cell) => kept(cell, keep)) })) };
    case "bullet_list":
    case "ordered_list":
      return withoutInList(block, keep);
    default:
      return kept(block, keep);
  }
}

function withoutInList(list: List, keep: Keep): List {
  return {
    ...list,
    content: list.content.map(({ type, content: [first, ...lists] }): ListItem => ({
      type,
      content: [kept(first, keep), ...lists.map((below) => withoutInList(below, keep))],
    })),
  };
}

function kept<N extends { content?: Inline[] }>(node: N, keep: Keep): N {
  return node.content ? { ...node, content: node.content.filter(keep) } : node;
}
