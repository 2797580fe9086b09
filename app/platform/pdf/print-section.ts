import type { Block, DocumentSection, EditionDocument, ListShown } from "~/domain/document/model";
import { pictureSvg } from "~/platform/picture.server";
import { flagIfAny, languageOf, lineOf, placeIfAny, textOf, unbrokenOf, wordOf, type Printing } from "./printing";
import { printRegister } from "./print-register";
import { printStatement } from "./print-statement";
import { printTableIfAny } from "./print-table";
import type { PrintedBlock, PrintedList, PrintedSection } from "./printed";

/** The sections of a document; headings leave out no level, as readers of tagged files ask. */
export function printSections(printing: Printing, { sections, register }: EditionDocument): PrintedSection[] {
  let last = 0;
  const next = (level: number) => (last = Math.max(1, Math.min(level, last + 1)));
  return sections.map((section) => {
    const level = next(section.level);
    return {
      ...printHead(printing, section, level),
      blocks: section.blocks.flatMap((block) => printBlock({ printing, register, next }, block)),
    };
  });
}

function printHead(
  printing: Printing,
  { anchor, number, heading, language }: DocumentSection,
  level: number,
): Omit<PrintedSection, "blocks"> {
  const words = textOf(printing, heading).trim();
  return {
    at: anchor,
    level,
    number: number === null ? null : textOf(printing, number),
    heading: words === "" ? "–" : words,
    lang: languageOf(language),
  };
}

interface Place {
  printing: Printing;
  register: EditionDocument["register"];
  /** The level of the next heading. */
  next: (level: number) => number;
}

function printBlock({ printing, register, next }: Place, block: Block): PrintedBlock[] {
  const lang = languageOf(block.kind === "register" ? printing.language : block.language);
  switch (block.kind) {
    case "paragraph": {
      const line = lineOf(printing, block.content, block.language);
      return [{ k: "paragraph", at: placeIfAny(printing, block.anchor), lang, line, flag: flagIfAny(printing, block.flag) }];
    }
    case "heading": {
      const line = lineOf(printing, block.content, block.language);
      return line.some((run) => "text" in run && run.text.trim() !== "") ? [{ k: "heading", level: next(block.level), lang, line }] : [];
    }
    case "list":
      return [{ k: "list", lang, list: listOf(printing, block.list, block.language), flag: flagIfAny(printing, block.flag) }];
    case "table":
      return [printTableIfAny(printing, block) ?? emptyAt(printing, block.anchor)];
    case "picture":
      return [printPicture(printing, block)];
    case "statement":
      return [printStatement(printing, block)];
    case "limitations":
      return [{ k: "limitations", title: wordOf(printing, "limitations"), items: limitationsOf(printing, block) }];
    case "register":
      return [printRegister(printing, register)];
    case "notice":
      return [{ k: "notice", lang, line: lineOf(printing, block.content, block.language) }];
  }
}

/** What is left of a table without rows: its place. */
function emptyAt(printing: Printing, anchor: string | undefined): PrintedBlock {
  return { k: "paragraph", at: placeIfAny(printing, anchor), lang: languageOf(printing.language), line: [], flag: null };
}

function listOf(printing: Printing, { ordered, items }: ListShown, language: string): PrintedList {
  return {
    ordered,
    items: items.map((item) => ({
      line: lineOf(printing, item.content, language),
      lists: item.lists.map((below) => listOf(printing, below, language)),
    })),
  };
}

function printPicture(printing: Printing, block: Extract<Block, { kind: "picture" }>): PrintedBlock {
  const { language, anchor } = block;
  const shapes = block.picture.shapes.map((shape) =>
    shape.kind === "text" ? { ...shape, text: unbrokenOf(printing, shape.text) } : shape,
  );
  const picture = { ...block.picture, shapes };
  const caption = [block.label, picture.title].filter((text): text is string => text !== undefined && text !== "").join(". ");
  return {
    k: "picture",
    at: placeIfAny(printing, anchor),
    lang: languageOf(language),
    svg: pictureSvg(picture, language),
    width: picture.width,
    height: picture.height,
    alt: unbrokenOf(printing, picture.description).trim() || unbrokenOf(printing, caption).trim() || "–",
    caption: textOf(printing, caption),
  };
}

function limitationsOf(printing: Printing, { items }: Extract<Block, { kind: "limitations" }>) {
  return items.map(({ number, anchor, language, content }) => ({
    number: `L${number}`,
    at: placeIfAny(printing, anchor),
    lang: languageOf(language),
    line: lineOf(printing, content, language),
  }));
}
