import { colours, fonts } from "~/platform/document-look";
import { groundStyles } from "~/platform/document-look";
import { textAttributes, type Look } from "~/platform/odt/writing";
import { element, type Attributes } from "~/platform/odt/xml";

/** The typefaces, each with those that take its place where it is not installed. */
export const fontFaces = element(
  "office:font-face-decls",
  {},
  [
    fontFace(fonts.sans, "Arial, 'Liberation Sans', sans-serif", "swiss"),
    fontFace(fonts.serif, "Georgia, Gelasio, 'Liberation Serif', serif", "roman"),
  ].join(""),
);

function fontFace(name: string, others: string, generic: string): string {
  const family = { "style:name": name, "svg:font-family": `'${name}', ${others}`, "style:font-family-generic": generic };
  return element("style:font-face", { ...family, "style:font-pitch": "variable" });
}

function characterStyle(name: string, look: Look, more: Attributes = {}): string {
  const shown = name.includes("_20_") ? name.replaceAll("_20_", " ") : undefined;
  const properties = element("style:text-properties", { ...textAttributes(look), ...more });
  return element("style:style", { "style:name": name, "style:display-name": shown, "style:family": "text" }, properties);
}

const underlined = (style: string, colour: string, width = "auto"): Attributes => ({
  "style:text-underline-style": style,
  "style:text-underline-width": width,
  "style:text-underline-color": `#${colour}`,
});
const bare: Attributes = { "style:text-underline-style": "none" };
const ground: Look = { font: fonts.sans, size: 16, colour: colours.ochreText };

/** The styles of passages: one segment of a ground line per ground, solid supports, waved contradicts, dotted gives context. */
export const characterStyles = [
  characterStyle(groundStyles.supports, ground, underlined("solid", colours.ochre, "bold")),
  characterStyle(groundStyles.contradicts, { ...ground, colour: colours.rust }, underlined("wave", colours.rust, "bold")),
  characterStyle(groundStyles.context, ground, underlined("dotted", colours.ochre)),
  characterStyle(groundStyles.plain, ground),
  characterStyle("StatementNumber", { font: fonts.sans, bold: true, size: 20, colour: colours.blue }, bare),
  characterStyle("Reference", { colour: colours.blue }, bare),
  characterStyle("Internet_20_link", { colour: colours.blue }, underlined("solid", colours.blue)),
  characterStyle("Index_20_Link", { colour: colours.ink }, bare),
  characterStyle("Footnote_20_Symbol", {}),
  characterStyle("Footnote_20_anchor", {}, { "style:text-position": "super 60%" }),
].join("");

const level = (at: number) => ({ "text:level": at + 1 });

function listLevel(at: number): string {
  const indent = 440 * (Math.min(at, 8) + 1);
  const set = { "text:label-followed-by": "listtab", "fo:text-indent": "-15pt", "fo:margin-left": `${indent / 20}pt` };
  return element(
    "style:list-level-properties",
    { "text:list-level-position-and-space-mode": "label-alignment" },
    element("style:list-level-label-alignment", { ...set, "text:list-tab-stop-position": `${indent / 20}pt` }),
  );
}

const depths = Array.from({ length: 10 }, (_, at) => at);
const bullets = ["•", "–", "▪"];
const numbers = ["1", "a", "i"];
const bulletOf = (at: number) => bullets[Math.min(at, 2)];
const numberOf = (at: number) => numbers[Math.min(at, 2)];

/** How lists count: three kinds, then the third for all that lies deeper. */
export const listStyles = [
  element(
    "text:list-style",
    { "style:name": "Bullets" },
    depths.map((at) => element("text:list-level-style-bullet", { ...level(at), "text:bullet-char": bulletOf(at) }, listLevel(at))).join(""),
  ),
  element(
    "text:list-style",
    { "style:name": "Numbers" },
    depths
      .map((at) =>
        element("text:list-level-style-number", { ...level(at), "style:num-format": numberOf(at), "style:num-suffix": "." }, listLevel(at)),
      )
      .join(""),
  ),
].join("");

/** Headings carry their numbers in their words: annexes count on their own. */
export const outlineStyle = element(
  "text:outline-style",
  { "style:name": "Outline" },
  depths.map((at) => element("text:outline-level-style", { ...level(at), "style:num-format": "" })).join(""),
);

/** How notes count: a number with a dot at the foot of the page, raised in the text. */
export const notesConfiguration = element("text:notes-configuration", {
  "text:note-class": "footnote",
  "text:citation-style-name": "Footnote_20_Symbol",
  "text:citation-body-style-name": "Footnote_20_anchor",
  "style:num-format": "1",
  "style:num-suffix": ".",
  "text:start-value": "0",
  "text:footnotes-position": "page",
  "text:start-numbering-at": "document",
});

const hairline = `0.5pt solid #${colours.line}`;

/** How the cells of tables are lined: hairlines between rows, none between columns. */
export const cellStyles = [["TableCell", {}] as const, ["TableHeadCell", { "fo:background-color": `#${colours.wash}` }] as const]
  .map(([name, more]) => {
    const lines = { "fo:border-top": hairline, "fo:border-bottom": hairline, "fo:border-left": "none", "fo:border-right": "none" };
    const room = { "fo:padding-top": "1.5pt", "fo:padding-bottom": "1.5pt", "fo:padding-left": "4pt", "fo:padding-right": "4pt" };
    const properties = element("style:table-cell-properties", { ...more, ...lines, ...room });
    return element("style:style", { "style:name": name, "style:family": "table-cell" }, properties);
  })
  .join("");

const onPage: Attributes = { "style:vertical-rel": "page", "style:horizontal-pos": "center", "style:horizontal-rel": "page" };
const behind: Attributes = {
  "style:wrap": "run-through",
  "style:run-through": "background",
  "style:number-wrapped-paragraphs": "no-limit",
};
const unlined: Attributes = { "fo:border": "none", "fo:padding": "0pt" };

function graphicStyle(name: string, properties: Attributes): string {
  return element("style:style", { "style:name": name, "style:family": "graphic" }, element("style:graphic-properties", properties));
}

/** How a picture stands in the text. */
export const pictureStyle = graphicStyle("Picture", { "style:vertical-pos": "top", "style:vertical-rel": "baseline", ...unlined });

/** How the mark of a draft lies behind the text of a page. */
export const markStyle = graphicStyle("DraftMark", { ...behind, "style:vertical-pos": "middle", ...onPage, ...unlined });
