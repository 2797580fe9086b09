import { measures } from "~/platform/document-look";
import { element, type Attributes } from "~/platform/odt/xml";

/** A measure in twentieths of a point. */
export const points = (twentieths: number) => `${twentieths / 20}pt`;

/** Space before and after a paragraph in twentieths of a point, and the height of its lines in per cent. */
export function spaced(before: number, after: number, line: number): Attributes {
  return { "fo:margin-top": points(before), "fo:margin-bottom": points(after), "fo:line-height": `${line}%` };
}

/** Where a paragraph starts, and how far its first line hangs before that, in twentieths of a point. */
export function hung(left: number, hanging: number): Attributes {
  return { "fo:margin-left": points(left), "fo:margin-right": "0pt", "fo:text-indent": points(-hanging) };
}

/** A tab stop where the lines of a hanging paragraph start. */
export const atIndent = element("style:tab-stops", {}, element("style:tab-stop", { "style:position": "0pt" }));

/** A tab stop at the right edge of the text. */
export const atEdge = element(
  "style:tab-stops",
  {},
  element("style:tab-stop", { "style:position": points(measures.text), "style:type": "right" }),
);

/** The tab stops of an entry of a list of contents that starts at `left`: its words after its number, and its page at the edge after a line of dots. */
export function entryStops(left: number): string {
  const edge = { "style:position": points(measures.text - left), "style:type": "right" };
  const stops = [
    element("style:tab-stop", { "style:position": "0pt" }),
    element("style:tab-stop", { ...edge, "style:leader-style": "dotted", "style:leader-text": "." }),
  ];
  return element("style:tab-stops", {}, stops.join(""));
}

/** A line on one side of a paragraph and none on the others. */
export function edged(side: "top" | "bottom" | "left", line: string): Attributes {
  const sides = ["top", "right", "bottom", "left"];
  return Object.fromEntries(sides.map((each) => [`fo:border-${each}`, each === side ? line : "none"]));
}
