import type { StyleSlot } from "./slots";

/** Our styles in the groups in which they are chosen. */
export const slotGroups: readonly {
  name: "front" | "headings" | "text" | "statements" | "tables" | "edges";
  slots: readonly StyleSlot[];
}[] = [
  { name: "front", slots: ["title", "facts", "frontHeading", "toc1", "toc2", "toc3"] },
  { name: "headings", slots: ["heading1", "heading2", "heading3", "heading4"] },
  { name: "text", slots: ["body", "bullets", "numbers", "notice", "hyperlink"] },
  { name: "statements", slots: ["statement", "groundLine", "note"] },
  { name: "tables", slots: ["caption", "table", "tableHead", "tableText"] },
  { name: "edges", slots: ["header", "footer", "footnote"] },
];
