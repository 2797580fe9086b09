import type { Block as TextBlock, BlockDocument, Inline as TextInline, List, ReferenceTarget } from "~/domain/text/document";
import type { Block, GroundShown, Inline, ListShown } from "~/domain/document/model";

/** Gives the ground that a citation in running text names, or nothing when the link is gone. */
export type Cited = (linkId: string) => GroundShown | undefined;
/** What stands between the words of a text, as the document prints it. */
export interface Atoms {
  cited: Cited;
  /** A cross reference as numbered in this document. */
  referred: (target: ReferenceTarget) => Inline;
}

/** What a block of running text becomes in the document. `depth` is the level of the section; headings within it never skip a level. */
export function textBlocks(
  doc: BlockDocument,
  shown: { language: string; flag?: "untranslated" | "behind"; depth: number; atoms: Atoms },
): Block[] {
  const flag = shown.flag ? { flag: shown.flag } : {};
  let level = shown.depth;
  return doc.content.map((block, at): Block => {
    if (block.type === "heading") {
      level = Math.min(6, shown.depth + block.attrs.level - 1, level + 1);
      return { kind: "heading", language: shown.language, level, content: inlineOf(block.content, shown.atoms) };
    }
    return { ...textBlock(block, shown.language, shown.atoms), ...(at === doc.content.length - 1 ? flag : {}) };
  });
}

/** The paragraphs of a text as lines of the document; used for statements, whose text is paragraphs only. */
export function textLines(doc: BlockDocument, atoms: Atoms): Inline[][] {
  return doc.content.flatMap((block) => (block.type === "paragraph" ? [inlineOf(block.content, atoms)] : []));
}

/** A plain text of several lines as inline content. */
export function plainInline(text: string): Inline[] {
  return text
    .split("\n")
    .flatMap((line, at): Inline[] => [
      ...(at > 0 ? [{ kind: "break" } as const] : []),
      ...(line === "" ? [] : [{ kind: "text", text: line } as const]),
    ]);
}

type Unflagged = Extract<Block, { kind: "paragraph" | "list" | "table" }>;

function textBlock(block: Exclude<TextBlock, { type: "heading" }>, language: string, atoms: Atoms): Unflagged {
  switch (block.type) {
    case "paragraph":
      return { kind: "paragraph", language, content: inlineOf(block.content, atoms) };
    case "table":
      return tableBlock(block, language, atoms);
    default:
      return { kind: "list", language, list: listShown(block, atoms) };
  }
}

function tableBlock(table: Extract<TextBlock, { type: "table" }>, language: string, atoms: Atoms): Unflagged {
  const rows = table.content.map((row) =>
    row.content.map((cell) => ({
      lines: [inlineOf(cell.content, atoms)],
      ...(cell.type === "table_header" ? { header: true as const } : {}),
    })),
  );
  const first = rows[0];
  const headed = first?.every((cell) => cell.header) ?? false;
  return { kind: "table", language, caption: null, head: headed && first ? first : [], rows: headed ? rows.slice(1) : rows };
}

function listShown(list: List, atoms: Atoms): ListShown {
  return {
    ordered: list.type === "ordered_list",
    items: list.content.map(({ content: [first, ...lists] }) => ({
      content: inlineOf(first.content, atoms),
      lists: lists.map((below) => listShown(below, atoms)),
    })),
  };
}

function inlineOf(content: readonly TextInline[] = [], atoms: Atoms): Inline[] {
  return content.flatMap((node): Inline[] => {
    switch (node.type) {
      case "text":
        return [run(node)];
      case "hard_break":
        return [{ kind: "break" }];
      case "footnote":
        return [{ kind: "footnote", text: node.attrs.text }];
      case "citation": {
        const ground = atoms.cited(node.attrs.linkId);
        return ground ? [{ kind: "ground", ground }] : [];
      }
      case "reference":
        return [atoms.referred(node.attrs)];
      case "figure":
        return [{ kind: "text", text: node.attrs.shown }];
    }
  });
}

function run(node: Extract<TextInline, { type: "text" }>): Inline {
  const marks = node.marks ?? [];
  const link = marks.find((mark) => mark.type === "link");
  return {
    kind: "text",
    text: node.text,
    ...(marks.some((mark) => mark.type === "strong") ? { strong: true as const } : {}),
    ...(marks.some((mark) => mark.type === "em") ? { em: true as const } : {}),
    ...(link?.type === "link" ? { href: link.attrs.href } : {}),
  };
}
