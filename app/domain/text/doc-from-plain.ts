import { withPlainNewlines } from "./characters";
import type { Block, BlockDocument, Inline, List, Paragraph, StatementDocument, TableCell } from "./document";
import { inlineFromPlain, type LinkOf, type NamedInPlain, type PlainReads } from "./inline-from-plain";
import { TEXT_LIMITS } from "./limits";
import { splitUnescaped } from "./plain-escape";
import { tidyDoc } from "./tidy-doc";

type RawItem = { lines: string[]; lists: RawList[] };
type RawList = { ordered: boolean; items: RawItem[] };
type RawBlock =
  | { is: "paragraph"; lines: string[] }
  | { is: "heading"; level: 2 | 3 | 4; line: string }
  | { is: "table"; lines: string[] }
  | { is: "list"; list: RawList };
type ItemLine = { level: number; ordered: boolean; number: number; rest: string };

const blank = /^[ \t]*$/;
const headingLine = /^(##|###|####)[ \t]([^\n]+)$/;
const itemLine = /^([ \t]*)(?:-|(\d{1,4})\.)(?:[ \t]([^\n]*))?$/;
const rowLine = /^[ \t]*\|[^\n]*\|[ \t]*$/;
const ruler = /^[ \t]*:?-{3,}:?[ \t]*$/;
const trailed = /^((?:\\[^\n]|[^\\\n])*?)[ \t]*$/;
const noLinks: LinkOf = () => undefined;

/** The document of a text in the plain syntax (`## heading`, `- item`, `1. item`, `| a | b |`, paragraphs). Refuses nothing: what does not parse is text. */
export function docFromPlain(text: string, linkOf: LinkOf = noLinks, named: NamedInPlain = {}): BlockDocument {
  const reader = new BlockReader();
  for (const line of withPlainNewlines(text).split("\n")) reader.read(line);
  const blocks = reader.blocks.map((raw) => blockOf(raw, { linkOf, ...named }));
  return tidyDoc({ type: "doc", content: blocks.length > 0 ? blocks : [{ type: "paragraph" }] });
}

/** The document of a statement in the plain syntax: paragraphs only, so that dashes, hashes and bars at the start of a line are text. */
export function statementFromPlain(text: string, linkOf: LinkOf = noLinks, named: NamedInPlain = {}): StatementDocument {
  const parts = withPlainNewlines(text)
    .split(/\n(?:[ \t]*\n)+/)
    .map((part) => part.replace(/^\n+|\n+$/g, ""));
  return tidyDoc({ type: "doc", content: parts.map((part) => withInline({ type: "paragraph" as const }, part, { linkOf, ...named })) });
}

class BlockReader {
  readonly blocks: RawBlock[] = [];
  private afterBlank = true;
  private open: RawList[] = [];

  read(line: string): void {
    if (blank.test(line)) this.afterBlank = true;
    else {
      this.readFilled(line);
      this.afterBlank = false;
    }
  }

  private readFilled(line: string): void {
    const heading = headingLine.exec(line);
    const last = this.blocks.at(-1);
    if (this.readItem(line) || this.continueItem(line)) return;
    if (heading) this.blocks.push({ is: "heading", level: levelOf(heading[1]), line: heading[2] ?? "" });
    else if (rowLine.test(line) && line.trim().length > 1) this.addLine("table", last, line);
    else this.addLine("paragraph", last, line);
    this.open = [];
  }

  private addLine(is: "table" | "paragraph", last: RawBlock | undefined, line: string): void {
    if (!this.afterBlank && last?.is === is) last.lines.push(line);
    else this.blocks.push({ is, lines: [line] });
  }

  private readItem(line: string): boolean {
    const found = itemOf(line);
    if (!found) return false;
    const level = Math.min(found.level, this.open.length, TEXT_LIMITS.listLevels - 1);
    const current = this.open[level];
    const item: RawItem = { lines: [found.rest], lists: [] };
    const goesOn = current?.ordered === found.ordered && (!found.ordered || found.number === current.items.length + 1);
    if (!goesOn && found.ordered && found.number !== 1) return false;
    this.open = this.open.slice(0, level + 1);
    if (current && goesOn) current.items.push(item);
    else this.openList(level, { ordered: found.ordered, items: [item] });
    return true;
  }

  private openList(level: number, list: RawList): void {
    const parent = this.open[level - 1]?.items.at(-1);
    if (parent) parent.lists.push(list);
    else this.blocks.push({ is: "list", list });
    this.open = [...this.open.slice(0, level), list];
  }

  private continueItem(line: string): boolean {
    const item = this.open.at(-1)?.items.at(-1);
    if (!item || this.afterBlank || !/^[ \t]/.test(line)) return false;
    item.lines.push(line.replace(/^[ \t]+/, ""));
    return true;
  }
}

function itemOf(line: string): ItemLine | undefined {
  const found = itemLine.exec(line);
  if (!found) return undefined;
  const indent = (found[1] ?? "").replaceAll("\t", "  ").length;
  return { level: Math.floor(indent / 2), ordered: found[2] !== undefined, number: Number(found[2] ?? 0), rest: found[3] ?? "" };
}

function levelOf(hashes: string | undefined): 2 | 3 | 4 {
  return hashes === "####" ? 4 : hashes === "###" ? 3 : 2;
}

function blockOf(raw: RawBlock, reads: PlainReads): Block {
  switch (raw.is) {
    case "heading":
      return withInline({ type: "heading" as const, attrs: { level: raw.level } }, raw.line, reads);
    case "table":
      return {
        type: "table",
        content: rowsOf(raw.lines).map((cells) => ({ type: "table_row", content: cells.map((cell) => cellOf(cell, reads)) })),
      };
    case "list":
      return listOf(raw.list, reads);
    case "paragraph":
      return withInline({ type: "paragraph" as const }, raw.lines.join("\n"), reads);
  }
}

function listOf({ ordered, items }: RawList, reads: PlainReads): List {
  const content = items.map((item): List["content"][number] => {
    const first: Paragraph = withInline({ type: "paragraph" as const }, item.lines.join("\n"), reads);
    return { type: "list_item", content: [first, ...item.lists.map((list) => listOf(list, reads))] };
  });
  return { type: ordered ? "ordered_list" : "bullet_list", content };
}

/** The cells of a table's lines, those of the head with "=" before them; a ruler under the first row makes that row the head. */
function rowsOf(lines: readonly string[]): string[][] {
  const rows = lines.map((line) => splitUnescaped(line.trim(), "|").slice(1, -1)).map((cells) => (cells.length > 0 ? cells : [""]));
  const [head, second, ...rest] = rows;
  if (!head || !second?.every((cell) => ruler.test(cell))) return rows;
  return [head.map((cell) => (cell.startsWith("=") ? cell : `=${cell}`)), ...rest];
}

function cellOf(raw: string, reads: PlainReads): TableCell {
  const isHead = raw.startsWith("=");
  const text = (isHead ? raw.slice(1) : raw).replace(/^[ \t]+/, "");
  return withInline({ type: isHead ? ("table_header" as const) : ("table_cell" as const) }, trailed.exec(text)?.[1] ?? text, reads);
}

function withInline<N extends object>(node: N, raw: string, reads: PlainReads): N & { content?: Inline[] } {
  const content = inlineFromPlain(raw, reads);
  return content.length > 0 ? { ...node, content } : node;
}
