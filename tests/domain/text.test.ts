import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { foldWords } from "~/domain/fold";
import { longText, nameText, oneLine, optionalLine, optionalName, optionalText } from "~/domain/plain-text";
import { docFromPlain } from "~/domain/text/doc-from-plain";
import { readBlockText, readStatementText } from "~/domain/text/read-block-text";
import { citationsOf, docOfText, isEmptyDoc, notesOf, textOfDoc, wordCount } from "~/domain/text/text-of-doc";
import { linkIds } from "./text-documents";

const problemOf = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues.map((issue) => issue.message);

describe("a typed text", () => {
  test.each([
    ["one line: its ends are trimmed", oneLine(20), "  a  b \r\n", "a  b"],
    ["several lines: CRLF becomes LF, the rest stays", longText(20), " a\r\n\tb ", " a\n\tb "],
    ["several lines: not normalised", longText(20), "e\u0301", "e\u0301"],
    ["a name in another script", nameText(20), " Ağa Şen 王 ", "Ağa Şen 王"],
    ["a line may hold what reorders letters", oneLine(20), "a\u202eb", "a\u202eb"],
    ["an optional text that is blank", optionalText(20), " \r\n", null],
    ["an optional text that is absent", optionalText(20), undefined, null],
    ["an optional line", optionalLine(20), " a ", "a"],
    ["an optional name", optionalName(20), "", null],
    ["as long as allowed", oneLine(3), "abc", "abc"],
  ])("%s", (_, schema, typed, stored) => {
    expect(schema.parse(typed)).toBe(stored);
  });

  test.each([optionalText(20), optionalLine(20), optionalName(20)])("may be no field of the form at all", (schema) => {
    expect(z.strictObject({ note: schema }).parse({})).toEqual({ note: null });
  });

  test.each([
    ["an empty line", oneLine(20), "  ", ["required"]],
    ["an absent line", oneLine(20), undefined, ["required"]],
    ["a blank text", longText(20), "\n ", ["required"]],
    ["too long a line", oneLine(3), "abcd", ["too-long"]],
    ["too long an optional text", optionalText(3), "abcd", ["too-long"]],
    ["NUL", longText(20), "a\u0000", ["control-characters"]],
    ["another control", longText(20), "a\u009f", ["control-characters"]],
    ["a lone return", longText(20), "a\rb", ["control-characters"]],
    ["a lone surrogate", longText(20), "a\ud83d", ["control-characters"]],
    ["a line break within a line", oneLine(20), "a\nb", ["control-characters"]],
    ["a control in an optional text", optionalText(20), "\u0007", ["control-characters"]],
    ["a bidi override in a name", nameText(20), "a\u202eb", ["control-characters"]],
    ["a zero-width space in a name", nameText(20), "a\u200bb", ["control-characters"]],
    ["a zero-width space in an optional name", optionalName(20), "a\u200bb", ["control-characters"]],
  ])("%s is refused", (_, schema, typed, problems) => {
    expect(problemOf(schema, typed)).toEqual(problems);
  });
});

describe("a document of a text", () => {
  test("blank lines make paragraphs; nothing is markup", () => {
    expect(docOfText("*a*\r\nb\n\n\n- c")).toEqual({
      type: "doc",
      content: [
        { type: "paragraph", content: [{ type: "text", text: "*a*" }, { type: "hard_break" }, { type: "text", text: "b" }] },
        { type: "paragraph", content: [{ type: "text", text: "- c" }] },
      ],
    });
  });

  test("and back, whatever was typed", () => {
    const lines = fc.array(
      fc.string({ minLength: 1, unit: "grapheme" }).filter((line) => line.trim() !== "" && !/[\n\r]/.test(line)),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(lines, fc.constantFrom("\n", "\n\n"), (typed, between) => {
        expect(textOfDoc(docOfText(typed.join(between)))).toBe(typed.join(between));
      }),
    );
  });

  const doc = docFromPlain(
    `## Kop\n\nEen *zin* met noot[^p. 4] en [[${linkIds[0]}]], [[${linkIds[1]}]], [[${linkIds[0]}]].\n\n- punt\n  1. diep\n\n| a | b |\n| c | d |`,
  );

  test("its text", () => {
    expect(textOfDoc(doc, { citation: () => "[I7]" })).toBe(
      "Kop\n\nEen zin met noot (p. 4) en [I7], [I7], [I7].\n\n- punt\n  1. diep\n\na\tb\nc\td",
    );
  });

  test("its citations, each once, and its notes", () => {
    expect(citationsOf(doc)).toEqual(linkIds);
    expect(notesOf(doc)).toEqual(["p. 4"]);
  });

  test("its words, without notes, citations and numbers of lists", () => {
    // Kop · Een zin met noot en · punt · diep · a b c d
    expect(wordCount(doc, "nl")).toBe(12);
  });

  test.each([
    ["nothing", "", true],
    ["spaces", "\\ <br>", true],
    ["a word", "a", false],
    ["a note alone", "[^a]", false],
  ])("is empty or not: %s", (_, typed, empty) => {
    expect(isEmptyDoc(docFromPlain(typed))).toBe(empty);
  });
});

describe("the text of a form", () => {
  const sent = (content: unknown) => JSON.stringify({ type: "doc", content });
  const doc = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "a" }] }] };

  test("the document counts when it is filled, otherwise the plain text", () => {
    expect(readBlockText({ doc: sent(doc.content), text: "b" })).toEqual({ ok: true, doc });
    expect(readBlockText({ doc: "", text: "a" })).toEqual({ ok: true, doc });
    expect(readBlockText({})).toEqual({ ok: true, doc: { type: "doc", content: [{ type: "paragraph" }] } });
  });

  test("a document comes out in normal form", () => {
    const halves = [
      {
        type: "paragraph",
        content: [
          { type: "text", text: "a" },
          { type: "text", text: "b" },
        ],
      },
      { type: "paragraph" },
    ];
    expect(readStatementText({ doc: sent(halves) })).toEqual({
      ok: true,
      doc: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "ab" }] }] },
    });
  });

  test.each([
    ["no JSON", { doc: "{" }, "not-a-document"],
    ["JSON of something else", { doc: "[]" }, "not-a-document"],
    ["a document over the limit", { doc: sent("x".repeat(100_000)) }, "too-long"],
    ["a text over the limit", { text: "x".repeat(100_001) }, "too-long"],
    ["a text of too many paragraphs", { text: "x\n\n".repeat(5_000) }, "too-long"],
    ["a control character in the text", { text: "a\u0000" }, "control-characters"],
    [
      "a list in a statement",
      { doc: sent([{ type: "bullet_list", content: [{ type: "list_item", content: [{ type: "paragraph" }] }] }]) },
      "not-a-document",
    ],
  ])("%s is refused", (_, form, problem) => {
    expect(readStatementText(form)).toEqual({ ok: false, problem });
  });
});

describe("words as search compares them", () => {
  test.each([
    ["case and accents", "Coöperatie ÉÉN", "nl", foldWords("cooperatie een", "nl")],
    ["inflection in Dutch", "onderzoeken", "nl", foldWords("Onderzoek", "nl")],
    // voc.txt and output.txt of the Snowball project: consignment → consign, lichaamsdelen → lichaamsdel
    ["an English stem", "Consignment", "en", ["consign"]],
    ["a Dutch stem", "lichaamsdelen", "nl", ["lichaamsdel"]],
    ["codes and years stay whole", "F12 in 2024", "en", ["f12", "in", "2024"]],
    ["another language is folded only", "Évaluations", "fr", ["evaluations"]],
    ["signs are no words", " – * ", "nl", []],
  ])("%s", (_, text, language, words) => {
    expect(foldWords(text, language)).toEqual(words);
  });
});
