import { plainName } from "~/domain/house-style/propose-mapping";
import type { StyleSlot } from "~/domain/house-style/slots";
import type { House } from "./house";

/** Styles of ours whose place a style of the template takes whole, by id. */
const direct: Readonly<Record<string, StyleSlot>> = {
  ...{ Title: "title", FrontHeading: "frontHeading", TOC1: "toc1", TOC2: "toc2", TOC3: "toc3", Normal: "body" },
  ...{ Heading1: "heading1", Heading2: "heading2", Heading3: "heading3", Heading4: "heading4", Heading5: "heading4", Heading6: "heading4" },
  ...{ Notice: "notice", Caption: "caption", TableHead: "tableHead", TableText: "tableText" },
  ...{ FootnoteText: "footnote", Hyperlink: "hyperlink" },
};

/** Styles of ours that stay, for they hold columns or stops, and rest on a style of the template. */
const resting: Readonly<Record<string, StyleSlot>> = {
  ...{ Statement: "statement", GroundLine: "groundLine", StatementNote: "note", Front: "facts" },
  ...{ RunningHead: "header", RunningFoot: "footer" },
};

/** Styles that a program makes by itself where they are needed, by id and the name that they have in every language. */
const builtIn: Readonly<Record<string, string>> = {
  ...{ FootnoteReference: "footnote reference", Heading5: "heading 5", Heading6: "heading 6" },
};

/** How the ids of our styles read in a document in the style of a template. */
export interface StyleIds {
  /** The style of the template that takes the place of one of ours; undefined where ours stays. */
  target(id: string): string | undefined;
  /** The style of the template on which one of ours that stays rests, where one was chosen. */
  rests(id: string): string | undefined;
}

/** The ids by the mapping of a house style. */
export function styleIds({ facts, mapping }: Pick<House, "facts" | "mapping">): StyleIds {
  const named = (name: string | undefined) =>
    name === undefined ? undefined : facts.styles.find((style) => plainName(style.name) === plainName(name))?.id;
  const usual = facts.styles.find(({ type, isDefault }) => type === "paragraph" && isDefault)?.id;
  const slotted = (slot: StyleSlot | undefined) => (slot === undefined ? undefined : mapping[slot]);
  return {
    target: (id) => named(builtIn[id]) ?? slotted(direct[id]) ?? (id === "Normal" ? usual : undefined),
    rests: (id) => slotted(resting[id]),
  };
}
