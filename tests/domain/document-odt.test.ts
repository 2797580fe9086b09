import { strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { assembleDocument } from "~/domain/document/assemble-document";
import { placesOf } from "~/domain/document/check-references";
import type { EditionContent } from "~/domain/document/content";
import { docFromPlain } from "~/domain/text/doc-from-plain";
import { documentWords } from "~/platform/document-words.server";
import { readParagraphs, type ReadParagraph } from "~/platform/odt/read-paragraphs";
import { readXml } from "~/platform/read-package.server";
import { writeOdt } from "~/platform/odt/write-odt.server";
import { finding, link, passage, plain, study, studyWith } from "../support/edition-content";
import { againstSchema, odtWithLibreOffice, odtWithPandoc, partsOfOdt } from "../support/odt";
import { orderFor, testHash } from "../support/write-order";

const write = (content: EditionContent, language = "nl") => writeOdt(orderFor(content, language));
const bodyOf = (content: EditionContent, language = "nl") =>
  readParagraphs(readXml(partsOfOdt(write(content, language))["content.xml"] ?? ""));

let file: Uint8Array;
let parts: Record<string, string>;
let body: ReadParagraph[];
beforeAll(() => {
  file = write(study());
  parts = partsOfOdt(file);
  body = readParagraphs(readXml(parts["content.xml"] ?? ""));
});

const names = (paragraphs: ReadParagraph[]) => paragraphs.flatMap(({ places }) => places.map(({ name }) => name));

/** Text with a table, a figure, a list, a note, a link, an untranslated passage and a withheld answer. */
function richStudy(): EditionContent {
  const table = (nl: string) => ({
    piece: "table" as const,
    caption: { local: { nl } },
    columns: [{ local: { nl: "Kraan" } }, { local: { nl: "Water" } }],
    rows: [
      { depth: 0, cells: [[{ plain: "Markt" }], [{ plain: "Ja" }]] },
      { depth: 1, cells: [[{ plain: "Oost" }], [{ plain: "Nee" }]] },
    ],
  });
  const typed = "Zie [de regels](https://example.org/rules?a=1&b=2)[^noot] en *dit* of **dat**.\n\n- een\n- twee\n  1. a\n  2. b";
  const text = { language: "nl", body: docFromPlain(typed), translations: [] };
  return studyWith({
    1: { blocks: [{ kind: "text", id: "b1", text, links: [link("excerpt", "S01:1")] }] },
    2: {
      blocks: [
        { kind: "statement", statementId: "C1" },
        { kind: "data", pieces: [table("Kranen"), table("Wijken")] },
      ],
    },
  });
}

describe("an OpenDocument text of an edition", () => {
  it("holds every statement with its number, and its number is the bookmark at its home", () => {
    const shown = body.filter(({ style }) => style === "Statement").map(({ text, places }) => [text, places]);
    expect(shown).toEqual([
      ["C1\tBewering C1.", []],
      ["F1\tBewering F1.", [{ name: "F1", start: 0, end: 2 }]],
      ["C1\tBewering C1.", [{ name: "C1", start: 0, end: 2 }]],
    ]);
  });

  it("has a ground line under each statement with a link per ground, in words where it does not support", () => {
    const lines = body.filter(({ style }) => style === "GroundLine").map(({ text, links }) => [text.replaceAll("\u00a0", " "), links]);
    expect(lines[1]).toEqual(["Gronden [S01:1, S01:2 spreekt tegen, O1:K1 context]", ["g_S01_1", "g_S01_2", "g_O1_K1"]]);
    expect(lines[0]?.[0]).toBe("Grond [F1] · herhaald uit 2");
  });

  it("has every place of the document once, and no link that leads nowhere", () => {
    const found = names(body);
    expect(found.toSorted()).toEqual(placesOf(assembleDocument(study(), "nl", documentWords("nl"))).toSorted());
    expect(new Set(found).size).toBe(found.length);
    const links = [...(parts["content.xml"] ?? "").matchAll(/xlink:href="#([^"]+)"/gu)].map(([, to]) => to);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((to) => to === undefined || !found.includes(to))).toEqual([]);
  });

  it("leads from the register back to what stands on each ground", () => {
    const at = body.findIndex(({ places }) => places.some(({ name }) => name === "g_S01_2"));
    expect(body.slice(at, at + 4).flatMap(({ links }) => links)).toEqual(["F1"]);
  });

  it("has numbered headings by level, and a list of contents with a field for each page", () => {
    const headings = body.filter(({ kind }) => kind === "heading").map(({ style, text }) => [style, text]);
    expect(headings).toEqual([
      ["Heading1", "Deel summary"],
      ["Heading1", "1 Deel 1"],
      ["Heading2", "1.1 Deel 1.1"],
      ["Heading1", "2 Deel 2"],
      ["Heading1", "Bijlage 1 Deel register"],
    ]);
    const contents = /<text:table-of-content .*<\/text:table-of-content>/u.exec(parts["content.xml"] ?? "")?.[0] ?? "";
    const pages = [...contents.matchAll(/text:reference-format="page" text:ref-name="([^"]+)"/gu)].map(([, to]) => to);
    expect(pages).toEqual(["sec_summary", "sec_1", "sec_1_1", "sec_2", "sec_register"]);
  });

  it("says on each page what it is, what it lacks, that it is an example, which edition it is, and that it is a draft", () => {
    const read = readParagraphs(readXml(parts["styles.xml"] ?? "")).map(({ style, text }) => [style, text]);
    expect(read).toEqual([
      ["Header", "Concept, voor commentaar · Kranen in de stad"],
      ["HeaderNotice", "Niet af: 1 sectie heeft nog geen geldig akkoord (van de 4)"],
      ["HeaderNoticeLast", "Voorbeeld"],
      ["Footer", "Editie 1, versie 2 · sha256 ab12 ab12 ab12 ab12\tpagina 1 van 1"],
    ]);
    expect(parts["styles.xml"]).toContain('xlink:href="Pictures/draft-mark.png"');
  });

  it("carries no mark of a draft once it is final", () => {
    const final = partsOfOdt(write(study({ purpose: "final" })));
    expect(Object.keys(final).filter((path) => path.includes("draft-mark"))).toEqual([]);
    expect(final["styles.xml"]).not.toContain("draft-mark");
  });

  it("carries the edition, its hash and its origin, in its properties and as a part", () => {
    const { provenance } = orderFor(study());
    expect(parts["grondslag/provenance.jsonld"]).toBe(provenance);
    for (const said of [">Kranen in de stad<", `"grondslag-sha256" meta:value-type="string">${testHash}<`, ">nl-NL<"])
      expect(parts["meta.xml"]).toContain(said);
    expect(parts["META-INF/manifest.xml"]).toContain('manifest:full-path="grondslag/provenance.jsonld"');
  });

  it("names its media type first and unpacked, where programs look for it", () => {
    const head = Buffer.from(file.subarray(0, 80)).toString("latin1");
    expect(head.slice(30, 38)).toBe("mimetype");
    expect(head.slice(38, 38 + 39)).toBe("application/vnd.oasis.opendocument.text");
  });

  it("has the same bytes for the same order, whatever was written before", () => {
    write(richStudy());
    expect(Buffer.from(write(study())).equals(Buffer.from(file))).toBe(true);
  });
});

describe("by the schemas of OpenDocument 1.3", () => {
  it.each([
    ["a small study", study()],
    ["tables, lists, notes and links", richStudy()],
    ["nothing in it", study({ sections: [], statements: [], evidence: [] })],
  ])("%s is valid", (_, content) => {
    expect(againstSchema(write(content))).toEqual([]);
  });

  it("tells a part that is not valid", () => {
    const broken = (xml: string) => xml.replace("<office:text>", "<office:text><text:h>no level</text:h>");
    const changed = zipSync({ ...unzipSync(file), "content.xml": strToU8(broken(parts["content.xml"] ?? "")) });
    expect(againstSchema(changed)).toEqual([expect.stringContaining("content.xml")]);
  });
});

describe("tables and lists of an OpenDocument text", () => {
  it("repeats the head of a table, names it and counts it, and lists it", () => {
    const content = partsOfOdt(write(richStudy()))["content.xml"] ?? "";
    const read = readParagraphs(readXml(content));
    expect(read.filter(({ style }) => style === "Caption").map(({ text, places }) => [text, places[0]?.name])).toEqual([
      ["Tabel 1. Kranen", "tbl_1"],
      ["Tabel 2. Wijken", "tbl_2"],
    ]);
    expect(content.match(/<table:table-header-rows>/gu)?.length).toBe(3);
    const list = /<text:table-index .*<\/text:table-index>/u.exec(content)?.[0] ?? "";
    expect(list).toContain('xlink:href="#tbl_2"');
    expect(content).not.toContain("<text:illustration-index");
  });

  it("marks the cells that head a column or a row by the style that programs know", () => {
    const read = bodyOf(richStudy()).filter(({ kind }) => kind === "cell");
    expect(read.slice(0, 6).map(({ style, text }) => [text, style])).toEqual([
      ["Kraan", "TableHeading"],
      ["Water", "TableHeading"],
      ["Markt", "TableHeading"],
      ["Ja", "TableContents"],
      ["Oost", "TableHeading"],
      ["Nee", "TableContents"],
    ]);
  });
});

describe("languages of an OpenDocument text", () => {
  it("marks the document's language, and a passage in another one", () => {
    const content = { ...study(), statements: [finding("F1", "1.1", { text: passage("Alleen Nederlands.") }), finding("C1", "2")] };
    const english = partsOfOdt(write(content, "en"));
    expect(english["styles.xml"]).toContain('fo:language="en" fo:country="GB"');
    const xml = english["content.xml"] ?? "";
    const style = /text:style-name="(\w+)">Alleen Nederlands\./u.exec(xml)?.[1] ?? "none";
    expect(xml).toMatch(new RegExp(`style:name="${style}"[^>]*><style:text-properties fo:language="nl" fo:country="NL"/>`, "u"));
    expect(bodyOf(content, "en").find(({ text }) => text.startsWith("F1\t"))?.text).toBe(
      "F1\tAlleen Nederlands. [not yet translated into English]",
    );
  });
});

const hostile = [
  ["markup", "</text:p><evil/> <b>&amp;&#10; \"quoted\" 'single' ]]>"],
  ["right to left and emoji", "שלום مرحبا 👩🏽‍🚀 ﷽"],
  ["spaces in a row", "een  twee   drie"],
  ["a long word", "w".repeat(5000)],
] as const;

describe("hostile text in an OpenDocument text", () => {
  it.each(hostile)("%s is shown as typed, and the file is valid", (_, text) => {
    const content = {
      ...studyWith({ 1: { heading: { nl: text } } }, { title: { nl: text }, notice: { nl: text } }),
      statements: [
        finding("F1", "1.1", { text: passage(text), links: [link("excerpt", "S01:1")] }),
        finding("C1", "2", { contradictionAnswer: plain(text) }),
      ],
    };
    const written = write(content);
    const read = readParagraphs(readXml(partsOfOdt(written)["content.xml"] ?? "")).map((paragraph) => paragraph.text);
    for (const line of [text, `F1\t${text}`, `1 ${text}`]) expect(read).toContain(line);
    expect(againstSchema(written)).toEqual([]);
  });

  it("drops only the characters that XML forbids", () => {
    const [first] = bodyOf({ ...study(), title: { nl: "voor\u0007na\u0000 \u000Beinde" } }).filter(({ style }) => style === "Title");
    expect(first?.text).toBe("voorna einde");
  });
});

describe("read by other programs", () => {
  it("has every statement with its number, and its notes, in pandoc", () => {
    const text = odtWithPandoc(write(richStudy()));
    for (const line of [/F1\s+Bewering F1\./, /C1\s+Bewering C1\./, /Zie de regels\[1\]/, /noot/, /Passage S01:10/, /Markt\s+Ja/])
      expect(text).toMatch(line);
  });

  it("opens in LibreOffice and has every statement with its number", () => {
    const text = odtWithLibreOffice(file);
    for (const line of [/F1\tBewering F1\./, /C1\tBewering C1\./, /“Passage S01:1”/]) expect(text).toMatch(line);
  }, 60_000);
});
