import { AlignmentType, ImageRun, Paragraph } from "docx";
import type { Block } from "~/domain/document/model";
import { measures } from "~/platform/docx/look";
import { picturePng, pictureSvg } from "~/platform/picture.server";

/** The width of the text in the pixels of a picture: 96 to the inch, where the measures count 1,440. */
const textWidth = Math.floor((measures.text / 1440) * 96);

/** A picture as wide as the text at most, drawn from SVG, with a PNG for programs that draw none and its description in words. */
export function pictureParagraph({ picture, language }: Extract<Block, { kind: "picture" }>): Paragraph {
  const width = Math.min(textWidth, Math.round(picture.width));
  const transformation = { width, height: Math.round((picture.height * width) / picture.width) };
  const fallback = { type: "png" as const, data: Buffer.from(picturePng(picture, language)), transformation };
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 120, after: 120 },
    children: [
      new ImageRun({
        type: "svg",
        data: Buffer.from(pictureSvg(picture, language)),
        transformation,
        fallback,
        altText: { name: picture.title, title: picture.title, description: picture.description },
      }),
    ],
  });
}
