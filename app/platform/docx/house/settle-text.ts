import { colours } from "~/platform/document-look";
import type { House } from "./house";
import { scaled } from "./merge-styles";
import { listShift } from "./references";
import type { StyleIds } from "./style-ids";
import { valueOf } from "./xml-tree";
import { elementsNamed } from "~/platform/read-package.server";

/** What a text of ours needs to be set in the styles of a template. */
export interface TextSetting {
  house: House;
  ids: StyleIds;
  renamed: ReadonlyMap<string, string>;
  /** The numbers of our lists that have signs. */
  bullets: ReadonlySet<string>;
}

/** A part that the library wrote, in the styles of a template: its ids, its typeface, its sizes and its colour of links. */
export function settleText(xml: string, setting: TextSetting): string {
  const { house, ids, renamed } = setting;
  const id = (ours: string) => {
    const theirs = ids.target(ours);
    return theirs === undefined ? ours : (renamed.get(theirs) ?? theirs);
  };
  const plain = xml
    .replaceAll(/<w:rFonts\b[^>]*\/>/gu, "")
    .replaceAll(/<(w:sz|w:szCs) w:val="(\d+)"\/>/gu, (_, name: string, half: string) => `<${name} w:val="${scaled(half, house)}"/>`)
    .replaceAll(`<w:color w:val="${colours.blue}"/>`, `<w:color w:val="${accentOf(house)}"/>`)
    .replaceAll(/<w:rStyle w:val="(\w+)"\/>/gu, (_, ours: string) => `<w:rStyle w:val="${id(ours)}"/>`);
  const listed = plain.replaceAll(
    /<w:pStyle w:val="ListParagraph"\/><w:numPr><w:ilvl w:val="(\d+)"\/><w:numId w:val="(\d+)"\/><\/w:numPr>/gu,
    (_, level: string, number: string) => listItem(level, number, setting),
  );
  return listed
    .replaceAll(/<w:pStyle w:val="(\w+)"\/>/gu, (whole, ours: string) =>
      ours.startsWith(settled) ? whole : `<w:pStyle w:val="${id(ours)}"/>`,
    )
    .replaceAll(settled, "");
}

/** Marks an id of a style that is settled already. */
const settled = "settled__";

/** A paragraph of a list: in the style that was chosen for it, and with the signs of that where it has any. */
function listItem(level: string, number: string, { house, renamed, bullets }: TextSetting): string {
  const isBullet = bullets.has(number);
  const chosen = house.mapping[isBullet ? "bullets" : "numbers"];
  const style = chosen === undefined ? "ListParagraph" : (renamed.get(chosen) ?? chosen);
  const signs = isBullet && chosen !== undefined ? listOf(house, chosen) : null;
  const numbers = `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${signs ?? number}"/></w:numPr>`;
  return `<w:pStyle w:val="${settled}${style}"/>${numbers}`;
}

/** The list to which a style of a template belongs by itself, as it is counted beside ours. */
function listOf({ template }: House, id: string): string | null {
  const byId = new Map(
    elementsNamed(template.xml("word/styles.xml"), "w:style").map((style) => [style.attributes["w:styleId"] ?? "", style]),
  );
  let style = byId.get(id);
  for (let depth = 0; style && depth < 12; depth += 1) {
    const [numbers] = elementsNamed([style], "w:numPr");
    const number = Number(valueOf(numbers, "w:numId"));
    if (numbers) return number > 0 ? String(number + listShift) : null;
    style = byId.get(valueOf(style, "w:basedOn") ?? "");
  }
  return null;
}

/** The colour of the chosen first heading where it can be read on white, else ours. */
function accentOf({ facts, mapping }: House): string {
  const colour = facts.styles.find(({ id }) => id === mapping.heading1)?.look.colour ?? null;
  return colour !== null && contrastOnWhite(colour) >= 4.5 ? colour : colours.blue;
}

/** How much a colour stands out on white, 1 to 21 (WCAG 2.2, relative luminance). */
export function contrastOnWhite(colour: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 1.05 / (0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4) + 0.05);
}

/** The text of a document whose plain paragraphs have the style that was chosen for them, and whose tables that of tables. */
export function settleBody(xml: string, { house, ids, renamed }: TextSetting): string {
  const { facts, mapping } = house;
  const body = ids.target("Normal");
  const isDefault = facts.styles.some(({ id, isDefault: usual }) => id === body && usual);
  const style = body === undefined || isDefault ? "" : `<w:pStyle w:val="${renamed.get(body) ?? body}"/>`;
  const withStyle =
    style === ""
      ? xml
      : xml.replaceAll(/<w:p>(<w:pPr>(?!<w:pStyle)|(?!<w:pPr>))/gu, (_, opened: string) =>
          opened === "" ? `<w:p><w:pPr>${style}</w:pPr>` : `<w:p>${opened}${style}`,
        );
  if (mapping.table === undefined) return withStyle;
  const table = renamed.get(mapping.table) ?? mapping.table;
  const styled = withStyle
    .replaceAll("<w:tblPr>", `<w:tblPr><w:tblStyle w:val="${table}"/>`)
    .replaceAll(/<w:tblBorders>[\s\S]*?<\/w:tblBorders>/gu, "")
    .replaceAll(`<w:shd w:fill="${colours.wash}" w:color="auto" w:val="clear"/>`, "");
  const [before = "", ...tables] = styled.split("</w:tblPr>");
  return [before, ...tables.map((after) => `${lookOfTable(after)}</w:tblPr>${after}`)].join("");
}

/** Which parts of a table look apart (ECMA-376 part 1, 17.4.55): its first row where that is a head, for a style may set that on a dark ground. */
function lookOfTable(rows: string): string {
  const hasHead = rows.slice(0, rows.indexOf("</w:tr>")).includes("<w:tblHeader/>");
  const [value, first] = hasHead ? ["0420", 1] : ["0400", 0];
  return `<w:tblLook w:val="${value}" w:firstRow="${first}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>`;
}

/** The ids of styles that a text names. */
export function namedStyles(xml: string): string[] {
  return [...xml.matchAll(/<w:[pr]Style w:val="(\w+)"\/>/gu)].flatMap(([, id]) => id ?? []);
}
