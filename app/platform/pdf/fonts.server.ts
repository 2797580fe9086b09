import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "~/platform/project-root.server";
import { charactersOf } from "./font-coverage";

interface Cut {
  family: string;
  folder: string;
  file: string;
}

const cut = (folder: string, file: string, family: string): Cut => ({ family, folder, file });
const regular = ["400Regular", "400Regular_Italic", "600SemiBold", "600SemiBold_Italic"];

/** Serif for what people wrote, sans for headings and the tool: in four cuts each. */
const text = [
  ...regular.map((style) => cut("source-serif-4", `SourceSerif4_${style}`, "Source Serif 4")),
  ...regular.map((style) => cut("hanken-grotesk", `HankenGrotesk_${style}`, "Hanken Grotesk")),
];

/** What stands in for a character that those two lack, in this order. */
const others = [
  cut("noto-sans", "NotoSans_400Regular", "Noto Sans"),
  cut("noto-sans-hebrew", "NotoSansHebrew_400Regular", "Noto Sans Hebrew"),
  cut("noto-sans-arabic", "NotoSansArabic_400Regular", "Noto Sans Arabic"),
  cut("noto-sans-symbols-2", "NotoSansSymbols2_400Regular", "Noto Sans Symbols 2"),
  cut("noto-emoji", "NotoEmoji_400Regular", "Noto Emoji"),
];

/** The typefaces of a PDF: their files, the families that stand in for a missing character, and which characters can be set. */
export interface PdfFonts {
  files: string[];
  others: string[];
  /** Whether the characters, which are set as one, can be. */
  canSet: (characters: readonly number[]) => boolean;
}

let loaded: PdfFonts | undefined;

/** The typefaces of a PDF, read from the packages of the program once. The fonts of the machine play no part. */
export function pdfFonts(): PdfFonts {
  return (loaded ??= load());
}

function load(): PdfFonts {
  const files = [...text, ...others].map(({ folder, file }) => pathOf(folder, file));
  const covered = files.map((file) => charactersOf(readFileSync(file)));
  const both = covered.slice(0, text.length);
  const one = covered.slice(text.length);
  const all = (characters: readonly number[], font: Set<number>) => characters.every((character) => font.has(character));
  return {
    files,
    others: others.map(({ family }) => family),
    canSet: (characters) => both.every((font) => all(characters, font)) || one.some((font) => all(characters, font)),
  };
}

function pathOf(folder: string, file: string): string {
  const style = file.slice(file.indexOf("_") + 1);
  return join(projectRoot(), "node_modules", "@expo-google-fonts", folder, style, `${file}.ttf`);
}
