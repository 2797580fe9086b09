import { contentsLine } from "~/domain/document/assemble-document";
import type { Block, DocumentSection, Inline, ListShown } from "~/domain/document/model";
import { colours } from "~/platform/document-look";
import { flagMark, inlines } from "~/platform/odt/inline";
import { pictureParagraphs } from "~/platform/odt/picture";
import { registerTable } from "~/platform/odt/register";
import { statementParagraphs } from "~/platform/odt/statement";
import { tableOf } from "~/platform/odt/table";
import { word } from "~/platform/document-locale";
import { otherLanguage, paragraph, passage, place, tab, type Writing } from "~/platform/odt/writing";
import { element, words } from "~/platform/odt/xml";

/** A section with its heading; chapters start on a page of their own. */
export function sectionXml(writing: Writing, section: DocumentSection): string {
  const title = passage(writing, otherLanguage(writing, section.language), words(contentsLine(section)));
  return `${heading(section.level, place(section.anchor, title))}${section.blocks.map((block) => blockXml(writing, block)).join("")}`;
}

function heading(level: number, inner: string): string {
  const shown = Math.min(6, Math.max(1, level));
  return element("text:h", { "text:style-name": `Heading_20_${shown}`, "text:outline-level": shown }, inner);
}

function blockXml(writing: Writing, block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return paragraph("Text_20_body", `${block.anchor ? place(block.anchor, "") : ""}${flagged(writing, block)}`);
    case "heading":
      return heading(block.level, inlines(writing, block.content, block.language));
    case "list":
      return `${listXml(writing, block.list, block.language)}${flagParagraph(writing, block.flag)}`;
    case "table":
      return `${tableOf(writing, block)}${flagParagraph(writing, block.flag)}`;
    case "picture":
      return pictureParagraphs(writing, block);
    case "statement":
      return statementParagraphs(writing, block);
    case "limitations":
      return limitationParagraphs(writing, block);
    case "register":
      return registerTable(writing);
    case "notice":
      return paragraph("Notice", inlines(writing, block.content, block.language));
  }
}

function flagged(
  writing: Writing,
  { content, language, flag }: { content: readonly Inline[]; language: string } & Pick<Extract<Block, { kind: "paragraph" }>, "flag">,
): string {
  return `${inlines(writing, content, language)}${flagMark(writing, flag)}`;
}

function flagParagraph(writing: Writing, flag: "untranslated" | "behind" | undefined): string {
  return flag ? paragraph("Text_20_body", flagMark(writing, flag)) : "";
}

function listXml(writing: Writing, { ordered, items }: ListShown, language: string): string {
  const shown = items.map(({ content, lists }) => {
    const below = lists.map((list) => listXml(writing, list, language)).join("");
    return element("text:list-item", {}, `${paragraph("List_20_Paragraph", inlines(writing, content, language))}${below}`);
  });
  return element("text:list", { "text:style-name": ordered ? "Numbers" : "Bullets" }, shown.join(""));
}

function limitationParagraphs(writing: Writing, { items }: Extract<Block, { kind: "limitations" }>): string {
  const shown = items.map(({ number, anchor, language, content }) => {
    const code = passage(writing, { bold: true, colour: colours.soft }, words(`L${number}`));
    return paragraph("Limitation", `${place(anchor, code)}${tab}${inlines(writing, content, language)}`);
  });
  return `${paragraph("Question", words(word(writing, "limitations")))}${shown.join("")}`;
}
