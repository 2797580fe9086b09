import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { colours, fonts } from "~/platform/document-look";
import { projectRoot } from "~/platform/project-root.server";

const file = join("node_modules", "@expo-google-fonts", "hanken-grotesk", "600SemiBold", "HankenGrotesk_600SemiBold.ttf");

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A word that lies slanted over the page, as outlines: it is seen, and never found among the words of the text. */
export function draftMarkSvg(word: string): string {
  const size = Math.min(120, 900 / Math.max(1, [...word].length));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600" viewBox="0 0 600 600"><text x="300" y="${300 + size / 3}" transform="rotate(-45 300 300)" text-anchor="middle" font-family="${fonts.sans}" font-weight="600" font-size="${size}" fill="#${colours.ink}" fill-opacity="0.06">${escaped(word)}</text></svg>`;
  const drawn = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: [join(projectRoot(), file)], defaultFontFamily: fonts.sans } });
  return drawn.toString();
}
