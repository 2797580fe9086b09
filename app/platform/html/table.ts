import { labelled } from "~/domain/document/labelled";
import type { Block, TableCell } from "~/domain/document/model";
import { flagMark, line } from "./inline";
import { element, type Attributes, type Child, type Markup } from "./markup";
import { langOf, type Writing } from "./writing";

type TableBlock = Extract<Block, { kind: "table" }>;

/** A table with its caption and its heads; where it is wider than the page, it moves alone. One without rows leaves its place only. */
export function tableBlock(writing: Writing, block: TableBlock): Child {
  const columns = Math.max(block.head.length, ...block.rows.map((row) => row.length));
  if (columns === 0 || block.rows.length === 0) return block.anchor !== undefined && element("p", { id: block.anchor });
  const { language } = writing.document;
  const caption = block.caption === null ? null : labelled(block.label, block.caption);
  const table = element(
    "table",
    { id: block.anchor, class: columns > 6 ? "many" : undefined, ...langOf(block.language, language) },
    caption !== null && element("caption", {}, caption),
    block.widths?.length === columns && columnsOf(block.widths),
    block.head.length > 0 && element("thead", {}, row(writing, block, filled(block.head, columns), "col")),
    element("tbody", {}, ...block.rows.map((each) => ["\n", row(writing, block, filled(each, columns), "row")])),
  );
  return [scrolling(caption, table), block.flag && element("p", { class: "flagged" }, flagMark(writing, block.flag, language))];
}

/** What may be wider than the page: it scrolls in itself, by keyboard too. */
export function scrolling(name: string | null, content: Child): Markup {
  const named: Attributes = name === null ? {} : { role: "group", "aria-label": name };
  return element("div", { class: "wide", tabindex: 0, ...named }, content);
}

function columnsOf(widths: readonly number[]): Markup {
  const total = widths.reduce((sum, width) => sum + width, 0) || 1;
  return element("colgroup", {}, ...widths.map((width) => element("col", { class: `w${Math.max(1, Math.round((width / total) * 100))}` })));
}

const filled = (row: readonly TableCell[], columns: number) =>
  Array.from({ length: columns }, (_, at): TableCell => row[at] ?? { lines: [] });

function row(writing: Writing, block: TableBlock, cells: readonly TableCell[], scope: "col" | "row"): Markup {
  return element("tr", {}, ...cells.map((cell) => cellOf(writing, block, cell, scope)));
}

/** A cell; one that heads nothing is no head, even where a head would stand. */
function cellOf(writing: Writing, { language }: TableBlock, cell: TableCell, scope: "col" | "row"): Markup {
  const heads = (scope === "col" || cell.header === true) && cell.lines.some((content) => content.length > 0);
  const indent = cell.indent ? { class: `in${Math.min(4, cell.indent)}` } : {};
  const lines = cell.lines.map((content, at): Child => [at > 0 && element("br", {}), line(writing, content, language)]);
  return element(heads ? "th" : "td", { ...(heads ? { scope } : {}), ...indent }, ...lines);
}
