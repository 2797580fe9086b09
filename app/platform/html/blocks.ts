import { labelled } from "~/domain/document/labelled";
import { contentsLine } from "~/domain/document/assemble-document";
import type { Block, DocumentSection, ListShown } from "~/domain/document/model";
import { pictureSvg } from "~/platform/picture.server";
import { flagMark, line } from "./inline";
import { element, possible, written, type Child, type Markup } from "./markup";
import { registerBlock } from "./register";
import { statementBlock } from "./statement";
import { scrolling, tableBlock } from "./table";
import { word } from "~/platform/document-locale";
import { heading, langOf, type Writing } from "./writing";

/** A section with its heading and everything in it. */
export function sectionBlocks(writing: Writing, section: DocumentSection): Child {
  const { language } = writing.document;
  const title = heading(
    writing,
    section.level,
    { id: section.anchor, class: section.level === 1 ? "chapter" : undefined, ...langOf(section.language, language) },
    contentsLine(section),
  );
  return [title, "\n", ...section.blocks.map((block): Child => [blockOf(writing, block), "\n"])];
}

function blockOf(writing: Writing, block: Block): Child {
  const { language } = writing.document;
  const lang = langOf(block.language, language);
  switch (block.kind) {
    case "paragraph":
      return element("p", { id: block.anchor, ...lang }, line(writing, block.content, block.language), flag(writing, block));
    case "heading":
      return heading(writing, block.level, lang, line(writing, block.content, block.language));
    case "list":
      return [
        listOf(writing, block.list, block.language, lang),
        block.flag && element("p", { class: "flagged", ...lang }, flag(writing, block)),
      ];
    case "table":
      return tableBlock(writing, block);
    case "picture":
      return figure(writing, block);
    case "statement":
      return statementBlock(writing, block);
    case "limitations":
      return limitations(writing, block);
    case "register":
      return registerBlock(writing);
    case "notice":
      return element("p", { class: "notice", ...lang }, line(writing, block.content, block.language));
  }
}

function flag(writing: Writing, block: Extract<Block, { kind: "paragraph" | "list" }>): Child {
  return flagMark(writing, block.flag, block.language);
}

function listOf(writing: Writing, list: ListShown, language: string, lang = {}): Markup {
  const items = list.items.map((item) =>
    element("li", {}, line(writing, item.content, language), ...item.lists.map((below) => listOf(writing, below, language))),
  );
  return element(list.ordered ? "ol" : "ul", lang, ...items);
}

/** A figure drawn in the page, with its title and description for who can't see it. */
function figure(writing: Writing, { picture, language, label, anchor }: Extract<Block, { kind: "picture" }>): Markup {
  return element(
    "figure",
    { id: anchor, ...langOf(language, writing.document.language) },
    scrolling(picture.title, written(possible(pictureSvg(picture, language)))),
    element("figcaption", {}, labelled(label, picture.title)),
  );
}

function limitations(writing: Writing, block: Extract<Block, { kind: "limitations" }>): Markup {
  const items = block.items.map((item) =>
    element(
      "li",
      { id: item.anchor, ...langOf(item.language, writing.document.language) },
      element("b", {}, `L${item.number}`),
      " ",
      line(writing, item.content, item.language),
    ),
  );
  return element(
    "div",
    { class: "limitations" },
    element("p", { class: "label" }, word(writing, "limitations")),
    element("ul", {}, ...items),
  );
}
