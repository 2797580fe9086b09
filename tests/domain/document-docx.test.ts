import { beforeAll, describe, expect, it } from "vitest";
import { assembleDocument } from "~/domain/document/assemble-document";
import { placesOf } from "~/domain/document/check-references";
import { docFromPlain } from "~/domain/text/doc-from-plain";
import type { EditionContent } from "~/domain/document/content";
import { documentWords } from "~/platform/document-words.server";
import { writeDocx } from "~/platform/docx/write-docx.server";
import { paragraphsOf, partsOf, type ReadParagraph, readWithLibreOffice, readWithPandoc } from "../support/docx";
import { orderFor, testHash } from "../support/write-order";
import { finding, link, passage, plain, study, studyWith } from "../support/edition-content";

const write = (content: EditionContent, language = "nl") => writeDocx(orderFor(content, language));
const bodyOf = async (content: EditionContent, language = "nl") =>
  paragraphsOf(partsOf(await write(content, language))["word/document.xml"] ?? "");

let file: Uint8Array;
let parts: Record<string, string>;
let body: ReadParagraph[];
beforeAll(async () => {
  file = await write(study());
  parts = partsOf(file);
  body = paragraphsOf(parts["word/document.xml"] ?? "");
});

const places = (paragraphs: ReadParagraph[]) => paragraphs.flatMap(({ bookmarks }) => bookmarks);

describe("a Word file of an edition", () => {
  it("holds every statement with its number, and its number is the bookmark at its home", () => {
    const shown = body.filter(({ style }) => style === "Statement").map(({ text, bookmarks }) => [text, bookmarks]);
    expect(shown).toEqual([
      ["C1\tBewering C1.", []],
      ["F1\tBewering F1.", ["F1"]],
      ["C1\tBewering C1.", ["C1"]],
    ]);
  });

  it("has a ground line under each statement with a link per ground, in words where it does not support", () => {
    const lines = body.filter(({ style }) => style === "GroundLine").map(({ text, anchors }) => [text.replaceAll("\u00a0", " "), anchors]);
    expect(lines[1]).toEqual(["Gronden [S01:1, S01:2 spreekt tegen, O1:K1 context]", ["g_S01_1", "g_S01_2", "g_O1_K1"]]);
    expect(lines[0]?.[0]).toBe("Grond [F1] · herhaald uit 2");
  });

  it("has every place of the document once, and no link that leads nowhere", () => {
    const names = places(body);
    expect(names.filter((name) => !name.startsWith("par_")).toSorted()).toEqual(
      placesOf(assembleDocument(study(), "nl", documentWords("nl"))).toSorted(),
    );
    expect(new Set(names).size).toBe(names.length);
    expect(body.flatMap(({ anchors }) => anchors).filter((anchor) => !names.includes(anchor))).toEqual([]);
  });

  it("leads from a cross reference to the bookmark of its target, and says so where that is gone", async () => {
    const [table, gone] = ["01930000-0000-7000-8000-000000000001", "01930000-0000-7000-8000-000000000002"];
    const ids = { section: "01930000-0000-7000-8000-000000000003", statement: "01930000-0000-7000-8000-000000000004" };
    const typed = `[[#section:${ids.section}]], [[#statement:${ids.statement}]], [[#table:${table}]], [[#section:${gone}]], [[=actors 7]].`;
    const text = { ...passage("", ""), body: docFromPlain(typed) };
    const base = studyWith({
      1: { blocks: [{ kind: "text", id: "b1", text, links: [] }] },
      2: { id: ids.section, blocks: [{ kind: "data", id: table, pieces: [{ piece: "paragraph", text: [{ plain: "gegevens" }] }] }] },
    });
    const content = { ...base, statements: base.statements.map((one) => (one.code === "F1" ? { ...one, id: ids.statement } : one)) };
    const home = content.sections.map((one) =>
      one.code === "1.1" ? { ...one, blocks: [{ kind: "statement" as const, statementId: ids.statement }] } : one,
    );
    const found = await bodyOf({ ...content, sections: home });
    const line = found.find(({ text: words }) => words.includes("verwijzing die"));
    expect(line?.text).toBe("2, F1, tabel in 2, [verwijzing die nergens naartoe leidt], 7.");
    expect(line?.anchors).toEqual(["sec_2", "F1", "tab_2_1"]);
    expect(places(found)).toEqual(expect.arrayContaining(["sec_2", "F1", "tab_2_1"]));
  });

  it("leads from the register back to what stands on each ground", () => {
    const at = body.findIndex(({ bookmarks }) => bookmarks.includes("g_S01_2"));
    expect(body.slice(at, at + 4).flatMap(({ anchors }) => anchors)).toEqual(["F1"]);
  });

  it("has numbered headings by level and a list of contents that leads to them", () => {
    const headings = body.filter(({ style }) => /^Heading\d$/.test(style)).map(({ style, text }) => [style, text]);
    expect(headings).toEqual([
      ["Heading1", "Deel summary"],
      ["Heading1", "1 Deel 1"],
      ["Heading2", "1.1 Deel 1.1"],
      ["Heading1", "2 Deel 2"],
      ["Heading1", "Bijlage 1 Deel register"],
    ]);
    const contents = body.filter(({ style }) => style.startsWith("TOC"));
    expect(contents.map(({ anchors }) => anchors[0])).toEqual(["sec_summary", "sec_1", "sec_1_1", "sec_2", "sec_register"]);
    expect(parts["word/document.xml"]).toContain("TOC \\h \\o &quot;1-3&quot;");
  });

  it("says on each page what it is, what it lacks, that it is an example, and which edition it is", () => {
    const head = paragraphsOf(parts["word/header1.xml"] ?? "").map(({ text }) => text);
    expect(head).toEqual([
      "Concept, voor commentaar · Kranen in de stad",
      "Niet af: 1 sectie heeft nog geen geldig akkoord (van de 4)",
      "Voorbeeld",
    ]);
    const foot = paragraphsOf(parts["word/footer1.xml"] ?? "")[0]?.text;
    expect(foot).toMatch(/^Editie 1, versie 2 · sha256 ab12 ab12 ab12 ab12\tpagina .*van /);
  });

  it("carries the edition and its hash in its properties", () => {
    expect(parts["docProps/custom.xml"]).toContain(testHash);
    expect(parts["docProps/custom.xml"]).toContain("1.2");
    expect(parts["docProps/core.xml"]).toContain("<dc:title>Kranen in de stad</dc:title>");
  });

  it("repeats the head of a table on each page", () => {
    expect(parts["word/document.xml"]).toContain("<w:tblHeader/>");
  });

  it("embeds no font and refers to nothing outside", () => {
    expect(Object.keys(parts).filter((path) => /fonts\/|\.odttf/.test(path))).toEqual([]);
    expect(Object.values(parts).join("")).not.toMatch(/TargetMode="External"/);
  });
});

describe("languages of a Word file", () => {
  it("marks the document's language, and a passage in another one", async () => {
    const content = { ...study(), statements: [finding("F1", "1.1", { text: passage("Alleen Nederlands.") }), finding("C1", "2")] };
    const english = await bodyOf(content, "en");
    const statement = english.find(({ text }) => text.startsWith("F1\t"));
    expect(statement?.text).toBe("F1\tAlleen Nederlands. [not yet translated into English]");
    expect(statement?.languages).toEqual(["nl-NL"]);
    expect(english.find(({ text }) => text.startsWith("C1\t"))?.languages).toEqual([]);
    const styles = partsOf(await write(content, "en"))["word/styles.xml"];
    expect(styles?.slice(0, styles.indexOf("</w:docDefaults>"))).toContain('<w:lang w:val="en-GB"/>');
  });
});

const hostile = [
  ["markup", "</w:t></w:r><w:evil/> <b>&amp;&#10; \"quoted\" 'single'"],
  ["right to left and emoji", "שלום مرحبا 👩🏽‍🚀 ﷽"],
  ["a formula and a field", '=HYPERLINK("http://x") { TOC \\o } ${x} {{y}} <%= z %>'],
  ["a long word", "w".repeat(5000)],
] as const;

describe("hostile text in a Word file", () => {
  it.each(hostile)("%s is shown as typed", async (_, text) => {
    const content = {
      ...studyWith({ 1: { heading: { nl: text } } }, { title: { nl: text }, notice: { nl: text } }),
      statements: [
        finding("F1", "1.1", { text: passage(text), links: [link("excerpt", "S01:1")] }),
        finding("C1", "2", { contradictionAnswer: plain(text) }),
      ],
    };
    const paragraphs = (await bodyOf(content)).map((paragraph) => paragraph.text);
    expect(paragraphs).toContain(text);
    expect(paragraphs).toContain(`F1\t${text}`);
    expect(paragraphs).toContain(`1 ${text}`);
  });

  it("drops only the characters that XML forbids", async () => {
    const [first] = (await bodyOf({ ...study(), title: { nl: "voor\u0007na\u0000 \u000Beinde" } })).filter(
      ({ style }) => style === "Title",
    );
    expect(first?.text).toBe("voorna einde");
  });
});

describe("read by pandoc", () => {
  it("has every statement with its number, and its notes", async () => {
    const note = {
      type: "doc" as const,
      content: [
        {
          type: "paragraph" as const,
          content: [
            { type: "text" as const, text: "Met een noot" },
            { type: "footnote" as const, attrs: { text: "De noot zelf." } },
          ],
        },
      ],
    };
    const text = readWithPandoc(
      await write(
        studyWith({ 1: { blocks: [{ kind: "text", id: "b", text: { language: "nl", body: note, translations: [] }, links: [] }] } }),
      ),
    );
    for (const line of [/F1\s+Bewering F1\./, /C1\s+Bewering C1\./, /Met een noot\[1\]/, /De noot zelf\./, /Passage S01:10/])
      expect(text).toMatch(line);
  });
});

describe("read by LibreOffice", () => {
  it("opens and has every statement with its number", () => {
    const text = readWithLibreOffice(file);
    for (const line of [/F1\tBewering F1\./, /C1\tBewering C1\./, /“Passage S01:1”/]) expect(text).toMatch(line);
  }, 60_000);
});
