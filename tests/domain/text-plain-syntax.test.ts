import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { docFromPlain, statementFromPlain } from "~/domain/text/doc-from-plain";
import { blockDocument, type BlockDocument } from "~/domain/text/document";
import { codesInPlain } from "~/domain/text/inline-from-plain";
import { plainFromDoc } from "~/domain/text/plain-from-doc";
import { inlineOf } from "~/domain/text/inline-of";
import { textOfDoc } from "~/domain/text/text-of-doc";
import { codes, documents, linkIds, statements, typedTexts } from "./text-documents";

const linkOf = (code: string) => Object.keys(codes).find((id) => codes[id] === code);
const named = {
  referenceOf: (name: string) => (name === "3.2" ? ({ kind: "section", id: linkIds[0] } as const) : undefined),
  figureOf: (key: string) => (key === "actors" ? "12" : undefined),
};
const codeOf = (linkId: string) => codes[linkId];
const p = (...content: unknown[]) => (content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" });
const t = (text: string, ...marks: string[]) =>
  marks.length > 0 ? { type: "text", text, marks: marks.map((type) => ({ type })) } : { type: "text", text };
const br = { type: "hard_break" };
const li = (text: string, ...lists: unknown[]) => ({ type: "list_item", content: [p(t(text)), ...lists] });
const ul = (...content: unknown[]) => ({ type: "bullet_list", content });
const ol = (...content: unknown[]) => ({ type: "ordered_list", content });
const td = (text: string) => ({ type: "table_cell", content: [t(text)] });
const th = (text: string) => ({ type: "table_header", content: [t(text)] });
const table = (...rows: unknown[][]) => ({ type: "table", content: rows.map((content) => ({ type: "table_row", content })) });

describe("the plain syntax", () => {
  test.each<[string, string, unknown[]]>([
    ["nothing", "", [p()]],
    ["blank lines make paragraphs, single ones line breaks", "a\nb\n \n\nc\r\nd", [p(t("a"), br, t("b")), p(t("c"), br, t("d"))]],
    [
      "headings",
      "## a\n### b\ntext",
      [
        { type: "heading", attrs: { level: 2 }, content: [t("a")] },
        { type: "heading", attrs: { level: 3 }, content: [t("b")] },
        p(t("text")),
      ],
    ],
    ["a list after its introduction", "This:\n- a\n- b", [p(t("This:")), ul(li("a"), li("b"))]],
    ["a list within a list, and back", "- a\n  1. b\n  2. c\n- d", [ul(li("a", ol(li("b"), li("c"))), li("d"))]],
    ["an item of two lines", "- a\n  b", [ul({ type: "list_item", content: [p(t("a"), br, t("b"))] })]],
    ["numbers", "1. a\n2. b\n\n3. c", [ol(li("a"), li("b"), li("c"))]],
    ["emphasis", "*a* **b** ***c***", [p(t("a", "em"), t(" "), t("b", "strong"), t(" "), t("c", "strong", "em"))]],
    ["emphasis within strong", "**a *b* c**", [p(t("a ", "strong"), t("b", "strong", "em"), t(" c", "strong"))]],
    [
      "a link",
      "see [here](https://example.org/a_(b))",
      [p(t("see "), { type: "text", text: "here", marks: [{ type: "link", attrs: { href: "https://example.org/a_(b)" } }] })],
    ],
    ["a note", "a[^See p. 4]", [p(t("a"), { type: "footnote", attrs: { text: "See p. 4" } })]],
    ["a citation", "a [[I7:22b]]", [p(t("a "), { type: "citation", attrs: { linkId: linkIds[0] } })]],
    ["a cross reference by its name", "see [[#3.2]]", [p(t("see "), { type: "reference", attrs: { kind: "section", id: linkIds[0] } })]],
    ["a cross reference by its id", `[[#table:${linkIds[1]}]]`, [p({ type: "reference", attrs: { kind: "table", id: linkIds[1] } })]],
    ["a figure with its value now", "[[=actors]]", [p({ type: "figure", attrs: { of: "actors", shown: "12", kept: "" } })]],
    [
      "a figure that was written before and kept",
      "[[=actors 7 ~ 8]] now",
      [p({ type: "figure", attrs: { of: "actors", shown: "7", kept: "8" } }, t(" now"))],
    ],
    ["a table with a head", "|= a |= b |\n| c | d \\| e |", [table([th("a"), th("b")], [td("c"), td("d | e")])]],
    ["a table with a ruler under its head", "| a | b |\n|---|:---:|\n| c | d |", [table([th("a"), th("b")], [td("c"), td("d")])]],
  ])("%s", (_, typed, content) => {
    expect(docFromPlain(typed, linkOf, named)).toEqual({ type: "doc", content });
  });

  test.each([
    ["a lone star", "5 * 3 = 15*"],
    ["stars that close nothing", "a* b"],
    ["four stars", "****a****"],
    ["an unknown code", "[[F99]]"],
    ["an unknown reference", "[[#F99]]"],
    ["an unknown figure", "[[=fishes]]"],
    ["a figure without words", "[[=actors ]]"],
    ["a link to a script", "[a](javascript:alert(1))"],
    ["a link that isn't closed", "[a](https://example.org"],
    ["a note that isn't closed", "a [^b"],
    ["an empty note", "a[^ ]"],
    ["a year that looks like a number of a list", "2019. The year"],
    ["a number out of order", "3. a"],
    ["one hash", "# a"],
    ["five hashes", "##### a"],
    ["a hash without space", "##a"],
    ["a dash without space", "-a"],
    ["a bar", "| a"],
    ["a path with backslashes", "C:\\Users"],
    ["markup", "<script>alert(1)</script>"],
  ])("%s is just text", (_, typed) => {
    expect(docFromPlain(typed, linkOf)).toEqual({ type: "doc", content: [p(t(typed))] });
  });

  test("a statement knows paragraphs only", () => {
    expect(statementFromPlain("- *a*\n## b\n\n| c |")).toEqual({
      type: "doc",
      content: [p(t("- "), t("a", "em"), br, t("## b")), p(t("| c |"))],
    });
  });

  test("the codes that a text names", () => {
    expect(codesInPlain("a [[I7:22b]] and \\[[S1]] and [[F3]], [[I7:22b]]")).toEqual(["I7:22b", "F3"]);
  });

  test("a link without code is written with its id", () => {
    const doc = docFromPlain(`a [[${linkIds[0]}]]`);
    expect(doc.content).toEqual([p(t("a "), { type: "citation", attrs: { linkId: linkIds[0] } })]);
    expect(plainFromDoc(doc)).toBe(`a [[${linkIds[0]}]]`);
  });

  test("what is written reads well", () => {
    const typed =
      "## Effect\n\nIt *rose* by 5 * 3 [sic], see [the report](https://example.org)[^Page 4] and [[I7:22b]].\n\n- a\n  - b\n\n|= a |= b |\n| c | d |";
    expect(plainFromDoc(docFromPlain(typed, linkOf), codeOf)).toBe(typed);
  });
});

describe("reading and writing the plain syntax", () => {
  const runs = { numRuns: 500 };

  test("gives any document back", () => {
    fc.assert(
      fc.property(documents, (doc) => {
        expect(docFromPlain(plainFromDoc(doc, codeOf), linkOf)).toEqual(doc);
      }),
      runs,
    );
  });

  test.each([
    ["a star between escaped spaces", [p(t(" *  a", "em"), t(" * b"))]],
    [
      "a cell that ends in a tab",
      [{ type: "table", content: [{ type: "table_row", content: [{ type: "table_cell", content: [t("a", "em"), t("\t")] }] }] }],
    ],
    ["a cell like a ruler", [table([td("a")], [td("---")])]],
  ])("gives back %s", (_, content) => {
    const doc = blockDocument.parse({ type: "doc", content });
    expect(docFromPlain(plainFromDoc(doc, codeOf), linkOf)).toEqual(doc);
  });

  test("gives any statement back", () => {
    fc.assert(
      fc.property(statements, (doc) => {
        expect(statementFromPlain(plainFromDoc(doc, codeOf), linkOf)).toEqual(doc);
      }),
      runs,
    );
  });

  test("loses no letter of what is typed", () => {
    fc.assert(
      fc.property(typedTexts, (typed) => {
        const lettersOf = (text: string) => text.replaceAll("<br>", "").replaceAll("https://a.nl", "").match(/\p{L}/gu) ?? [];
        expect(lettersOf(wordsOf(docFromPlain(typed, linkOf)))).toEqual(lettersOf(typed));
      }),
      runs,
    );
  });
});

test("a text of 100,000 signs that nearly parse is read too", () => {
  for (const sign of ["[", "[^", "[a](", "*a", "\\", "| ", "<br", "**a*", "[[", "  - a\n"]) {
    expect(docFromPlain(sign.repeat(100_000 / sign.length)).content.length).toBeGreaterThan(0);
  }
});

/** All that can be read in a document in the order in which it was typed, without the addresses of links. */
function wordsOf(doc: BlockDocument): string {
  return textOfDoc({ type: "doc", content: [{ type: "paragraph", content: inlineOf(doc) }] }, { citation: (id) => codes[id] ?? id });
}
