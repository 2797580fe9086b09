import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { beforeAll, describe, expect, it } from "vitest";
import type { EditionContent } from "~/domain/document/content";
import { docOfText } from "~/domain/text/text-of-doc";
import { writeDocx } from "~/platform/docx/write-docx.server";
import { paragraphsOf, partsOf } from "../support/docx";
import { studyWith } from "../support/edition-content";
import { orderFor } from "../support/write-order";

/** A study with two tables, a figure, a link to a page elsewhere and a note. */
function richStudy(): EditionContent {
  const table = (nl: string) => ({
    piece: "table" as const,
    caption: { local: { nl } },
    columns: [{ local: { nl: "Kraan" } }],
    rows: [{ depth: 0, cells: [[{ plain: "Markt" }]] }],
  });
  const text = { language: "nl", body: docOfText("Zie [de regels](https://example.org/rules)[^noot]."), translations: [] };
  return studyWith({
    1: { blocks: [{ kind: "text", id: "b1", text, links: [] }] },
    2: { blocks: [{ kind: "data", pieces: [table("Kranen"), table("Wijken")] }] },
  });
}

let file: Uint8Array;
let parts: Record<string, string>;
beforeAll(async () => {
  file = await writeDocx(orderFor(richStudy()));
  parts = partsOf(file);
});

describe("the package of a Word file", () => {
  it("has the same bytes for the same order, whatever was written before", async () => {
    await writeDocx(orderFor(studyWith({})));
    expect(Buffer.from(await writeDocx(orderFor(richStudy()))).equals(Buffer.from(file))).toBe(true);
  });

  it("tells no time", () => {
    expect(parts["docProps/core.xml"]).not.toMatch(/\d{4}-\d{2}-\d{2}T/);
  });

  it("carries what it says of its origin as JSON in the only element of a custom part, to which the document leads", () => {
    const read = new XMLParser({ ignoreAttributes: false, parseTagValue: false }).parse(parts["customXml/item1.xml"] ?? "") as {
      provenance: { "#text": string };
    };
    expect(read.provenance["#text"]).toBe(orderFor(richStudy()).provenance);
    expect(parts["word/_rels/document.xml.rels"]).toContain('Target="../customXml/item1.xml"');
    expect(parts["[Content_Types].xml"]).toContain('PartName="/customXml/itemProps1.xml"');
  });

  it("keeps what it says of its origin when LibreOffice saves it", () => {
    const folder = mkdtempSync(join(tmpdir(), "grondslag-saved-"));
    writeFileSync(join(folder, "read.docx"), file);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    execFileSync("soffice", [
      profile,
      "--headless",
      "--convert-to",
      "docx:MS Word 2007 XML",
      "--outdir",
      join(folder, "saved"),
      join(folder, "read.docx"),
    ]);
    const saved = partsOf(readFileSync(join(folder, "saved", "read.docx")));
    expect(saved["customXml/item1.xml"]).toContain("grondslag-provenance/1");
  });

  it("numbers its tables and lists them, each leading to its caption", () => {
    const body = paragraphsOf(parts["word/document.xml"] ?? "");
    const captions = body.filter(({ style, bookmarks }) => style === "Caption" && bookmarks.length > 0);
    expect(captions.map(({ text, bookmarks }) => [text, bookmarks])).toEqual([
      ["Tabel 1. Kranen", ["tbl_1"]],
      ["Tabel 2. Wijken", ["tbl_2"]],
    ]);
    const listed = body.filter(({ style, anchors }) => style === "TOC1" && anchors[0]?.startsWith("tbl_"));
    expect(listed.map(({ text }) => text.trim())).toEqual(["Tabel 1\tKranen\tPAGEREF tbl_1", "Tabel 2\tWijken\tPAGEREF tbl_2"]);
  });

  it("has a word behind its pages while it is a concept, and none when it is final", async () => {
    expect(parts["word/header1.xml"]).toContain('string="Concept"');
    const final = partsOf(await writeDocx(orderFor({ ...richStudy(), purpose: "final" })));
    expect(final["word/header1.xml"]).not.toContain("PowerPlusWaterMark");
  });
});
