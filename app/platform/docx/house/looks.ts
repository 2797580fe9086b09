import type { StyleLook, TemplateStyle } from "~/domain/house-style/template";
import { childOf, elementsNamed, type XmlElement } from "~/platform/read-package.server";
import { isOn } from "./pages";
import { plainText, valueOf } from "./xml-tree";

const plain: StyleLook = {
  ...{ font: null, size: 10, colour: null, background: null, bold: false, italic: false, caps: false },
  ...{ align: "left", before: 0, after: 0, line: null, indent: 0 },
};

const types = ["paragraph", "character", "table"] as const;

/** The styles of a template with how they look, by name; `theme` are the elements of its theme. */
export function stylesOf(styles: readonly XmlElement[], theme: readonly XmlElement[]): TemplateStyle[] {
  const all = elementsNamed(styles, "w:style");
  const byId = new Map(all.map((style) => [style.attributes["w:styleId"] ?? "", style]));
  const defaults = elementsNamed(styles, "w:docDefaults");
  const base = [elementsNamed(defaults, "w:pPr")[0], elementsNamed(defaults, "w:rPr")[0]];
  const start = lookWith(plain, base[0], base[1], theme);
  const lookOf = (style: XmlElement | undefined, depth = 0): StyleLook => {
    if (!style || depth > 12) return start;
    const below = lookOf(byId.get(valueOf(style, "w:basedOn") ?? ""), depth + 1);
    return lookWith(below, childOf(style, "w:pPr"), childOf(style, "w:rPr"), theme);
  };
  return all.flatMap((style) => {
    const type = types.find((one) => one === (style.attributes["w:type"] ?? "paragraph"));
    const id = style.attributes["w:styleId"];
    if (!type || !id) return [];
    const name = plainText(valueOf(style, "w:name") ?? id);
    return [
      { id, name, type, isDefault: isDefault(style), numbered: isNumbered(style, byId), look: lookOf(style) } satisfies TemplateStyle,
    ];
  });
}

function isDefault(style: XmlElement): boolean {
  return ["1", "true", "on"].includes(style.attributes["w:default"] ?? "");
}

function isNumbered(style: XmlElement | undefined, byId: ReadonlyMap<string, XmlElement>, depth = 0): boolean {
  if (!style || depth > 12) return false;
  const numbers = childOf(childOf(style, "w:pPr"), "w:numPr");
  if (numbers) return (valueOf(numbers, "w:numId") ?? "0") !== "0";
  return isNumbered(byId.get(valueOf(style, "w:basedOn") ?? ""), byId, depth + 1);
}

/** A look with what a style says itself. */
function lookWith(below: StyleLook, pPr: XmlElement | undefined, rPr: XmlElement | undefined, theme: readonly XmlElement[]): StyleLook {
  const spacing = childOf(pPr, "w:spacing")?.attributes ?? {};
  const indent = childOf(pPr, "w:ind")?.attributes ?? {};
  const half = Number(valueOf(rPr, "w:sz"));
  const points = (twips: string | undefined, otherwise: number) => (Number.isFinite(Number(twips ?? "x")) ? Number(twips) / 20 : otherwise);
  const flag = (name: string, otherwise: boolean) => {
    const found = childOf(rPr, name);
    return found ? isOn(found) : otherwise;
  };
  return {
    font: fontOf(rPr, theme) ?? below.font,
    size: half > 0 && half < 400 ? half / 2 : below.size,
    colour: colourOf(valueOf(rPr, "w:color")) ?? below.colour,
    background: colourOf(valueOf(pPr, "w:shd", "w:fill")) ?? below.background,
    bold: flag("w:b", below.bold),
    italic: flag("w:i", below.italic),
    caps: flag("w:caps", below.caps),
    align: aligns[valueOf(pPr, "w:jc") ?? ""] ?? below.align,
    before: points(spacing["w:before"], below.before),
    after: points(spacing["w:after"], below.after),
    line: lineOf(spacing) ?? below.line,
    indent: points(indent["w:left"] ?? indent["w:start"], below.indent),
  };
}

const aligns: Readonly<Record<string, StyleLook["align"]>> = {
  ...{ left: "left", start: "left", right: "right", end: "right", center: "center", both: "justify", distribute: "justify" },
};

function lineOf(spacing: Readonly<Record<string, string>>): number | null {
  const value = Number(spacing["w:line"]);
  return value > 0 && (spacing["w:lineRule"] ?? "auto") === "auto" ? value / 240 : null;
}

function colourOf(value: string | undefined): string | null {
  return value !== undefined && /^[0-9a-f]{6}$/iu.test(value) ? value.toUpperCase() : null;
}

function fontOf(rPr: XmlElement | undefined, theme: readonly XmlElement[]): string | null {
  const fonts = childOf(rPr, "w:rFonts")?.attributes;
  const ofTheme = fonts?.["w:asciiTheme"] ?? fonts?.["w:hAnsiTheme"];
  const group = ofTheme === undefined ? null : ofTheme.startsWith("major") ? "a:majorFont" : "a:minorFont";
  const themed = group ? childOf(elementsNamed(theme, group)[0], "a:latin")?.attributes["typeface"] : undefined;
  const name = plainText(themed || fonts?.["w:ascii"] || fonts?.["w:hAnsi"] || "").trim();
  return /^[\p{L}\p{N} _.+-]{1,60}$/u.test(name) ? name : null;
}
