import { Document, Packer, type FileChild } from "docx";
import { sectionChildren } from "~/platform/docx/blocks";
import { captionLists, contents, titlePage } from "~/platform/docx/front";
import { fontTable, numbering, stylesIn } from "~/platform/docx/look";
import { repack } from "~/platform/docx/package";
import { footer, header } from "~/platform/docx/page";
import { word, wordLanguage, type Writing } from "~/platform/docx/writing";
import type { WriteOrder } from "~/platform/write-order";

/**
 * A document as a Word file. Every statement has its number as a bookmark, every ground a link to the register and from there
 * back. The same order gives the same bytes.
 */
export async function writeDocx({ document, hash, provenance }: WriteOrder): Promise<Uint8Array> {
  const writing: Writing = { document, hash, footnotes: {}, lists: { count: 0 }, changes: { count: 0 } };
  const children: FileChild[] = [
    ...titlePage(writing),
    ...contents(writing),
    ...captionLists(writing),
    ...document.sections.flatMap((section) => sectionChildren(writing, section)),
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
        headers: { default: header(writing) },
        footers: { default: footer(writing) },
        children,
      },
    ],
  });
  const made = await Packer.toBuffer(file, undefined, [{ path: "word/fontTable.xml", data: fontTable }]);
  return repack(made, { provenance, ...(document.purpose === "concept" ? { mark: word(writing, "draft-mark") } : {}) });
}
