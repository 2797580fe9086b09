import type { XmlElement } from "~/platform/read-package.server";

/** The properties of a paragraph in the order that ECMA-376 (part 1, 17.3.1) wants, as far as any of them is put in. */
const order = [
  ...["w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl", "w:numPr", "w:suppressLineNumbers"],
  ...[
    "w:pBdr",
    "w:shd",
    "w:tabs",
    "w:suppressAutoHyphens",
    "w:kinsoku",
    "w:wordWrap",
    "w:overflowPunct",
    "w:topLinePunct",
    "w:autoSpaceDE",
  ],
  ...["w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents"],
  ...["w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle"],
  ...["w:rPr", "w:sectPr", "w:pPrChange"],
];

/** Properties of a paragraph with one more in its place, instead of the one of that name. */
export function placeIn(properties: readonly XmlElement[], added: XmlElement): XmlElement[] {
  const others = properties.filter(({ name }) => name !== added.name);
  const rank = order.indexOf(added.name);
  const at = others.findIndex(({ name }) => order.indexOf(name) > rank);
  const place = at < 0 ? others.length : at;
  return [...others.slice(0, place), added, ...others.slice(place)];
}
