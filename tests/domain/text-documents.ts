import fc from "fast-check";
import type { Block, BlockDocument, Inline, List, Paragraph, StatementDocument, TableCell, TextMark } from "~/domain/text/document";
import { referenceKinds } from "~/domain/text/limits";
import { tidyDoc } from "~/domain/text/tidy-doc";

/** Two links that exist, and the codes that stand for them. */
export const linkIds = ["01930000-0000-7000-8000-000000000001", "01930000-0000-7000-8000-000000000002"] as const;
export const codes: Record<string, string> = { [linkIds[0]]: "I7:22b", [linkIds[1]]: "S09:3" };

/** Words full of signs that mean something in the plain syntax. */
const pieces = [
  "a",
  "Zo",
  "é",
  "😀",
  " ",
  "  ",
  "\t",
  "\u00a0",
  "\u2028",
  "*",
  "**",
  "***",
  "****",
  "_",
  "#",
  "## ",
  "- ",
  "-",
  "1. ",
  "2.",
  "12. x",
  "|",
  "| a |",
  "=",
  ":--",
  "---",
  "[",
  "]",
  "(",
  ")",
  "[^",
  "[[",
  "]]",
  "](",
  "<br>",
  "<",
  "\\",
  "\\\\",
  "\\n",
  "\\ ",
  "!",
  "I7:22b",
  "https://a.nl",
  "<script>",
  "\u202e",
];
const words = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }).map((each) => each.join(""));
const note = words.filter((text) => text.trim() !== "");
const href = fc.constantFrom("https://example.org/a_(b)?q=1*2", "http://example.org/[x]", "mailto:a@example.org", "https://example.org/((");

const marks: fc.Arbitrary<TextMark[]> = fc
  .tuple(fc.option(href), fc.boolean(), fc.boolean())
  .map(([to, strong, em]) => [
    ...(to === null ? [] : [{ type: "link", attrs: { href: to } } as const]),
    ...(strong ? [{ type: "strong" } as const] : []),
    ...(em ? [{ type: "em" } as const] : []),
  ]);

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant("text" as const), text: words, marks }) },
  fc.record({ type: fc.constant("hard_break" as const), marks }),
  fc.record({ type: fc.constant("footnote" as const), attrs: fc.record({ text: note }) }),
  fc.record({ type: fc.constant("citation" as const), attrs: fc.record({ linkId: fc.constantFrom(...linkIds) }) }),
  fc.record({
    type: fc.constant("reference" as const),
    attrs: fc.record({ kind: fc.constantFrom(...referenceKinds), id: fc.constantFrom(...linkIds) }),
  }),
  fc.record({
    type: fc.constant("figure" as const),
    attrs: fc.record({
      of: fc.constantFrom("interviews-held", "answers:22b", "facts:budget:2024:EUR"),
      shown: fc.constantFrom("7", "4,3", "€ 1.200.000", "−3", "12 %"),
      kept: fc.constantFrom("", "8", "€ 1.300.000"),
    }),
  }),
);
const content = fc.array(inline, { maxLength: 6 });
const paragraph: fc.Arbitrary<Paragraph> = fc.record({ type: fc.constant("paragraph" as const), content });
const heading = fc.record({
  type: fc.constant("heading" as const),
  attrs: fc.record({ level: fc.constantFrom(2 as const, 3 as const, 4 as const) }),
  content,
});
const cell: fc.Arbitrary<TableCell> = fc.record({ type: fc.constantFrom("table_header" as const, "table_cell" as const), content });
const row = fc.record({ type: fc.constant("table_row" as const), content: fc.array(cell, { minLength: 1, maxLength: 3 }) });
const table = fc.record({ type: fc.constant("table" as const), content: fc.array(row, { minLength: 1, maxLength: 3 }) });

function list(levels: number): fc.Arbitrary<List> {
  const below = levels > 1 ? fc.array(list(levels - 1), { maxLength: 2 }) : fc.constant([]);
  const item = fc
    .tuple(paragraph, below)
    .map(([first, lists]) => ({ type: "list_item" as const, content: [first, ...lists] satisfies List["content"][number]["content"] }));
  return fc.record({
    type: fc.constantFrom("bullet_list" as const, "ordered_list" as const),
    content: fc.array(item, { minLength: 1, maxLength: 3 }),
  });
}

const block: fc.Arbitrary<Block> = fc.oneof({ weight: 3, arbitrary: paragraph }, heading, table, list(3));

/** Documents as an editor may send them: not yet in normal form. */
export const sentDocuments: fc.Arbitrary<BlockDocument> = fc.record({
  type: fc.constant("doc" as const),
  content: fc.array(block, { minLength: 1, maxLength: 4 }),
});

/** Documents in normal form. */
export const documents: fc.Arbitrary<BlockDocument> = sentDocuments.map((doc) => tidyDoc(doc));

/** Statements in normal form. */
export const statements: fc.Arbitrary<StatementDocument> = fc
  .record({ type: fc.constant("doc" as const), content: fc.array(paragraph, { minLength: 1, maxLength: 3 }) })
  .map((doc) => tidyDoc(doc));

/** Texts as someone may type them: any lines, many of them nearly syntax. */
export const typedTexts: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces, "\n", "\n\n", "\n  ", "[a](https://a.nl)", "[^n]", "[[I7:22b]]"), { maxLength: 30 })
  .map((each) => each.join(""));
