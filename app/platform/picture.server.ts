import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import type { Picture } from "~/domain/document/picture";
import { pictureText, tidy, widthOfWords } from "~/domain/document/picture-drawing";
import { svgOfPicture } from "~/domain/document/picture-svg";
import { askStarter } from "./ask-starter.server";
import { colours, fonts } from "./document-look";
import { projectRoot } from "./project-root.server";
import { sha256 } from "./sha256.server";
import { xmlText } from "./xml-text";

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

/**
 * A picture as a PNG file, twice as fine as its units, for readers that draw no SVG; coarser where it would have more than 16 million pixels. It draws with the
 * fonts of the program alone.
 */
export function picturePng(picture: Picture, language: string): Uint8Array {
  const svg = pictureSvg(picture, language);
  const key = sha256(svg);
  const png = kept.get(key) ?? pngFromSvg(svg);
  keep(key, png);
  return png;
}

/**
 * Fetches the pictures of a document from whoever started this thread, which keeps what was drawn for the draft before; `picturePng` has them then. Does
 * nothing where nobody can be asked.
 */
export async function fetchPngs(pictures: readonly { picture: Picture; language: string }[]): Promise<void> {
  for (const { picture, language } of pictures) {
    const svg = pictureSvg(picture, language);
    const key = sha256(svg);
    // What is asked under this name is answered by `pngOf`, in the other thread.
    const png = kept.has(key) ? null : ((await askStarter("png", { key, svg })) as Uint8Array | null);
    if (png) keep(key, png);
  }
}

/** A picture that is drawn from SVG, by the digest of that. */
export interface PngOrder {
  key: string;
  svg: string;
}

/** The same picture from what it is drawn from, where this thread keeps it; else `draw` makes it. */
export async function keptPng({ key, svg }: PngOrder, draw: (svg: string) => Promise<Uint8Array>): Promise<Uint8Array> {
  const png = kept.get(key) ?? (await draw(svg));
  keep(key, png);
  return png;
}

/** Draws a picture as a PNG file from SVG. */
export const pngFromSvg = (svg: string) => drawn(svg, { background: "white" });

/** Pictures as drawn, by the digest of what they are drawn from; the oldest go when they fill more than the bytes allowed. */
const kept = new Map<string, Uint8Array>();
const mostKept = 32 * 1024 * 1024;

function keep(key: string, png: Uint8Array): void {
  kept.delete(key);
  kept.set(key, png);
  let bytes = [...kept.values()].reduce((sum, one) => sum + one.byteLength, 0);
  for (const [oldest, one] of kept) {
    if (bytes <= mostKept) break;
    kept.delete(oldest);
    bytes -= one.byteLength;
  }
}

/** The word that lies behind every page of a draft, slanted and light, on nothing. */
export function markPng(text: string): Uint8Array {
  const [side, middle] = [420, 210];
  const size = Math.min(110, (1.35 * side * pictureText.size) / widthOfWords(text, true));
  const about = `text-anchor="middle" dominant-baseline="central" transform="rotate(-45 ${middle} ${middle})"`;
  const word = `<text x="${middle}" y="${middle}" ${about} font-family="${fonts.sans}" font-weight="600" font-size="${tidy(size)}" fill="${hex(colours.line)}" fill-opacity="0.35">${xmlText(text)}</text>`;
  return drawn(`<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">${word}</svg>`);
}

/** How many pixels a picture may have that is drawn: each takes four bytes and more while it is. */
const mostPixels = 16_000_000;

function drawn(svg: string, { background }: { background?: string } = {}): Uint8Array {
  const font = {
    loadSystemFonts: false,
    fontFiles: weights.map((file) => join(projectRoot(), fontFolder, file)),
    defaultFontFamily: fonts.sans,
    sansSerifFamily: fonts.sans,
  };
  const read = (zoom: number) =>
    new Resvg(svg, { ...(background === undefined ? {} : { background }), fitTo: { mode: "zoom", value: zoom }, font });
  const image = read(2);
  const finest = Math.sqrt(mostPixels / (image.width * image.height));
  return (finest < 2 ? read(finest) : image).render().asPng();
}
