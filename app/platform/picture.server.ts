import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import type { Picture } from "~/domain/document/picture";
import { svgOfPicture } from "~/domain/document/picture-svg";
import { colours, fonts } from "./docx/look";
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
  const image = new Resvg(pictureSvg(picture, language), {
    background: "white",
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
