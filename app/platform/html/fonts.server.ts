import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fonts } from "~/platform/document-look";
import { projectRoot } from "~/platform/project-root.server";

/** The typefaces that a file carries: 137 kB, in letters 183 kB. Letters outside Latin are left to the reader's machine. */
const faces = [
  { family: fonts.sans, style: "normal", weight: "100 900", file: "hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2" },
  { family: fonts.serif, style: "normal", weight: "200 900", file: "source-serif-4/files/source-serif-4-latin-wght-normal.woff2" },
  { family: fonts.serif, style: "italic", weight: "200 900", file: "source-serif-4/files/source-serif-4-latin-wght-italic.woff2" },
] as const;

let read: string | undefined;

/** The typefaces as rules of a style sheet, in the file itself so that nothing is fetched; read once. */
export function fontFaces(): string {
  read ??= faces
    .map(({ family, style, weight, file }) => {
      const bytes = readFileSync(join(projectRoot(), "node_modules", "@fontsource-variable", file));
      const data = `data:font/woff2;base64,${bytes.toString("base64")}`;
      return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};src:url("${data}") format("woff2")}`;
    })
    .join("\n");
  return read;
}
