import { strToU8 } from "fflate";
import type { Placeholder } from "~/domain/house-style/placeholders";
import { elementsNamed, readRawXml, type XmlElement } from "~/platform/read-package.server";
import { textWidthOf, type House } from "./house";
import { textOf, type Taking } from "./house-parts";
import { mergeNumbering } from "./merge-numbering";
import { mergeStyles } from "./merge-styles";
import { documentPath } from "./pages";
import { setPages, type OwnEdges } from "./set-pages";
import { namedStyles, settleBody, settleText, type TextSetting } from "./settle-text";
import { styleIds } from "./style-ids";
import { element, rewrite, valueOf, xmlOf } from "./xml-tree";

/** How a document is set in a house style. */
export interface HouseSetting {
  house: House;
  /** The language of the document as Word names it. */
  language: string;
  values: Readonly<Record<Placeholder, string>>;
}

/**
 * Sets a document of ours in the style of a template: its styles, theme, lists, pages, heads, feet, pictures and cover. Only these are taken over;
 * what it says of settings, macros, controls, links and properties stays behind. Changes the parts of the package.
 */
export function applyHouse(parts: Map<string, Uint8Array>, { house, language, values }: HouseSetting): void {
  const { template } = house;
  const ids = styleIds(house);
  const edges = takeEdges(parts);
  const texts = [textOf(parts, documentPath), textOf(parts, "word/footnotes.xml"), edges.header, edges.cover, edges.footer];
  const used = [...new Set(texts.flatMap(namedStyles)), "RunningFoot", "ListParagraph"];
  const ours = readRawXml(textOf(parts, "word/styles.xml"));
  const { styles, renamed } = mergeStyles({ house, ids, ours, used, language, textWidth: textWidthOf(house.facts) });
  const put = (path: string, elements: readonly XmlElement[]) => parts.set(path, strToU8(`${head}${xmlOf(elements)}`));
  put("word/styles.xml", styles);
  const numbering = readRawXml(textOf(parts, "word/numbering.xml"));
  put("word/numbering.xml", mergeNumbering(numbering, template.xml("word/numbering.xml"), renamed));
  const setting: TextSetting = { house, ids, renamed, bullets: bulletsIn(numbering) };
  parts.set(documentPath, strToU8(settleBody(settleText(textOf(parts, documentPath), setting), setting)));
  parts.set("word/footnotes.xml", strToU8(settleText(textOf(parts, "word/footnotes.xml"), setting)));
  const set = (xml: string) => settleText(xml, setting);
  const taking: Taking = { parts, template, renamed, values };
  setPages(taking, {
    header: set(edges.header),
    cover: set(edges.cover),
    footer: set(edges.footer).replaceAll('"RunningHead"', '"RunningFoot"'),
  });
  takeLook(put, house);
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Takes the head, the head of the cover and the foot that the library wrote out of the package, and gives what is in them. */
function takeEdges(parts: Map<string, Uint8Array>): OwnEdges {
  const document = textOf(parts, documentPath);
  const relations = textOf(parts, documentRelations);
  const take = (place: "header" | "footer", kind: "default" | "first") => {
    const id = new RegExp(`<w:${place}Reference w:type="${kind}" r:id="([^"]*)"`, "u").exec(document)?.[1];
    const target = new RegExp(`<Relationship Id="${id ?? "-"}"[^>]*Target="([^"]*)"`, "u").exec(relations)?.[1];
    return target === undefined ? "" : removeEdge(parts, `word/${target}`);
  };
  return { header: take("header", "default"), cover: take("header", "first"), footer: take("footer", "default") };
}

const documentRelations = "word/_rels/document.xml.rels";

function removeEdge(parts: Map<string, Uint8Array>, path: string): string {
  const xml = textOf(parts, path);
  const name = path.slice("word/".length);
  parts.delete(path);
  parts.delete(`word/_rels/${name}.rels`);
  const without = (from: string, pattern: RegExp) => parts.set(from, strToU8(textOf(parts, from).replace(pattern, "")));
  without(documentRelations, new RegExp(`<Relationship [^>]*Target="${name}"[^>]*/>`, "u"));
  without("[Content_Types].xml", new RegExp(`<Override [^>]*PartName="/${path}"[^>]*/>`, "u"));
  return /<w:(?:hdr|ftr)\b[^>]*>([\s\S]*)<\/w:(?:hdr|ftr)>/u.exec(xml)?.[1] ?? "";
}

/** The numbers of lists whose first level has a sign. */
function bulletsIn(numbering: readonly XmlElement[]): Set<string> {
  const signs = elementsNamed(numbering, "w:abstractNum")
    .filter((list) => valueOf(elementsNamed([list], "w:lvl")[0], "w:numFmt") === "bullet")
    .map(({ attributes }) => attributes["w:abstractNumId"]);
  const numbers = elementsNamed(numbering, "w:num").filter((list) => signs.includes(valueOf(list, "w:abstractNumId")));
  return new Set(numbers.map(({ attributes }) => attributes["w:numId"] ?? ""));
}

/** The theme and the list of typefaces of the template, without pictures and without typefaces within the file. */
function takeLook(put: (path: string, elements: readonly XmlElement[]) => void, { template }: House): void {
  const theme = template.xml("word/theme/theme1.xml");
  const plain = element("a:solidFill", {}, [element("a:schemeClr", { val: "phClr" })]);
  if (theme.length > 0)
    put(
      "word/theme/theme1.xml",
      rewrite(theme, (each) => (each.name === "a:blipFill" ? [plain] : [each])),
    );
  const fonts = template.xml("word/fontTable.xml");
  if (fonts.length > 0)
    put(
      "word/fontTable.xml",
      rewrite(fonts, (each) => (each.name.startsWith("w:embed") ? [] : [each])),
    );
}
