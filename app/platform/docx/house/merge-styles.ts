import { plainName } from "~/domain/house-style/propose-mapping";
import { childOf, elementsNamed, type XmlElement } from "~/platform/read-package.server";
import type { House } from "./house";
import { placeIn } from "./paragraph-order";
import { renameReference, shiftedNumber } from "./references";
import type { StyleIds } from "./style-ids";
import { element, rewrite, valueOf } from "./xml-tree";

/** What joining the styles of a template and ours needs. */
export interface StyleMerge {
  house: House;
  ids: StyleIds;
  /** Our styles, as the library wrote them. */
  ours: readonly XmlElement[];
  /** The ids of the styles of ours that the document names and that stay. */
  used: readonly string[];
  /** The language of the document as Word names it. */
  language: string;
  textWidth: number;
}

/** The styles of a template with those of ours that it has nothing for, and the new ids of styles of the template that had the id or the name of one of ours. */
export function mergeStyles(merge: StyleMerge): { styles: XmlElement[]; renamed: ReadonlyMap<string, string> } {
  const all = merge.house.template.xml("word/styles.xml");
  const wanted = wantedStyles(merge);
  const renamed = renamedStyles(all, wanted);
  const own = wanted.map((style) => ownStyle(style, merge, renamed));
  const joined = rewrite(all, (each) =>
    each.name === "w:styles" ? [{ ...each, children: [...each.children, ...own] }] : theirElement(each, merge, renamed),
  );
  return { styles: withLanguage(joined, merge.language), renamed };
}

/** The id and the name of a style, as programs compare them. */
const callsOf = (style: XmlElement) => [plainName(style.attributes["w:styleId"] ?? ""), plainName(valueOf(style, "w:name") ?? "")];

function renamedStyles(all: readonly XmlElement[], wanted: readonly XmlElement[]): Map<string, string> {
  const taken = new Set(wanted.flatMap(callsOf));
  const clashes = elementsNamed(all, "w:style").filter((style) => callsOf(style).some((call) => taken.has(call)));
  return new Map(clashes.map((style) => [style.attributes["w:styleId"] ?? "", `${style.attributes["w:styleId"]}Template`]));
}

function theirElement(each: XmlElement, merge: StyleMerge, renamed: ReadonlyMap<string, string>): XmlElement[] {
  if (each.name === "w:lang" || each.name === "w:rsid") return [];
  if (each.name === "w:numId") return [shiftedNumber(each)];
  if (each.name !== "w:style") return [renameReference(each, renamed)];
  const id = each.attributes["w:styleId"] ?? "";
  const settled = settleHeading(settleNumbers(each, id, merge), id, merge);
  const other = renamed.get(id);
  if (other === undefined) return [settled];
  const name = (one: XmlElement) => (one.name === "w:name" ? element("w:name", { "w:val": `${one.attributes["w:val"]} (template)` }) : one);
  return [{ ...settled, attributes: { ...settled.attributes, "w:styleId": other }, children: settled.children.map(name) }];
}

/** Numbers of headings, captions and lists come from the document, so a style that takes the place of one of ours counts no more; signs of a list stay. */
function settleNumbers(style: XmlElement, id: string, { house: { facts, mapping } }: StyleMerge): XmlElement {
  const stands = Object.entries(mapping).some(([slot, chosen]) => chosen === id && slot !== "bullets");
  const counts = facts.styles.some((one) => one.id === id && one.numbered);
  if (!stands || !counts || mapping.bullets === id) return style;
  return withParagraph(style, element("w:numPr", {}, [element("w:numId", { "w:val": "0" })]));
}

const headings = ["heading1", "heading2", "heading3", "heading4"] as const;

/** A style that stands for a heading has its level, by which programs list it. */
function settleHeading(style: XmlElement, id: string, { house: { mapping } }: StyleMerge): XmlElement {
  const level = headings.findIndex((slot) => mapping[slot] === id);
  return level < 0 ? style : withParagraph(style, element("w:outlineLvl", { "w:val": String(level) }));
}

function withParagraph(style: XmlElement, child: XmlElement): XmlElement {
  const old = childOf(style, "w:pPr");
  const made = { ...(old ?? element("w:pPr")), children: placeIn(old?.children ?? [], child) };
  if (old) return { ...style, children: style.children.map((each) => (each === old ? made : each)) };
  const at = style.children.findIndex(({ name }) => ["w:rPr", "w:tblPr", "w:trPr", "w:tcPr", "w:tblStylePr"].includes(name));
  const place = at < 0 ? style.children.length : at;
  return { ...style, children: [...style.children.slice(0, place), made, ...style.children.slice(place)] };
}

/** Our styles that stay, with those that they rest on. */
function wantedStyles({ ids, ours, used }: StyleMerge): XmlElement[] {
  const all = withFoot(elementsNamed(ours, "w:style"));
  const byId = new Map(all.map((style) => [style.attributes["w:styleId"] ?? "", style]));
  const wanted = new Set<string>();
  const want = (id: string) => {
    const style = byId.get(id);
    if (!style || wanted.has(id) || ids.target(id) !== undefined) return;
    wanted.add(id);
    for (const name of ["w:basedOn", "w:next"]) want(valueOf(style, name) ?? "");
  };
  used.forEach(want);
  return all.filter((style) => wanted.has(style.attributes["w:styleId"] ?? ""));
}

/** The library writes one style for head and foot. */
function withFoot(styles: readonly XmlElement[]): XmlElement[] {
  return styles.flatMap((style) => {
    if (style.attributes["w:styleId"] !== "RunningHead") return [style];
    const name = (each: XmlElement) => (each.name === "w:name" ? element("w:name", { "w:val": "Running foot" }) : each);
    return [style, { ...style, attributes: { ...style.attributes, "w:styleId": "RunningFoot" }, children: style.children.map(name) }];
  });
}

/** One of our styles in the typeface and in proportion to the size of the template. */
function ownStyle(style: XmlElement, merge: StyleMerge, renamed: ReadonlyMap<string, string>): XmlElement {
  const { ids } = merge;
  const id = style.attributes["w:styleId"] ?? "";
  const rests = ids.rests(id);
  // What rests on a chosen style looks as that does; a statement reads as the text around it.
  const looksAsBelow = rests !== undefined || id === "Statement";
  const theirs = (each: XmlElement, other: string | undefined) =>
    other === undefined ? each : element(each.name, { "w:val": renamed.get(other) ?? other });
  const children = style.children.flatMap((each): XmlElement[] => {
    const target = ids.target(below(id, each.attributes["w:val"] ?? "", merge));
    if (each.name === "w:basedOn") return [theirs(each, rests ?? target)];
    if (each.name === "w:next") return [theirs(each, target)];
    if (each.name === "w:rPr") return looksAsBelow ? [] : [{ ...each, children: ownRun(each.children, id, merge) }];
    if (each.name === "w:pPr" && id.startsWith("Running")) return [{ ...each, children: placeIn(each.children, runningTabs(id, merge)) }];
    return [each];
  });
  const attributes = Object.entries(style.attributes).filter(([key]) => key !== "w:default" || id === "Normal");
  return { ...style, attributes: Object.fromEntries(attributes), children };
}

/** Where tables look as the template has them, what heads one rests on plain text: a colour of their text would show on the ground of the head. */
function below(id: string, other: string, { house }: StyleMerge): string {
  return id === "TableHead" && house.mapping.table !== undefined ? "Normal" : other;
}

function ownRun(children: readonly XmlElement[], id: string, { house }: StyleMerge): XmlElement[] {
  return children.flatMap((each) => {
    if (each.name === "w:rFonts") return [];
    // In the head of a table whose look is the template's, the letters have its colour.
    if (each.name === "w:color" && id.startsWith("TableHead") && house.mapping.table !== undefined) return [];
    return [
      each.name === "w:sz" || each.name === "w:szCs"
        ? element(each.name, { "w:val": scaled(each.attributes["w:val"] ?? "21", house) })
        : each,
    ];
  });
}

/** A size of ours, in half points, in proportion to the text of the template. */
export function scaled(half: string, { facts, mapping }: Pick<House, "facts" | "mapping">): string {
  const body = facts.styles.find(({ id, type, isDefault }) => (mapping.body ? id === mapping.body : isDefault && type === "paragraph"));
  return String(Math.max(12, Math.round((Number(half) * (body?.look.size ?? ourSize)) / ourSize)));
}

/** The size of our own text, in points. */
const ourSize = 10.5;

/** One stop at the right edge of the text, in place of those of the style below. */
function runningTabs(id: string, { ids, house, textWidth }: StyleMerge): XmlElement {
  const byId = new Map(
    elementsNamed(house.template.xml("word/styles.xml"), "w:style").map((style) => [style.attributes["w:styleId"], style]),
  );
  const stops: string[] = [];
  let below = byId.get(ids.rests(id) ?? ids.target("Normal"));
  for (let depth = 0; below && depth < 12; depth += 1) {
    stops.push(...elementsNamed([below], "w:tab").flatMap(({ attributes }) => attributes["w:pos"] ?? []));
    below = byId.get(valueOf(below, "w:basedOn"));
  }
  const cleared = [...new Set(stops)]
    .filter((at) => at !== String(textWidth))
    .map((at) => element("w:tab", { "w:val": "clear", "w:pos": at }));
  return element("w:tabs", {}, [...cleared, element("w:tab", { "w:val": "right", "w:pos": String(textWidth) })]);
}

function withLanguage(styles: readonly XmlElement[], language: string): XmlElement[] {
  const lang = element("w:lang", { "w:val": language, "w:eastAsia": language });
  let said = false;
  const placed = rewrite(styles, (each) => {
    if (each.name !== "w:rPrDefault") return [each];
    said = true;
    const run = childOf(each, "w:rPr");
    return [{ ...each, children: [{ ...(run ?? element("w:rPr")), children: [...(run?.children ?? []), lang] }] }];
  });
  if (said) return placed;
  const defaults = element("w:docDefaults", {}, [element("w:rPrDefault", {}, [element("w:rPr", {}, [lang])])]);
  const without = (each: XmlElement) => each.children.filter(({ name }) => name !== "w:docDefaults");
  return rewrite(styles, (each) => (each.name === "w:styles" ? [{ ...each, children: [defaults, ...without(each)] }] : [each]));
}
