import { isFigureKey, isFigureText, isHeadingLevel, isHref, isKeptText, isLinkId, isNote, isReferenceKind } from "./limits";

/** The part of a ProseMirror node spec that says what is allowed; how it looks in a browser is added by the editor. */
export type TextNodeSpec = {
  content?: string;
  group?: string;
  inline?: boolean;
  atom?: boolean;
  selectable?: boolean;
  defining?: boolean;
  isolating?: boolean;
  linebreakReplacement?: boolean;
  attrs?: Record<string, { default?: number; validate: (value: unknown) => void }>;
};

const nodes = {
  doc: { content: "block+" },
  paragraph: { content: "inline*", group: "block" },
  heading: {
    content: "inline*",
    group: "block",
    defining: true,
    attrs: { level: { default: 2, validate: refuseUnless(isHeadingLevel, "level") } },
  },
  bullet_list: { content: "list_item+", group: "block list" },
  ordered_list: { content: "list_item+", group: "block list" },
  list_item: { content: "paragraph list*", defining: true },
  table: { content: "table_row+", group: "block", isolating: true },
  table_row: { content: "(table_header | table_cell)+" },
  table_cell: { content: "inline*", isolating: true },
  table_header: { content: "inline*", isolating: true },
  text: { group: "inline" },
  hard_break: { inline: true, group: "inline", selectable: false, linebreakReplacement: true },
  footnote: { inline: true, group: "inline", atom: true, attrs: { text: { validate: refuseUnless(isNote, "text") } } },
  citation: { inline: true, group: "inline", atom: true, attrs: { linkId: { validate: refuseUnless(isLinkId, "linkId") } } },
  reference: {
    inline: true,
    group: "inline",
    atom: true,
    attrs: { kind: { validate: refuseUnless(isReferenceKind, "kind") }, id: { validate: refuseUnless(isLinkId, "id") } },
  },
  figure: {
    inline: true,
    group: "inline",
    atom: true,
    attrs: {
      of: { validate: refuseUnless(isFigureKey, "of") },
      shown: { validate: refuseUnless(isFigureText, "shown") },
      kept: { validate: refuseUnless(isKeptText, "kept") },
    },
  },
} satisfies Record<string, TextNodeSpec>;

const marks = {
  link: { inclusive: false, attrs: { href: { validate: refuseUnless(isHref, "href") } } },
  strong: {},
  em: {},
};

/** What a block of running text may hold, as a ProseMirror schema spec without anything of the browser. */
export const blockSpec = { nodes, marks };

const { paragraph, text, hard_break, footnote, citation, reference, figure } = nodes;

/** What a statement may hold: paragraphs only. */
export const statementSpec = {
  nodes: { doc: { content: "paragraph+" }, paragraph, text, hard_break, footnote, citation, reference, figure },
  marks,
};

function refuseUnless(holds: (value: unknown) => boolean, name: string): (value: unknown) => void {
  return (value) => {
    if (!holds(value)) throw new RangeError(`invalid ${name}`);
  };
}
