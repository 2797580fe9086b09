import { Document, Packer, type FileChild } from "docx";
import { boundAround } from "~/domain/document/front";
import type { EditionDocument } from "~/domain/document/model";
import { sectionChildren } from "~/platform/docx/blocks";
import { captionLists, contents, titlePage } from "~/platform/docx/front";
import { applyHouse, type HouseSetting } from "~/platform/docx/house/apply-house.server";
import { saidOnPages, textWidthOf, valuesOf, type House } from "~/platform/docx/house/house";
import { fontTable, numbering, stylesIn } from "~/platform/docx/look";
import { repack } from "~/platform/docx/package";
import { coverHeader, footer, header } from "~/platform/docx/page";
import { word, wordLanguage } from "~/platform/document-locale";
import { writtenOneByOne, type WrittenTexts } from "~/platform/docx/written";
import { startWriting } from "~/platform/docx/writing";
import { documentWords } from "~/platform/document-words.server";
import type { WriteOrder } from "~/platform/write-order";

/**
 * A document as a Word file. Every statement has its number as a bookmark, every ground a link to the register and from there
 * back. In a house style, where there is one. The same order gives the same bytes.
 */
export async function writeDocx({ document, hash, provenance, house }: WriteOrder): Promise<Uint8Array> {
  const writing = startWriting(document, hash, house && textWidthOf(house.facts));
  const said = house && saidOnPages(house.facts);
  const { front, body } = boundAround(document.sections);
  const texts: WrittenTexts = [];
  const children: FileChild[] = [
    ...titlePage(writing),
    ...front.flatMap((section) => sectionChildren(writing, section)),
    ...contents(writing),
    ...captionLists(writing),
    ...body.flatMap((section) => writtenOneByOne(sectionChildren(writing, section), texts)),
  ];
  const file = new Document({
    title: document.title,
    creator: "Grondslag",
    lastModifiedBy: "Grondslag",
    description: [document.classification, document.lacking, document.notice].filter((text) => text !== null).join(" · "),
    keywords: `edition ${document.number}, draft ${document.draft}`,
    features: { updateFields: true },
    customProperties: [
      { name: "grondslag-edition", value: `${document.number}.${document.draft}` },
      { name: "grondslag-sha256", value: hash },
      { name: "grondslag-format", value: document.format },
      { name: "grondslag-language", value: document.language },
    ],
    styles: stylesIn(wordLanguage(document.language)),
    numbering,
    footnotes: writing.footnotes,
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1700, bottom: 1420, left: 1418, right: 1418, header: 620, footer: 560 },
          },
        },
        headers: house ? { default: header(writing, said), first: coverHeader(writing) } : { default: header(writing) },
        footers: { default: footer(writing, said) },
        children,
      },
    ],
  });
  const made = await Packer.toBuffer(file, undefined, [{ path: "word/fontTable.xml", data: fontTable }]);
  const mark = document.purpose === "concept" ? { mark: word(writing, "draft-mark") } : {};
  return repack(made, {
    provenance,
    pictures: writing.pictures,
    texts,
    ...mark,
    ...(house && { set: (parts) => applyHouse(parts, settingOf(house, document)) }),
  });
}

function settingOf(house: House, document: EditionDocument): HouseSetting {
  const { language } = document;
  return { house, language: wordLanguage(language), values: valuesOf(document, documentWords(language)) };
}
