import { AlignmentType, ImageRun, Paragraph } from "docx";
import { strToU8 } from "fflate";
import type { Block } from "~/domain/document/model";
import { addPicture, captionParagraph, type Writing } from "~/platform/docx/writing";
import { picturePng, pictureSvg } from "~/platform/picture.server";

/** The width of the text in the pixels of a picture: 96 to the inch, where the measures count 1,440. */
const textWidth = ({ width }: Writing) => Math.floor((width / 1440) * 96);

/** The height of a picture with room for a heading on its page, in the same pixels. */
const textHeight = 860;

/** A picture as large as the text of a page at most, drawn from SVG, with a PNG for programs that draw none and its description in words. */
export function pictureParagraphs(writing: Writing, block: Extract<Block, { kind: "picture" }>): Paragraph[] {
  const { picture, language, label, anchor } = block;
  const scale = Math.min(1, textWidth(writing) / picture.width, textHeight / picture.height);
  const transformation = { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) };
  const fallback = { type: "png" as const, data: addPicture(writing, picturePng(picture, language)), transformation };
  const drawing = new ImageRun({
    type: "svg",
    data: addPicture(writing, strToU8(pictureSvg(picture, language))),
    transformation,
    fallback,
    altText: { name: picture.title, title: picture.title, description: picture.description },
  });
  return [
    captionParagraph(label, picture.title, anchor),
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 120, after: 120 }, children: [drawing] }),
  ];
}
