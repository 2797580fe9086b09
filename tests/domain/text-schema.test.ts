import fc from "fast-check";
import { Node, Schema } from "prosemirror-model";
import { describe, expect, test } from "vitest";
import { blockDocument, statementDocument } from "~/domain/text/document";
import { TEXT_LIMITS } from "~/domain/text/limits";
import { blockSpec, statementSpec } from "~/domain/text/schema-spec";
import { tidyDoc } from "~/domain/text/tidy-doc";
import { checkBlockDocument, checkStatementDocument } from "~/platform/text-schema.server";
import { documents, linkIds, sentDocuments, statements } from "./text-documents";

const blockSchema = new Schema(blockSpec);
const statementSchema = new Schema(statementSpec);
const paragraph = (...content: unknown[]) => ({ type: "paragraph", content });
const text = (words: string, ...marks: unknown[]) => ({ type: "text", text: words, ...(marks.length > 0 ? { marks } : {}) });
const docOf = (...content: unknown[]) => ({ type: "doc", content });
const item = (...content: unknown[]) => ({ type: "list_item", content });
const link = (href: unknown) => ({ type: "link", attrs: { href } });

describe("what both the shape and the editor's schema accept", () => {
  test("any document that an editor sends", () => {
    fc.assert(
      fc.property(sentDocuments, (doc) => {
        expect(verdicts(doc, blockSchema)).toEqual({ shape: true, schema: true });
      }),
    );
  });

  test("any statement, as a statement and as a block", () => {
    fc.assert(
      fc.property(statements, (doc) => {
        expect(verdicts(doc, statementSchema)).toEqual({ shape: true, schema: true });
        expect(verdicts(doc, blockSchema)).toEqual({ shape: true, schema: true });
      }),
    );
  });

  test("and the normal form is what the editor itself writes", () => {
    fc.assert(
      fc.property(documents, (doc) => {
        expect(JSON.parse(JSON.stringify(Node.fromJSON(blockSchema, doc).toJSON()))).toEqual(doc);
      }),
    );
  });
});

test("the normal form is reached at once", () => {
  fc.assert(
    fc.property(sentDocuments, (doc) => {
      expect(tidyDoc(tidyDoc(doc))).toEqual(tidyDoc(doc));
    }),
  );
});

describe("what both refuse", () => {
  test.each([
    ["nothing", null],
    ["a word", "doc"],
    ["an empty document", docOf()],
    ["text outside a paragraph", docOf(text("a"))],
    ["an unknown node", docOf({ type: "image", attrs: { src: "x" } })],
    ["an unknown mark", docOf(paragraph(text("a", { type: "underline" })))],
    ["an empty text", docOf(paragraph(text("")))],
    ["a text that is a number", docOf(paragraph({ type: "text", text: 1 }))],
    ["a paragraph in a paragraph", docOf(paragraph(paragraph(text("a"))))],
    ["a heading of level 1", docOf({ type: "heading", attrs: { level: 1 } })],
    ["a heading of level 5", docOf({ type: "heading", attrs: { level: 5 } })],
    ["a heading whose level is a word", docOf({ type: "heading", attrs: { level: "2" } })],
    ["a list without items", docOf({ type: "bullet_list" })],
    [
      "an item that begins with a list",
      docOf({ type: "bullet_list", content: [item({ type: "bullet_list", content: [item(paragraph())] })] }),
    ],
    ["a table in an item", docOf({ type: "bullet_list", content: [item(paragraph(), { type: "table" })] })],
    [
      "a paragraph in a cell",
      docOf({ type: "table", content: [{ type: "table_row", content: [{ type: "table_cell", content: [paragraph()] }] }] }),
    ],
    ["a row without cells", docOf({ type: "table", content: [{ type: "table_row" }] })],
    ["a link that runs a script", docOf(paragraph(text("a", link("javascript:alert(1)"))))],
    ["a link with data", docOf(paragraph(text("a", link("data:text/html,x"))))],
    ["a link without scheme", docOf(paragraph(text("a", link("//example.org"))))],
    ["a link hidden behind a space", docOf(paragraph(text("a", link(" https://example.org"))))],
    ["a link that is no text", docOf(paragraph(text("a", link(7))))],
    ["a link without address", docOf(paragraph(text("a", { type: "link" })))],
    ["the same mark twice", docOf(paragraph(text("a", { type: "em" }, { type: "em" })))],
    ["a citation that names no link", docOf(paragraph({ type: "citation", attrs: { linkId: "I7" } }))],
    ["a citation without link", docOf(paragraph({ type: "citation" }))],
    ["a reference to nothing known", docOf(paragraph({ type: "reference", attrs: { kind: "picture", id: linkIds[0] } }))],
    ["a reference by a code", docOf(paragraph({ type: "reference", attrs: { kind: "section", id: "3.2" } }))],
    ["a figure of a sentence", docOf(paragraph({ type: "figure", attrs: { of: "no key", shown: "7", kept: "" } }))],
    ["a figure that shows markup", docOf(paragraph({ type: "figure", attrs: { of: "actors", shown: "[7]", kept: "" } }))],
    ["a figure that shows nothing", docOf(paragraph({ type: "figure", attrs: { of: "actors", shown: "", kept: "" } }))],
    ["a figure that is kept to markup", docOf(paragraph({ type: "figure", attrs: { of: "actors", shown: "7", kept: "<b>" } }))],
    ["an empty note", docOf(paragraph({ type: "footnote", attrs: { text: " " } }))],
    ["a note with content", docOf(paragraph({ type: "footnote", attrs: { text: "a" }, content: [text("b")] }))],
  ])("%s", (_, value) => {
    expect(verdicts(value, blockSchema)).toEqual({ shape: false, schema: false });
  });

  test.each([
    ["a heading", docOf({ type: "heading", attrs: { level: 2 } })],
    ["a list", docOf({ type: "bullet_list", content: [item(paragraph())] })],
    ["a table", docOf({ type: "table", content: [{ type: "table_row", content: [{ type: "table_cell" }] }] })],
  ])("%s in a statement", (_, value) => {
    expect(verdicts(value, blockSchema)).toEqual({ shape: true, schema: true });
    expect(verdicts(value, statementSchema)).toEqual({ shape: false, schema: false });
    expect(() => checkStatementDocument(value)).toThrow();
  });
});

describe("what the shape refuses beyond the schema", () => {
  test.each([
    ["a key that it doesn't know", { ...docOf(paragraph()), html: "<b>" }],
    ["a key that means something to the language", JSON.parse('{"type":"doc","content":[{"type":"paragraph","__proto__":{}}]}')],
    ["an attribute that it doesn't know", docOf(paragraph({ type: "citation", attrs: { linkId: linkIds[0], class: "x" } }))],
    ["a control character", docOf(paragraph(text("a\u0000")))],
    ["a lone surrogate", docOf(paragraph(text("\ud800")))],
    ["marks out of order", docOf(paragraph(text("a", { type: "em" }, { type: "strong" })))],
    ["a line break in a text", docOf(paragraph(text("a\nb")))],
  ])("%s", (_, value) => {
    expect(blockDocument.safeParse(value).success).toBe(false);
    expect(() => checkBlockDocument(value)).toThrow();
  });

  test.each([
    ["four levels of lists", docOf(listsOf(4))],
    ["more nodes than allowed", docOf(...Array.from({ length: TEXT_LIMITS.nodes }, () => paragraph()))],
    ["more bytes than allowed", docOf(paragraph(text("é".repeat(TEXT_LIMITS.bytes / 2))))],
    ["a depth that exhausts the stack", docOf(listsOf(50_000))],
  ])("%s", (_, value) => {
    const parsed = blockDocument.safeParse(value);
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual(["too-long"]);
  });

  test("three levels of lists are fine", () => {
    expect(checkBlockDocument(docOf(listsOf(3)))).toEqual(docOf(listsOf(3)));
  });
});

function verdicts(value: unknown, schema: Schema) {
  const shape = schema === statementSchema ? statementDocument : blockDocument;
  return { shape: shape.safeParse(value).success, schema: accepts(schema, value) };
}

function accepts(schema: Schema, value: unknown): boolean {
  try {
    Node.fromJSON(schema, value).check();
    return true;
  } catch {
    return false;
  }
}

function listsOf(levels: number): unknown {
  let list: unknown = { type: "bullet_list", content: [item(paragraph())] };
  for (let level = 1; level < levels; level += 1) list = { type: "bullet_list", content: [item(paragraph(), list)] };
  return list;
}
