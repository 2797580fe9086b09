import { describe, expect, it } from "vitest";
import { canonical } from "~/domain/canonical";
import { assembleDocument, assembleEdition } from "~/domain/document/assemble-document";
import { textFingerprintHolds } from "~/domain/document/colophon";
import type { EditionContent } from "~/domain/document/content";
import type { Block, EditionDocument, TableCell } from "~/domain/document/model";
import { boundAround } from "~/domain/document/front";
import { documentWords } from "~/platform/document-words.server";
import { writeDocx } from "~/platform/docx/write-docx.server";
import { writeHtml } from "~/platform/html/write-html.server";
import { writeOdt } from "~/platform/odt/write-odt.server";
import { writePdf } from "~/platform/pdf/write-pdf.server";
import { sha256 } from "~/platform/sha256.server";
import { partsOf } from "../support/docx";
import { section, study } from "../support/edition-content";
import { pagesOf } from "../support/poppler";
import { orderOf } from "../support/write-order";

const colophon = section("colophon", {
  ...{ kind: "front", number: null, signOff: "not-needed" },
  blocks: [{ kind: "data", pieces: [{ piece: "colophon" }] }],
});

function content(more: Partial<EditionContent> = {}): EditionContent {
  const base = study(more);
  return { ...base, sections: [colophon, ...base.sections] };
}

const issued = (of: EditionContent, languages = ["nl", "en"]) => assembleEdition(of, { languages, sha256 }, documentWords).documents;
const textOf = ({ lines }: TableCell) => lines.map((line) => line.map((part) => ("text" in part ? part.text : "")).join(""));
const tableOf = ({ sections }: EditionDocument) =>
  sections.flatMap(({ blocks }) => blocks).find((block): block is Extract<Block, { kind: "table" }> => block.kind === "table");
function factsOf(document: EditionDocument | undefined): Record<string, string[]> {
  const rows = document ? (tableOf(document)?.rows ?? []) : [];
  return Object.fromEntries(rows.map(([term, said]) => [term ? (textOf(term)[0] ?? "") : "", said ? textOf(said) : []]));
}

describe("the colophon", () => {
  it("says who commissioned and did the study, which edition it is, and what it was made with", () => {
    const team = [
      { role: "lead" as const, names: ["Hanna Vos"] },
      { role: "reviewer" as const, names: ["Noor Bakker", "Tom Okafor"] },
    ];
    const [nl, en] = issued(content({ colophon: { ...study().colophon, carriedOutBy: team } }));
    expect(factsOf(nl)).toMatchObject({
      Opdrachtgever: ["De gemeente"],
      "Uitgevoerd door": ["Projectleider: Hanna Vos", "Beoordelaars van de tekst: Noor Bakker, Tom Okafor"],
      Editie: ["Editie 1, versie 2", "Concept, voor commentaar"],
      "Samengesteld op": ["1 juli 2026"],
      Taal: ["Nederlands", "Ook verschenen in: Engels"],
      Protocol: ["versie 1", "sha256 abab abab abab abab"],
      "Gemaakt met": ["Grondslag 1.2.3"],
    });
    expect(factsOf(en)).toMatchObject({ Language: ["English", "Also issued in: Dutch"], "Commissioned by": ["The city"] });
  });

  it("says the fingerprint of the document with that place empty, so that anybody can count it again", () => {
    const [nl] = issued(content(), ["nl"]);
    const [said = ""] = factsOf(nl)["Vingerafdruk van de tekst"] ?? [];
    const emptied = canonical(nl).replace(said, "sha256");
    expect(said).toBe(`sha256 ${(sha256(emptied).slice(0, 16).match(/.{4}/gu) ?? []).join(" ")}`);
    expect(factsOf(nl)["Taal"]).toEqual(["Nederlands"]);
  });

  it("has a fingerprint that is counted again: it holds, and with another word it doesn't", () => {
    for (const document of issued(content())) {
      expect(textFingerprintHolds(document, sha256)).toBe(true);
      expect(textFingerprintHolds({ ...document, title: `${document.title}.` }, sha256)).toBe(false);
    }
    expect(issued(study(), ["nl"]).map((document) => textFingerprintHolds(document, sha256))).toEqual([null]);
  });

  it("changes its fingerprint with a word of the text, and stands in no document whose outline has none", () => {
    const [one] = issued(content(), ["nl"]);
    const [other] = issued(content({ limitations: [] }), ["nl"]);
    expect(factsOf(one)["Vingerafdruk van de tekst"]?.[0]).not.toBe(factsOf(other)["Vingerafdruk van de tekst"]?.[0]);
    expect(issued(study(), ["nl"])).toEqual([assembleDocument(study(), "nl", documentWords("nl"))]);
  });

  it("is no table of the list of tables", () => {
    const [nl] = issued(content(), ["nl"]);
    expect(nl && tableOf(nl)).toMatchObject({ caption: null, head: [] });
  });
});

describe("a document that is bound", () => {
  it("has what stands before the text between the title page and the contents, in the order of the pages", async () => {
    const order = orderOf(issued(content(), ["nl"])[0] ?? assembleDocument(study(), "nl", documentWords("nl")));
    const placesIn = (text: string) => ["Opdrachtgever", "Uitgevoerd door", "Inhoud", "Inleiding"].map((words) => text.indexOf(words));
    const docx = partsOf(await writeDocx(order))["word/document.xml"] ?? "";
    const odt = partsOf(writeOdt(order))["content.xml"] ?? "";
    const pdf = pagesOf(await writePdf(order)).join("\n");
    const html = new TextDecoder().decode(writeHtml(order));
    for (const text of [docx, odt.slice(odt.indexOf("<office:text")), pdf, html.slice(html.indexOf("<body"))]) {
      const found = placesIn(text);
      expect(found).toEqual(found.toSorted((one, other) => one - other));
      expect(found[0]).toBeGreaterThan(-1);
    }
  });

  it.each([
    [["front", "chapter"], 1],
    [["chapter", "front"], 0],
    [["front", "front"], 2],
    [[], 0],
  ])("begins with the front of %j", (kinds, count) => {
    expect(boundAround(kinds.map((kind) => ({ kind, level: 1 }))).front).toHaveLength(count);
  });

  it("keeps what is below the front with it", () => {
    const sections = [
      { kind: "front", level: 1 },
      { kind: "section", level: 2 },
      { kind: "chapter", level: 1 },
    ];
    expect(boundAround(sections).front).toEqual(sections.slice(0, 2));
  });
});
