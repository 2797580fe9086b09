import type { Block, BlockDocument, Inline } from "~/domain/text/document";
import { tidyDoc, tidyInline } from "~/domain/text/tidy-doc";
import { listsOf, type PastedItem } from "./paste-list";
import { isRefusedLink, lookWithin, marksOf, plainLook, type PasteLook } from "./paste-marks";
import { notesIn, type PastedNotes } from "./paste-notes";
import { cellsOf, rowsOf, unrolled } from "./paste-table";
import { headingLevelOf, isBlockElement, isComment, isLeftOut, isPicture, msoItemOf } from "./paste-kinds";
import { nothingTold, type PasteTold } from "./paste-told";
import type { PasteElement, PasteNode } from "./paste-tree";

/** Pasted HTML as a document of a block in normal form, and what was left out or changed of it. Nothing in it is run, fetched or drawn. */
export function cleanPaste(nodes: readonly PasteNode[]): { doc: BlockDocument; told: PasteTold } {
  const reader = new PasteReader(notesIn(nodes));
  reader.read(nodes, plainLook);
  return { doc: tidyDoc({ type: "doc", content: reader.end() }), told: reader.told };
}

class PasteReader {
  readonly told: PasteTold = { ...nothingTold };
  private blocks: Block[] = [];
  private line: Inline[] = [];
  private items: PastedItem[] = [];

  constructor(private readonly notes: PastedNotes) {}

  read(nodes: readonly PasteNode[], look: PasteLook): void {
    for (const node of nodes) {
      if (typeof node === "string") this.text(node, look);
      else this.element(node, look);
    }
  }

  /** Everything that was read. */
  end(): Block[] {
    this.endLine();
    this.endItems();
    return this.blocks;
  }

  private element(element: PasteElement, look: PasteLook): void {
    if (this.isSkipped(element)) return;
    const note = this.notes.noteOf(element);
    if (note !== undefined) this.line.push({ type: "footnote", attrs: { text: note } });
    else if (element.name === "br") this.line.push({ type: "hard_break" });
    else if (element.name === "table") this.table(element);
    else if (element.name === "ul" || element.name === "ol") this.list(element);
    else if (isBlockElement(element)) this.block(element, look);
    else this.read(element.children, lookWithin(element, look));
  }

  /** Says whether an element is no part of the text, and counts what is worth saying. */
  private isSkipped(element: PasteElement): boolean {
    if (isPicture(element)) this.told.images += 1;
    if (isComment(element) && element.name !== "span") this.told.comments += 1;
    if (element.name === "del") this.told.deleted += 1;
    if (isRefusedLink(element)) this.told.links += 1;
    return isPicture(element) || isComment(element) || isLeftOut(element) || this.notes.isNote(element);
  }

  private block(element: PasteElement, look: PasteLook): void {
    const level = headingLevelOf(element);
    const item = level === null ? msoItemOf(element) : null;
    this.endLine();
    if (level !== null) this.heading(element, level);
    else if (item) this.items.push({ ...item, content: this.lineOf(element.children) });
    else this.read(element.children, lookWithin(element, look));
    if (level === null && !item) this.endLine();
  }

  private heading(element: PasteElement, level: 2 | 3 | 4): void {
    this.endItems();
    const content = this.lineOf(element.children).map(withoutStrong);
    if (content.length > 0) this.blocks.push({ type: "heading", attrs: { level }, content });
  }

  private list(element: PasteElement): void {
    this.endLine();
    this.items.push(...this.itemsOf(element, 0));
    this.endItems();
  }

  private itemsOf(list: PasteElement, level: number): PastedItem[] {
    const ordered = list.name === "ol";
    return list.children.flatMap((child): PastedItem[] => {
      if (typeof child === "string") return [];
      if (child.name === "ul" || child.name === "ol") return this.itemsOf(child, level + 1);
      if (child.name !== "li" || this.isSkipped(child)) return [];
      const isList = (node: PasteNode): node is PasteElement => typeof node !== "string" && (node.name === "ul" || node.name === "ol");
      const content = this.lineOf(child.children.filter((node) => !isList(node)));
      const below = child.children.filter(isList).flatMap((each) => this.itemsOf(each, level + 1));
      return content.length > 0 ? [{ level, ordered, content }, ...below] : below;
    });
  }

  /** A table of one cell holds a layout and no table: what is in it is read as if it stood there. */
  private table(element: PasteElement): void {
    const rows = rowsOf(element);
    const [only] = rows.length === 1 ? cellsOf(rows[0] ?? element) : [];
    this.endLine();
    this.endItems();
    if (only && cellsOf(rows[0] ?? element).length === 1) this.read(only.children, plainLook);
    else {
      const pasted = unrolled(element, (cell) => this.lineOf(cell.children), withoutStrong);
      if (pasted) this.blocks.push(pasted.table);
      if (pasted?.spans) this.told.unrolled += 1;
    }
    this.endLine();
  }

  /** What stands in an element as one line, its paragraphs, items and rows with breaks between. */
  private lineOf(nodes: readonly PasteNode[]): Inline[] {
    const inner = new PasteReader(this.notes);
    inner.read(nodes, plainLook);
    const lines = inner.end().flatMap(linesOfBlock);
    for (const key of ["images", "unrolled", "links", "comments", "deleted"] as const) this.told[key] += inner.told[key];
    return lines.flatMap((line, at) => (at > 0 ? [{ type: "hard_break" as const }, ...line] : line));
  }

  private text(raw: string, look: PasteLook): void {
    const text = raw.replace(/[ \t\r\n\f]+/gu, " ").replace(/\p{Cc}|\p{Surrogate}/gu, "");
    if (text !== "") this.line.push({ type: "text", text, ...marksOf(look) });
  }

  private endLine(): void {
    const content = trimmed(this.line);
    this.line = [];
    if (content.length === 0) return;
    this.endItems();
    this.blocks.push({ type: "paragraph", content });
  }

  private endItems(): void {
    this.blocks.push(...listsOf(this.items));
    this.items = [];
  }
}

/** The lines of a block, each as what stands in it. */
export function linesOfBlock(block: Block): Inline[][] {
  switch (block.type) {
    case "table":
      return block.content.map((row) =>
        row.content.flatMap(({ content = [] }, at) => (at > 0 ? [{ type: "text" as const, text: " | " }, ...content] : content)),
      );
    case "bullet_list":
    case "ordered_list":
      return block.content.flatMap(({ content }, at) =>
        content.flatMap((each) =>
          each.type === "paragraph"
            ? [[{ type: "text" as const, text: block.type === "ordered_list" ? `${at + 1}. ` : "- " }, ...(each.content ?? [])]]
            : linesOfBlock(each),
        ),
      );
    default:
      return [block.content ?? []];
  }
}

/** What stands in a heading is heavy already. */
function withoutStrong(node: Inline): Inline {
  if (node.type !== "text") return node;
  const marks = (node.marks ?? []).filter(({ type }) => type !== "strong");
  return { type: "text", text: node.text, ...(marks.length > 0 && { marks }) };
}

/** A line without spaces and breaks at its ends and without double spaces; nothing where only spaces are left. */
function trimmed(line: readonly Inline[]): Inline[] {
  const whole = tidyInline(line.map((node) => ({ ...node })));
  const says = (node: Inline) => node.type !== "hard_break" && (node.type !== "text" || node.text.trim() !== "");
  const first = whole.findIndex(says);
  const tidy = first < 0 ? [] : whole.slice(first, whole.findLastIndex(says) + 1);
  return tidy.flatMap((node, at): Inline[] => {
    if (node.type !== "text") return [node];
    const before = tidy[at - 1];
    const afterSpace = before === undefined || before.type === "hard_break" || (before.type === "text" && before.text.endsWith(" "));
    const text = (afterSpace ? node.text.trimStart() : node.text).replace(
      / +$/u,
      at === tidy.length - 1 || tidy[at + 1]?.type === "hard_break" ? "" : " ",
    );
    return text === "" ? [] : [{ ...node, text }];
  });
}
