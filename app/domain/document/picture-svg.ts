import type { Picture, Shape, Tone } from "~/domain/document/picture";
import { arrowHead, hatchPath, isFilled, markPath, pictureText, pointsText, tidy } from "~/domain/document/picture-drawing";

/** The colours of a picture, by what has them. */
export interface PictureColours {
  ink: string;
  soft: string;
  ground: string;
  line: string;
  light: string;
  tones: Readonly<Record<Tone, string>>;
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A picture as an SVG file that stands alone. */
export function svgOfPicture(picture: Picture, colours: PictureColours, font: string, language: string): string {
  const { width, height, title, description, shapes } = picture;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${tidy(width)}" height="${tidy(height)}" viewBox="0 0 ${tidy(width)} ${tidy(height)}" role="img" xml:lang="${escaped(language)}" font-family="${escaped(font)}, Arial, sans-serif" font-size="${pictureText.size}">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(description)}</desc>`,
    ...shapes.map((shape) => svgOfShape(shape, colours)),
    "</svg>",
  ].join("\n");
}

function svgOfShape(shape: Shape, colours: PictureColours): string {
  switch (shape.kind) {
    case "box":
      return svgOfBox(shape, colours);
    case "arrow":
      return `<polyline points="${pointsText(shape.points)}" fill="none" stroke="${colours.ink}"/><polygon points="${arrowHead(shape.points)}" fill="${colours.ink}"/>`;
    case "line": {
      const dashes = shape.dashed ? ' stroke-dasharray="4 3"' : "";
      const weight = shape.heavy ? ' stroke-width="2.5"' : "";
      return `<polyline points="${pointsText(shape.points)}" fill="none" stroke="${colours[shape.stroke]}"${weight}${dashes}/>`;
    }
    case "mark": {
      const colour = colours[shape.stroke];
      return `<path d="${markPath(shape)}" fill="${isFilled(shape) ? colour : "none"}" stroke="${colour}" stroke-width="1.5"/>`;
    }
    case "text":
      return svgOfText(shape, colours);
  }
}

function svgOfBox(box: Extract<Shape, { kind: "box" }>, { tones, line, soft, ground }: PictureColours): string {
  const { x, y, width, height, tone, hatched, crossed, ringed } = box;
  const edge = ringed ? ` stroke="${ground}" stroke-width="2.5"` : tone === "bare" ? "" : ` stroke="${line}"`;
  const rect = `<rect x="${tidy(x)}" y="${tidy(y)}" width="${tidy(width)}" height="${tidy(height)}" rx="3" fill="${tones[tone]}"${edge}/>`;
  return hatched || crossed ? `${rect}<path d="${hatchPath(box)}" fill="none" stroke="${soft}" stroke-width="0.75"/>` : rect;
}

function svgOfText(shape: Extract<Shape, { kind: "text" }>, colours: PictureColours): string {
  const [x, y] = [tidy(shape.x), tidy(shape.y)];
  const turned = shape.upright ? ` transform="rotate(-90 ${x} ${y})"` : "";
  const weight = shape.strong ? ' font-weight="600"' : "";
  const anchor = shape.middle ? ' text-anchor="middle"' : shape.end ? ' text-anchor="end"' : "";
  const size = shape.small ? ` font-size="${pictureText.small}"` : "";
  const colour = shape.light ? colours.light : shape.soft ? colours.soft : colours.ink;
  return `<text x="${x}" y="${y}" fill="${colour}"${weight}${anchor}${size}${turned}>${escaped(shape.text)}</text>`;
}
