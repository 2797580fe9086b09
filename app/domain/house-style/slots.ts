import { z } from "zod";
import type { StyleType } from "./template";

/** The styles of our own that a document uses and a template may take the place of, in the order in which they are shown. */
export const styleSlots = [
  "title",
  "facts",
  "frontHeading",
  "toc1",
  "toc2",
  "toc3",
  "heading1",
  "heading2",
  "heading3",
  "heading4",
  "body",
  "bullets",
  "numbers",
  "statement",
  "groundLine",
  "note",
  "notice",
  "caption",
  "table",
  "tableHead",
  "tableText",
  "footnote",
  "hyperlink",
  "header",
  "footer",
] as const;

/** A style of our own. */
export type StyleSlot = (typeof styleSlots)[number];

/** What kind of style of a template can take the place of one of ours. */
export function typeOfSlot(slot: StyleSlot): StyleType {
  return slot === "table" ? "table" : slot === "hyperlink" ? "character" : "paragraph";
}

/** Which style of a template stands for which of ours, by its id; none = ours, in the typeface of the template. */
export const StyleMapping = z.partialRecord(z.enum(styleSlots), z.string().min(1));
export type StyleMapping = z.infer<typeof StyleMapping>;
