import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import type { Picture } from "~/domain/document/picture";
import { pictureText, tidy, widthOfWords } from "~/domain/document/picture-drawing";
import { svgOfPicture } from "~/domain/document/picture-svg";
import { colours, fonts } from "./document-look";
import { xmlText } from "./xml-text";
import { projectRoot } from "./project-root.server";

const hex = (colour: string) => `#${colour}`;
const ofPicture = {
  ink: hex(colours.ink),
  soft: hex(colours.soft),
  ground: hex(colours.ochre),
  line: hex(colours.soft),
  light: "#FFFFFF",
  tones: {
    plain: "none",
    aside: hex(colours.wash),
    head: hex(colours.warm),
    stage: hex(colours.line),
    level0: "#FFFFFF",
    level1: hex(colours.level1),
    level2: hex(colours.level2),
    level3: hex(colours.level3),
    level4: hex(colours.level4),
    bar: hex(colours.level3),
    bare: "none",
  },
} as const;

/** A picture as an SVG file in the colours of the documents; `language` is that of its words. */
export function pictureSvg(picture: Picture, language: string): string {
  return svgOfPicture(picture, ofPicture, fonts.sans, language);
}

const fontFolder = join("node_modules", "@expo-google-fonts", "hanken-grotesk");
const weights = [join("400Regular", "HankenGrotesk_400Regular.ttf"), join("600SemiBold", "HankenGrotesk_600SemiBold.ttf")];

/** A picture as a PNG file, twice as fine as its units, for readers that draw no SVG. It draws with the fonts of the program alone. */
export function picturePng(picture: Picture, language: string): Uint8Array {
  const before = pngs.get(picture);
  if (before?.language === language) return before.png;
  const png = drawn(pictureSvg(picture, language), { background: "white" });
  pngs.set(picture, { language, png });
  return png;
}

/** The formats of one document draw the same pictures: each is drawn once as long as its document is there. */
const pngs = new WeakMap<Picture, { language: string; png: Uint8Array }>();

/** The word that lies behind every page of a draft, slanted and light, on nothing. */
export function markPng(text: string): Uint8Array {
  const [side, middle] = [420, 210];
  const size = Math.min(110, (1.35 * side * pictureText.size) / widthOfWords(text, true));
  const about = `text-anchor="middle" dominant-baseline="central" transform="rotate(-45 ${middle} ${middle})"`;
  const word = `<text x="${middle}" y="${middle}" ${about} font-family="${fonts.sans}" font-weight="600" font-size="${tidy(size)}" fill="${hex(colours.line)}" fill-opacity="0.35">${xmlText(text)}</text>`;
  return drawn(`<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">${word}</svg>`);
}

function drawn(svg: string, { background }: { background?: string } = {}): Uint8Array {
  const image = new Resvg(svg, {
    ...(background === undefined ? {} : { background }),
    fitTo: { mode: "zoom", value: 2 },
    font: {
      loadSystemFonts: false,
      fontFiles: weights.map((file) => join(projectRoot(), fontFolder, file)),
      defaultFontFamily: fonts.sans,
      sansSerifFamily: fonts.sans,
    },
  });
  return image.render().asPng();
}
