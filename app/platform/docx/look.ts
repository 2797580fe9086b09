import { AlignmentType, LevelFormat, UnderlineType, type INumberingOptions, type IStylesOptions } from "docx";
import { colours, fonts, groundStyles, measures } from "~/platform/document-look";

const ground = { font: fonts.sans, size: 16 } as const;
const groundCharacters = [
  {
    id: groundStyles.supports,
    name: "Ground supports",
    run: { ...ground, color: colours.ochreText, underline: { type: UnderlineType.THICK, color: colours.ochre } },
  },
  {
    id: groundStyles.contradicts,
    name: "Ground contradicts",
    run: { ...ground, color: colours.rust, underline: { type: UnderlineType.WAVYHEAVY, color: colours.rust } },
  },
  {
    id: groundStyles.context,
    name: "Ground context",
    run: { ...ground, color: colours.ochreText, underline: { type: UnderlineType.DOTTED, color: colours.ochre } },
  },
  { id: groundStyles.plain, name: "Ground plain", run: { ...ground, color: colours.ochreText } },
];

const heading = (size: number, before: number) => ({
  run: { font: fonts.sans, size, bold: true, color: colours.ink },
  paragraph: { spacing: { before, after: 120, line: 264 }, keepNext: true, keepLines: true },
});

const small = { font: fonts.sans, size: 17, color: colours.soft };

/** The styles of paragraphs, by the name that writers know them by. */
const paragraphs: NonNullable<IStylesOptions["paragraphStyles"]> = [
  {
    id: "Statement",
    name: "Statement",
    basedOn: "Normal",
    next: "GroundLine",
    quickFormat: true,
    run: { font: fonts.serif, size: 22 },
    paragraph: {
      indent: { left: measures.number, hanging: measures.number },
      spacing: { before: 220, after: 40, line: 300 },
      keepNext: true,
      keepLines: true,
      leftTabStop: measures.number,
    },
  },
  {
    id: "GroundLine",
    name: "Ground line",
    basedOn: "Normal",
    run: small,
    paragraph: { indent: { left: measures.number }, spacing: { after: 80, line: 300 }, keepLines: true },
  },
  {
    id: "StatementNote",
    name: "Statement note",
    basedOn: "Normal",
    run: small,
    paragraph: { indent: { left: measures.number }, spacing: { after: 80, line: 260 } },
  },
  {
    id: "TableText",
    name: "Table text",
    basedOn: "Normal",
    run: { font: fonts.sans, size: 17 },
    paragraph: { spacing: { before: 30, after: 30, line: 240 } },
  },
  { id: "TableSmall", name: "Table text small", basedOn: "TableText", run: { size: 15 } },
  {
    id: "TableHead",
    name: "Table head",
    basedOn: "TableText",
    run: { bold: true, size: 16, color: colours.soft },
    paragraph: { keepNext: true },
  },
  { id: "TableHeadSmall", name: "Table head small", basedOn: "TableHead", run: { size: 14 } },
  {
    id: "Caption",
    name: "caption",
    basedOn: "Normal",
    run: { font: fonts.sans, size: 18, bold: true, color: colours.ink },
    paragraph: { spacing: { before: 220, after: 80 }, keepNext: true },
  },
  {
    id: "Front",
    name: "Front matter",
    basedOn: "Normal",
    run: { font: fonts.sans, size: 20 },
    paragraph: { spacing: { after: 60 }, indent: { left: 2600, hanging: 2600 }, leftTabStop: 2600 },
  },
  {
    id: "FrontHeading",
    name: "Front heading",
    basedOn: "Normal",
    next: "Normal",
    run: { font: fonts.sans, size: 36, bold: true },
    paragraph: { spacing: { after: 240 }, keepNext: true },
  },
  {
    id: "Notice",
    name: "Notice",
    basedOn: "Normal",
    run: { font: fonts.sans, size: 19 },
    paragraph: {
      shading: { fill: colours.warm, type: "clear", color: "auto" },
      border: { left: { style: "single", size: 18, color: colours.ochre, space: 8 } },
      spacing: { before: 120, after: 160 },
      indent: { left: 200 },
    },
  },
  {
    id: "RunningHead",
    name: "Running head",
    basedOn: "Normal",
    run: { font: fonts.sans, size: 15, color: colours.soft },
    paragraph: { spacing: { after: 0, line: 240 }, rightTabStop: measures.text },
  },
  ...[1, 2, 3].map((level) => ({
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: "Normal",
    run: { font: fonts.sans, size: level === 1 ? 20 : 18, bold: level === 1 },
    paragraph: {
      spacing: { before: level === 1 ? 120 : 0, after: 30, line: 250 },
      indent: { left: (level - 1) * 320 + 560, hanging: 560, right: 500 },
    },
  })),
];

/** The styles of the document; a house style may replace them by name. */
export function stylesIn(language: string): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: fonts.serif, size: 21, color: colours.ink, language: { value: language } },
        paragraph: { spacing: { after: 140, line: 300 } },
      },
      title: {
        run: { font: fonts.sans, size: 56, bold: true, color: colours.ink },
        paragraph: { spacing: { before: 2400, after: 360, line: 264 } },
      },
      heading1: heading(36, 480),
      heading2: heading(28, 380),
      heading3: heading(24, 300),
      heading4: heading(22, 260),
      heading5: heading(21, 220),
      heading6: heading(21, 220),
      hyperlink: { run: { color: colours.blue, underline: { type: "single" } } },
      footnoteText: { run: { font: fonts.serif, size: 17 }, paragraph: { spacing: { after: 40, line: 240 } } },
      listParagraph: { paragraph: { spacing: { after: 80, line: 290 } } },
    },
    characterStyles: groundCharacters,
    paragraphStyles: paragraphs,
  };
}

const bulletText = ["•", "–", "▪"];

/** How lists count, up to three levels. */
export const numbering: INumberingOptions = {
  config: [
    {
      reference: "bullets",
      levels: bulletText.map((text, level) => ({
        level,
        format: LevelFormat.BULLET,
        text,
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 440 * (level + 1), hanging: 300 } } },
      })),
    },
    {
      reference: "numbers",
      levels: [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN].map((format, level) => ({
        level,
        format,
        text: `%${level + 1}.`,
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 440 * (level + 1), hanging: 300 } } },
      })),
    },
  ],
};

/** The font table: each typeface with the one that takes its place where it is not installed. */
export const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:font w:name="${fonts.sans}"><w:altName w:val="Arial"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>
<w:font w:name="${fonts.serif}"><w:altName w:val="Georgia"/><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>
</w:fonts>`;
