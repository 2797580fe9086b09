import type { Block } from "~/domain/document/model";
import { measures } from "~/platform/document-look";
import { captionParagraph } from "~/platform/odt/caption";
import { paragraph, type Writing } from "~/platform/odt/writing";
import { xmlText } from "~/platform/xml-text";
import { element } from "~/platform/odt/xml";
import { picturePng, pictureSvg } from "~/platform/picture.server";

/** The units of a picture, of which 96 make an inch, in points. */
const unit = 72 / 96;

/** The largest a picture is drawn, in points: the width of the text, and a page with room for a heading. */
const most = { width: measures.text / 20, height: 610 };

/** A picture as large as the text of a page at most, drawn from SVG, with a PNG for programs that draw none and its description in words. */
export function pictureParagraphs(writing: Writing, { picture, language, label, anchor }: Extract<Block, { kind: "picture" }>): string {
  const number = writing.pictures.length / 2 + 1;
  const scale = Math.min(unit, most.width / picture.width, most.height / picture.height);
  const images = [
    { path: `Pictures/figure-${number}.svg`, bytes: new TextEncoder().encode(pictureSvg(picture, language)), type: "image/svg+xml" },
    { path: `Pictures/figure-${number}.png`, bytes: picturePng(picture, language), type: "image/png" },
  ];
  writing.pictures.push(...images);
  const frame = element(
    "draw:frame",
    {
      "draw:name": `Figure${number}`,
      "draw:style-name": "Picture",
      "text:anchor-type": "as-char",
      "svg:width": `${(picture.width * scale).toFixed(2)}pt`,
      "svg:height": `${(picture.height * scale).toFixed(2)}pt`,
    },
    [
      ...images.map(({ path, type }) => image(path, type)),
      element("svg:title", {}, xmlText(picture.title)),
      element("svg:desc", {}, xmlText(picture.description)),
    ].join(""),
  );
  const caption = captionParagraph(writing, { kind: "picture", label, text: picture.title, anchor, language });
  return `${caption}${paragraph("Figure", frame)}`;
}

/** The image of a frame; the first that a program can draw is the one that it draws. */
export function image(path: string, type: string): string {
  const from = { "xlink:href": path, "xlink:type": "simple", "xlink:show": "embed", "xlink:actuate": "onLoad", "draw:mime-type": type };
  return element("draw:image", from);
}
