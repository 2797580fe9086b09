/** The two typefaces: sans for headings and the tool, serif for what people wrote. Other machines show the fallback named in the font table. */
export const fonts = { sans: "Hanken Grotesk", serif: "Source Serif 4" } as const;

/** The colours of the document, as in the tokens of the screen. */
export const colours = {
  ink: "1A1D2E",
  soft: "4A4F63",
  blue: "1E3A8A",
  ochre: "B07A10",
  ochreText: "7A5408",
  rust: "A8400C",
  line: "C9CCD8",
  wash: "F3F4F8",
  warm: "FBF5E4",
  level1: "E3E9FA",
  level2: "B5C4F0",
  level3: "4C66C4",
  level4: "1F3686",
} as const;

/** Width of the text on the page and the column of statement numbers, in twentieths of a point. */
export const measures = { text: 9070, number: 850 } as const;

/** The styles of what stands on a ground line: one segment per ground, solid supports, waved contradicts, dotted gives context. */
export const groundStyles = {
  supports: "GroundSupports",
  contradicts: "GroundContradicts",
  context: "GroundContext",
  plain: "GroundPlain",
} as const;
