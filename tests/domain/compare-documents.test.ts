import { describe, expect, it } from "vitest";
import { assembleDocument } from "~/domain/document/assemble-document";
import { compareDocuments } from "~/domain/document/compare-documents";
import type { DataPiece, EditionContent, SectionContent } from "~/domain/document/content";
import { plainInline } from "~/domain/document/inline";
import type { DocumentSection, EditionDocument } from "~/domain/document/model";
import { redline } from "~/domain/document/redline";
import { writeDocx } from "~/platform/docx/write-docx.server";
import { partsOf, readWithPandoc } from "../support/docx";
import { finding, keys, link, passage, studyWith } from "../support/edition-content";
import { editInLibreOffice } from "../support/libreoffice";
import { orderOf } from "../support/write-order";

const text = (id: string, nl: string) => ({ kind: "text" as const, id, text: passage(nl), links: [] });
const at = (statementId: string) => ({ kind: "statement" as const, statementId });
const table = (rows: [string, string][]): DataPiece => ({
  piece: "table",
  caption: { plain: "Waarderingen" },
  columns: [{ plain: "Actor" }, { plain: "Waarde" }],
  rows: rows.map(([name, value]) => ({ depth: 0, cells: [[{ plain: name }], [{ plain: value }]] })),
});

/** A study with given blocks in its first section, given statements and a table of ratings. */
function documentOf(blocks: SectionContent["blocks"], statements: EditionContent["statements"], rows: [string, string][]): EditionDocument {
  const content = studyWith({ 1: { blocks }, 2: { blocks: [{ kind: "data", pieces: [table(rows)] }] } });
  const sections = content.sections.filter(({ code }) => code === "1" || code === "2" || code === "register");
  return assembleDocument({ ...content, sections, statements, limitations: [] }, "nl", keys);
}

const before = documentOf(
  [text("a", "Eerst dit."), text("b", "Dan dat."), at("F1"), at("F2"), at("F3")],
  [
    finding("F1", "1", { text: passage("De kraan lekt al jaren."), links: [link("excerpt", "S01:1")] }),
    finding("F2", "1", { text: passage("De buis is oud.") }),
    finding("F3", "1", { text: passage("Dit blijft.") }),
  ],
  [
    ["Markt", "2"],
    ["Haven", "3"],
    ["Kade", "1"],
  ],
);
const after = documentOf(
  [text("a", "Eerst dit."), text("b", "Dan iets anders."), text("c", "En een slot."), at("F1"), at("F3"), at("F4")],
  [
    finding("F1", "1", {
      text: passage("De kraan druppelt al jaren."),
      links: [link("excerpt", "S01:2", "contradicts")],
      confidence: { level: { nl: "Sterk" }, reason: "" },
    }),
    finding("F3", "1", { text: passage("Dit blijft.") }),
    finding("F4", "1", { text: passage("Dit is nieuw."), addressedTo: { nl: "De stad" } }),
  ],
  [
    ["Markt", "4"],
    ["Haven", "3"],
    ["Plein", "5"],
  ],
);

describe("two editions compared", () => {
  const found = compareDocuments(before, after);

  it("names statements that came, went, or say, stand on or weigh something else, and no other", () => {
    expect(found.statements.map(({ code, what }) => [code, what])).toEqual([
      ["F1", ["reworded", "grounds", "confidence"]],
      ["F4", ["new"]],
      ["F2", ["dropped"]],
    ]);
    expect(found.statements[0]).toMatchObject({
      text: { before: "De kraan lekt al jaren.", after: "De kraan druppelt al jaren." },
      groundsGone: ["S01:1"],
      groundsCome: ["S01:2 contradicts"],
      confidence: { before: null, after: "Sterk" },
      anchor: "F1",
    });
    expect(found.statements[2]).toMatchObject({ anchor: null, text: { before: "De buis is oud.", after: null } });
  });

  it("pairs running text between what stayed", () => {
    expect(found.sections).toEqual([
      expect.objectContaining({
        code: "1",
        texts: [
          { before: "Dan dat.", after: "Dan iets anders." },
          { before: null, after: "En een slot." },
        ],
      }),
    ]);
  });

  it("names the rows of a table and what stood in their cells", () => {
    expect(found.tables).toEqual([
      {
        name: "table-label:1. Waarderingen",
        anchor: "tbl_1",
        what: "changed",
        rows: [
          { name: "Markt", what: "changed", cells: [{ column: "Waarde", before: "2", after: "4" }] },
          { name: "Plein", what: "new", cells: [{ column: "Waarde", before: "", after: "5" }] },
          { name: "Kade", what: "dropped", cells: [{ column: "Waarde", before: "1", after: "" }] },
        ],
      },
    ]);
  });

  it("finds nothing between a document and itself", () => {
    expect(compareDocuments(after, structuredClone(after))).toEqual({ statements: [], sections: [], tables: [] });
  });
});

const bodyOf = (file: Uint8Array) => partsOf(file)["word/document.xml"] ?? "";
/** The words of the runs of one kind, a space between two of them. */
const textIn = (xml: string, tag: "t" | "delText") =>
  [...xml.matchAll(new RegExp(`<w:${tag}(?: [^>]*)?>([^<]*)</w:${tag}>`, "gu"))].map(([, words]) => words?.trim()).join(" ");

describe("a redline", () => {
  const pandoc = (file: Uint8Array, how: "accept" | "reject") => readWithPandoc(file, `--track-changes=${how}`);
  const words = (line: string) => line.replaceAll(/\s+/gu, " ");

  it("gives the later text when its changes are accepted, and the earlier one when they are rejected, as pandoc reads them", async () => {
    const file = await writeDocx(orderOf(redline(before, after)));
    const [accepted, rejected] = [words(pandoc(file, "accept")), words(pandoc(file, "reject"))];
    for (const sentence of ["De kraan druppelt al jaren.", "Dan iets anders.", "En een slot.", "Dit is nieuw."]) {
      expect(accepted).toContain(sentence);
      expect(rejected).not.toContain(sentence);
    }
    for (const sentence of ["De kraan lekt al jaren.", "Dan dat.", "De buis is oud."]) {
      expect(rejected).toContain(sentence);
      expect(accepted).not.toContain(sentence);
    }
    for (const both of [accepted, rejected]) expect(both).toContain("Dit blijft.");
  });

  it("marks only the words that differ, and is kept as tracked changes by LibreOffice", async () => {
    const file = await writeDocx(orderOf(redline(before, after)));
    const marked = (bytes: Uint8Array, tag: string) =>
      [...(partsOf(bytes)["word/document.xml"] ?? "").matchAll(new RegExp(`<w:${tag} [^>]*>.*?</w:${tag}>`, "gsu"))].map(([run]) =>
        run.replaceAll(/<[^>]*>/gu, "").trim(),
      );
    expect(marked(file, "del")).toContain("lekt");
    expect(marked(file, "ins")).toContain("druppelt");
    const saved = editInLibreOffice(file, "docx");
    expect(marked(saved, "del")).toContain("lekt");
    expect(marked(saved, "ins")).toContain("druppelt");
  });

  it("marks the sections that went, with their statements, where they stood", async () => {
    const sections = before.sections.filter(({ code }) => code !== "1");
    const xml = bodyOf(await writeDocx(orderOf(redline(before, { ...before, sections }))));
    const gone = textIn(xml, "delText");
    for (const words of ["1 Deel 1", "Eerst dit.", "De kraan lekt al jaren.", "De buis is oud.", "Dit blijft."])
      expect(gone).toContain(words);
    expect(textIn(xml, "t")).not.toContain("De buis is oud.");
    const chapter = before.sections.filter(({ code }) => code !== "2");
    const table = textIn(bodyOf(await writeDocx(orderOf(redline(before, { ...before, sections: chapter })))), "delText");
    for (const words of ["2 Deel 2", "Waarderingen", "Actor", "Haven"]) expect(table).toContain(words);
  });

  it("marks a heading, a notice and each limitation that reads otherwise, and their numbers where they went", async () => {
    const section = (heading: string, notice: string, limits: string[]): EditionDocument => {
      const items = limits.map((words, place) => ({ number: place + 1, language: "nl", content: plainInline(words) }));
      const shown = before.sections.filter(({ code }) => code === "1");
      const blocks: DocumentSection["blocks"] = [
        { kind: "notice", language: "nl", content: plainInline(notice) },
        { kind: "limitations", language: "nl", items },
      ];
      return { ...before, sections: shown.map((one) => ({ ...one, heading, blocks })) };
    };
    const old = section("Water in de stad", "Dit is een voorbeeld", ["Alleen in deze binnenstad", "Geen enkel interview gehouden"]);
    const now = section("Water in het dorp", "Dit is een proef", ["Alleen in deze buitenstad", "Weinig tijd gehad"]);
    const xml = bodyOf(await writeDocx(orderOf(redline(old, now))));
    expect(textIn(xml, "delText")).toBe("de stad voorbeeld binnenstad L2 Geen enkel interview gehouden");
    const inserted = (xml.match(/<w:ins .*?<\/w:ins>/gsu) ?? []).map((run) => textIn(run, "t"));
    expect(inserted).toEqual(["het dorp", "proef", "buitenstad", "L2", "Weinig tijd gehad"]);
  });

  it("is the document itself where nothing changed", () => {
    expect(redline(after, structuredClone(after))).toEqual(after);
  });
});
