import type { Block, DocumentSection, EditionDocument, Inline } from "~/domain/document/model";
import { onEveryLine } from "~/domain/document/on-every-line";
import type { Say } from "~/domain/document/words";

/** A table or a figure as a list of them names it. */
export interface Caption {
  label: string;
  text: string;
  anchor: string;
  language: string;
}

type Captioned = Extract<Block, { kind: "table" | "picture" }>;

/**
 * Numbers the tables that have a caption and the figures, each in the order of the document, and gives each a place. A cross reference to one says
 * its number.
 */
export function numberCaptions(sections: readonly DocumentSection[], say: Say): DocumentSection[] {
  const counts = { table: 0, picture: 0 };
  const numbered = sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block): Block => {
      if (!isCaptioned(block)) return block;
      counts[block.kind] += 1;
      const number = counts[block.kind];
      const [label, anchor] =
        block.kind === "table" ? [say("table-label", { number }), `tbl_${number}`] : [say("figure-label", { number }), `fig_${number}`];
      return { ...block, label, anchor: block.anchor ?? anchor };
    }),
  }));
  const labels = new Map(numbered.flatMap(({ blocks }) => blocks.filter(isCaptioned)).map((block) => [block.anchor, block.label]));
  const renamed = (each: Inline): Inline =>
    each.kind === "reference" && labels.has(each.to) ? { ...each, text: labels.get(each.to) ?? each.text } : each;
  return numbered.map((section) => ({ ...section, blocks: section.blocks.map((block) => onEveryLine(block, renamed)) }));
}

function isCaptioned(block: Block): block is Captioned {
  return block.kind === "picture" || (block.kind === "table" && block.caption !== null);
}

/** The tables, or the figures, of a document that have a number, in its order. */
export function captionsOf({ sections }: Pick<EditionDocument, "sections">, kind: "table" | "picture"): Caption[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (isCaptioned(block) && block.kind === kind ? captionIfAny(block) : [])),
  );
}

function captionIfAny(block: Captioned): Caption[] {
  const text = block.kind === "picture" ? block.picture.title : block.caption;
  return block.label !== undefined && block.anchor !== undefined && text !== null
    ? [{ label: block.label, text, anchor: block.anchor, language: block.language }]
    : [];
}
