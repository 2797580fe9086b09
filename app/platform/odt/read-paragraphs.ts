import type { XmlElement } from "~/platform/read-package.server";

/** A paragraph of a text that came back. */
export interface ReadParagraph {
  /** A heading, the text of a cell, or any other. */
  kind: "heading" | "cell" | "text";
  /** The named style that it has or that its own look is a form of, without marks and case that programs change: `GroundLine`. */
  style: string;
  text: string;
  /** Its bookmarks, and where in the text they begin and end; equal where they surround nothing. */
  places: { name: string; start: number; end: number }[];
  /** The places of the document that its links lead to. */
  links: string[];
}

/** What isn't part of the text: what was deleted, notes and comments, lists made from the text, drawings with their titles. */
const leftOut = new Set([
  "text:tracked-changes",
  "text:note",
  "office:annotation",
  "text:table-of-content",
  "text:table-index",
  "text:illustration-index",
  "draw:frame",
  "text:bookmark-ref",
]);

/** The paragraphs of a text, those in tables too, in reading order. */
export function readParagraphs(content: readonly XmlElement[]): ReadParagraph[] {
  const styles = new Map<string, string>();
  const found: ReadParagraph[] = [];
  const walk = (nodes: readonly XmlElement[], { inCell, automatic }: { inCell: boolean; automatic: boolean }): void => {
    for (const node of nodes) {
      if (leftOut.has(node.name)) continue;
      if (automatic && node.name === "style:style")
        styles.set(node.attributes["style:name"] ?? "", node.attributes["style:parent-style-name"] ?? "");
      else if (node.name === "text:p" || node.name === "text:h") found.push(paragraphOf(node, styles, inCell));
      else
        walk(node.children, {
          inCell: inCell || node.name === "table:table-cell",
          automatic: automatic || node.name === "office:automatic-styles",
        });
    }
  };
  walk(content, { inCell: false, automatic: false });
  return found;
}

function paragraphOf(node: XmlElement, styles: ReadonlyMap<string, string>, inCell: boolean): ReadParagraph {
  const named = node.attributes["text:style-name"] ?? "";
  const paragraph: ReadParagraph = {
    kind: node.name === "text:h" ? "heading" : inCell ? "cell" : "text",
    style: styleName(styles.get(named) || named),
    text: "",
    places: [],
    links: [],
  };
  for (const each of node.children) take(paragraph, each);
  return paragraph;
}

/** A style that only differs in how it keeps with what follows is the same here; a program writes spaces in names as `_20_`. */
function styleName(name: string): string {
  const plain = name.replaceAll(/_[0-9a-f]{1,4}_| /giu, "");
  return plain === "GroundLineKept" ? "GroundLine" : plain;
}

function take(paragraph: ReadParagraph, node: XmlElement): void {
  const { name, attributes, children, text } = node;
  if (leftOut.has(name)) return;
  if (name === "#text") paragraph.text += text;
  else if (name === "text:s") paragraph.text += " ".repeat(Math.min(1000, Number(attributes["text:c"] ?? 1) || 1));
  else if (name === "text:tab") paragraph.text += "\t";
  else if (name === "text:line-break") paragraph.text += " ";
  else if (name.startsWith("text:bookmark")) mark(paragraph, name, attributes["text:name"] ?? "");
  else {
    const to = attributes["xlink:href"];
    if (name === "text:a" && to?.startsWith("#")) paragraph.links.push(to.slice(1));
    for (const each of children) take(paragraph, each);
  }
}

function mark(paragraph: ReadParagraph, element: string, name: string): void {
  const at = paragraph.text.length;
  if (element === "text:bookmark-end") {
    const open = paragraph.places.find((place) => place.name === name);
    if (open) open.end = at;
  } else paragraph.places.push({ name, start: at, end: at });
}
