import type { EditionContent } from "~/domain/document/content";
import type { EditionDocument } from "~/domain/document/model";
import type { BlockDocument, List, ListItem, Paragraph } from "~/domain/text/document";
import type { WriteOrder } from "~/platform/write-order";
import { finding, link, passage, plain, studyWith } from "./edition-content";
import { orderFor, orderOf } from "./write-order";

const line = (text: string): Paragraph => ({ type: "paragraph", content: [{ type: "text", text }] });
const item = (text: string, below: List[] = []): ListItem => ({
  type: "list_item",
  content: [line(text), ...below],
});

/** Running text with everything that an author can make: marks, a link, a note, a break, lists within lists, a heading and a table. */
const text: BlockDocument = {
  type: "doc",
  content: [
    {
      type: "paragraph",
      content: [
        { type: "text", text: "Gewoon, " },
        { type: "text", text: "vet", marks: [{ type: "strong" }] },
        { type: "text", text: " en " },
        { type: "text", text: "schuin", marks: [{ type: "em" }] },
        { type: "footnote", attrs: { text: "Een noot bij de tekst." } },
        { type: "hard_break", marks: [] },
        { type: "text", text: "de gids", marks: [{ type: "link", attrs: { href: "https://example.org/gids?a=1&b=2" } }] },
      ],
    },
    { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Een kop in de tekst" }] },
    {
      type: "bullet_list",
      content: [item("Met een teken", [{ type: "ordered_list", content: [item("Daaronder een nummer")] }]), item("Nog een teken")],
    },
    { type: "ordered_list", content: [item("Eerste nummer"), item("Tweede nummer")] },
    {
      type: "table",
      content: [
        { type: "table_row", content: [{ type: "table_header", content: [{ type: "text", text: "Straat" }] }] },
        { type: "table_row", content: [{ type: "table_cell", content: [{ type: "text", text: "Markt" }] }] },
      ],
    },
  ],
};

/** The small study with every kind of block but a picture, in Dutch, with an English of which one text is missing and one is behind. */
export function everyBlock(more: Partial<EditionContent> = {}): EditionContent {
  const table = {
    piece: "table" as const,
    caption: { local: { nl: "Kranen per straat", en: "Taps per street" } },
    columns: [{ plain: "Straat" }, { plain: "Kranen" }, { plain: "Staat" }],
    rows: [
      { depth: 0, cells: [[{ plain: "Markt" }], [{ plain: "12" }], [{ plain: "goed" }]] },
      { depth: 1, cells: [[{ plain: "waarvan oud" }], [{ plain: "4" }], []] },
    ],
  };
  return studyWith(
    {
      1: {
        blocks: [
          { kind: "text", id: "b1", text: { ...passage(""), body: text }, links: [] },
          { kind: "text", id: "b2", text: passage("Nu anders.", "As it was.", true), links: [] },
        ],
      },
      2: {
        blocks: [
          { kind: "data", pieces: [{ piece: "paragraph", text: [{ plain: "Uit de gegevens." }] }, table, { piece: "approvals" }] },
          { kind: "statement", statementId: "C1" },
        ],
      },
    },
    {
      statements: [
        finding("F1", "1.1", {
          links: [link("excerpt", "S01:1"), link("excerpt", "S01:2", "contradicts"), link("judgement", "O1:K1", "context")],
          contradictionAnswer: plain("Het verschil zit in de meetwijze."),
          limitationIds: ["lim"],
        }),
        finding("C1", "2", { kind: "conclusion", text: passage("Alleen in het Nederlands."), links: [link("statement", "F1")] }),
      ],
      ...more,
    },
  );
}

/** A document with a picture before everything else in its second section. */
export function withPicture(document: EditionDocument): EditionDocument {
  const words = { kind: "text" as const, x: 10, y: 30, text: "vier van de zes" };
  const picture = { title: "Kranen", description: "Vier van de zes kranen werken.", width: 200, height: 60, shapes: [words] };
  const block = { kind: "picture" as const, language: document.language, label: "Figuur 1", anchor: "fig_1", picture };
  return { ...document, sections: document.sections.map((each, at) => (at === 1 ? { ...each, blocks: [block, ...each.blocks] } : each)) };
}

/** The order to write the study with every kind of block, a picture too. */
export const everyBlockOrder = (language = "nl", more: Partial<EditionContent> = {}): WriteOrder =>
  orderOf(withPicture(orderFor(everyBlock(more), language).document));
