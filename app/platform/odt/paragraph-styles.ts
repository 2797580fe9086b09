import { colours, fonts, measures } from "~/platform/document-look";
import { atEdge, atIndent, edged, entryStops, hung, points, spaced } from "~/platform/odt/measures";
import { textAttributes, type Look } from "~/platform/odt/writing";
import { element, type Attributes } from "~/platform/odt/xml";

/** A style of paragraphs: what it builds on, how it is set and how its words look. */
interface ParagraphStyle {
  name: string;
  parent?: string;
  next?: string;
  outline?: number;
  set?: Attributes;
  stops?: string;
  look?: Look;
}

function styleXml({ name, parent = "Standard", next, outline, set = {}, stops = "", look = {} }: ParagraphStyle): string {
  return element(
    "style:style",
    {
      "style:name": name,
      "style:display-name": name.includes("_20_") ? name.replaceAll("_20_", " ") : undefined,
      "style:family": "paragraph",
      "style:parent-style-name": name === "Standard" ? undefined : parent,
      "style:next-style-name": next,
      "style:default-outline-level": outline,
      "style:class": outline ? "text" : undefined,
    },
    `${element("style:paragraph-properties", set, stops)}${element("style:text-properties", textAttributes(look))}`,
  );
}

const keepNext = { "fo:keep-with-next": "always" };
const keepWhole = { "fo:keep-together": "always" };
const warm = { "fo:background-color": `#${colours.warm}` };
const small: Look = { font: fonts.sans, size: 17, colour: colours.soft };
const next = "Text_20_body";

const headings = [
  [36, 480],
  [28, 380],
  [24, 300],
  [22, 260],
  [21, 220],
  [21, 220],
].map(([size = 0, before = 0], at): ParagraphStyle => ({
  name: `Heading_20_${at + 1}`,
  next,
  outline: at + 1,
  set: { ...spaced(before, 120, 110), ...keepNext, ...keepWhole, ...(at === 0 ? { "fo:break-before": "page" } : {}) },
  look: { font: fonts.sans, size, bold: true },
}));

const front: ParagraphStyle[] = [
  { name: "Title", next, set: spaced(2400, 360, 110), look: { font: fonts.sans, size: 56, bold: true } },
  { name: "Front", set: { ...spaced(0, 60, 125), ...hung(2600, 2600) }, stops: atIndent, look: { font: fonts.sans, size: 20 } },
  {
    name: "Notice",
    set: {
      ...spaced(120, 160, 125),
      "fo:margin-left": points(60),
      "fo:padding": "0pt",
      "fo:padding-left": "8pt",
      ...edged("left", `2.25pt solid #${colours.ochre}`),
      ...warm,
    },
    look: { font: fonts.sans, size: 19 },
  },
];

const contents: ParagraphStyle[] = [
  {
    name: "Contents_20_Heading",
    set: { ...spaced(480, 240, 110), ...keepNext },
    look: { font: fonts.sans, size: 36, bold: true },
  },
  { name: "ContentsTop", parent: "Contents_20_Heading", set: { "fo:break-before": "page" } },
  ...[1, 2, 3].map((level) => {
    const left = (level - 1) * 320 + 560;
    const set = { ...spaced(level === 1 ? 120 : 0, 30, 104), ...hung(left, 560) };
    return {
      name: `Contents_20_${level}`,
      set,
      stops: entryStops(left),
      look: { font: fonts.sans, size: level === 1 ? 20 : 18, bold: level === 1 },
    };
  }),
  ...["Table_20_index_20_1", "Illustration_20_Index_20_1"].map((name) => ({
    name,
    set: { ...spaced(0, 60, 104), ...hung(560, 560), "fo:margin-right": "25pt" },
    stops: entryStops(560),
    look: { font: fonts.sans, size: 18 },
  })),
];

const body: ParagraphStyle[] = [
  { name: "Text_20_body" },
  { name: "List_20_Paragraph", set: spaced(0, 80, 120) },
  { name: "Limitation", set: { ...spaced(0, 80, 120), ...hung(560, 560) }, stops: atIndent },
  { name: "Caption", next, set: { ...spaced(220, 80, 125), ...keepNext }, look: { font: fonts.sans, size: 18, bold: true } },
  { name: "Question", parent: "Caption" },
  { name: "Figure", set: { ...spaced(60, 240, 100), "fo:text-align": "center" } },
  { name: "Footnote", set: { ...spaced(0, 40, 100), ...hung(300, 300) }, look: { size: 17 } },
  {
    name: "Statement",
    next: "Statement",
    set: { ...spaced(220, 40, 125), ...hung(measures.number, measures.number), ...keepNext, ...keepWhole },
    stops: atIndent,
    look: { size: 22 },
  },
  { name: "GroundLine", set: { ...spaced(0, 80, 125), "fo:margin-left": points(measures.number), ...keepWhole }, look: small },
  { name: "GroundLineKept", parent: "GroundLine", set: keepNext },
  { name: "StatementNote", set: { ...spaced(0, 80, 108), "fo:margin-left": points(measures.number) }, look: small },
];

/** Programs know "Table Contents" and "Table Heading" by name: the second is how they tell the heads of a table. */
const tables: ParagraphStyle[] = [
  { name: "Table_20_Contents", set: spaced(30, 30, 100), look: { font: fonts.sans, size: 17 } },
  { name: "Table_20_Heading", parent: "Table_20_Contents", look: { bold: true } },
  { name: "TableEnd", set: spaced(0, 120, 50), look: { size: 12 } },
];

const running: ParagraphStyle = {
  name: "Header",
  set: spaced(0, 0, 100),
  stops: atEdge,
  look: { font: fonts.sans, size: 15, colour: colours.soft },
};
const rule = { "fo:padding": "0pt", "fo:padding-bottom": "4pt", ...edged("bottom", `0.75pt solid #${colours.ochre}`) };
const heads: ParagraphStyle[] = [
  running,
  { name: "HeaderLast", parent: "Header", set: rule },
  { name: "HeaderNotice", parent: "Header", set: warm, look: { colour: colours.ochreText } },
  { name: "HeaderNoticeLast", parent: "HeaderNotice", set: rule },
  {
    ...running,
    name: "Footer",
    set: { ...running.set, "fo:padding": "0pt", "fo:padding-top": "4pt", ...edged("top", `0.5pt solid #${colours.line}`) },
  },
];

const standard: ParagraphStyle = { name: "Standard", set: { ...spaced(0, 140, 125), "fo:widows": 2, "fo:orphans": 2 } };

/** The named styles of paragraphs, after what holds for all text; a house style may replace them by name. */
export function paragraphStyles(language: string): string {
  const set = element("style:paragraph-properties", { "style:tab-stop-distance": "36pt", "style:writing-mode": "lr-tb" });
  const look = textAttributes({ font: fonts.serif, size: 21, colour: colours.ink, language });
  const every = element(
    "style:default-style",
    { "style:family": "paragraph" },
    `${set}${element("style:text-properties", { ...look, "fo:hyphenate": "false" })}`,
  );
  return [every, ...[standard, ...headings, ...front, ...contents, ...body, ...tables, ...heads].map(styleXml)].join("");
}
