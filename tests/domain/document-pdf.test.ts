import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { placesOf } from "~/domain/document/check-references";
import type { EditionContent } from "~/domain/document/content";
import { EditionDocument } from "~/domain/document/model";
import { docFromPlain } from "~/domain/text/doc-from-plain";
import { writeArchive, writePdf } from "~/platform/pdf/write-pdf.server";
import type { WriteOrder } from "~/platform/write-order";
import { elementsOf, linksOf, openWithPdfJs } from "../support/pdf-js";
import { attachmentsOf, destinationsOf, drawnPage, type Element, pagesOf, structureOf, typefacesOf } from "../support/poppler";
import { everyBlockOrder } from "../support/every-block";
import { orderFor, orderOf } from "../support/write-order";
import { finding, passage, section, study, studyWith } from "../support/edition-content";

let order: WriteOrder;
let file: Uint8Array;
let archive: Uint8Array;
let structure: Element[];
beforeAll(async () => {
  order = orderFor(study());
  file = await writePdf(order);
  archive = await writeArchive(order);
  structure = structureOf(file);
});

const write = (content: EditionContent, language = "nl") => writePdf(orderFor(content, language));
const textsOf = (elements: readonly Element[], role: string) =>
  elements.filter((each) => each.role === role).map(({ text }) => text.replaceAll("\u00a0", " ").replaceAll(/ +/gu, " ").trim());

/** The small study with a table of so many rows and three columns in chapter 1. */
function withTable(rows: number, widths?: number[]): EditionContent {
  const row = (at: number) => ({ depth: 0, cells: [[{ plain: `rij ${at}` }], [{ plain: "kraan" }], [{ plain: "goed" }]] });
  const columns = ["Nummer", "Wat", "Staat"].map((text) => ({ plain: text }));
  const table = {
    piece: "table" as const,
    caption: { plain: "Kranen per straat" },
    columns,
    rows: Array.from({ length: rows }, (_, at) => row(at)),
  };
  return studyWith({ 1: { blocks: [{ kind: "data", pieces: [widths ? { ...table, widths } : table] }] } });
}

/** The keys of what people read in a document. */
const spoken = new Set(
  "text term title notice lacking classification heading caption name withheld remarks addressedTo confidence".split(" "),
);

/** The document of the small study with something changed in it. */
function changed(change: (document: EditionDocument) => Partial<EditionDocument>): WriteOrder {
  const { document } = orderFor(study());
  return orderOf({ ...document, ...change(document) });
}

describe("a PDF of an edition", () => {
  it("has its headings by level and in order, with their numbers", () => {
    const headings = structure
      .filter(({ role }) => /^H\d$/u.test(role))
      .map(({ role, text }) => [role, text.replaceAll("\u00a0", " ").replaceAll(/ +/gu, " ")]);
    expect(headings).toEqual([
      ["H1", "Inhoud"],
      ["H1", "Deel summary"],
      ["H1", "1 Deel 1"],
      ["H2", "1.1 Deel 1.1"],
      ["H1", "2 Deel 2"],
      ["H1", "Bijlage 1 Deel register"],
    ]);
  });

  it("holds every statement with its number, and its ground line in words after it", () => {
    const lines = textsOf(structure, "P");
    const at = lines.indexOf("F1 Bewering F1.");
    expect(lines[at + 1]).toBe("Gronden [S01:1, S01:2 spreekt tegen, O1:K1 context]");
    expect(lines.slice(at + 2, at + 4)).toEqual(["Beperkingen: L1", "Over de tegenspraak: Het verschil zit in de meetwijze."]);
    expect(lines).toContain("C1 Bewering C1.");
    expect(lines).toContain("Grond [F1] · herhaald uit 2");
  });

  it("has every place that something leads to as a destination, once, and every statement at its home", () => {
    const names = destinationsOf(file);
    expect(new Set(names).size).toBe(names.length);
    expect(names.toSorted()).toEqual(placesOf(order.document).toSorted());
  });

  it("has no link that leads nowhere, and leads from the register back to the statement", async () => {
    const links = await linksOf(file);
    const names = destinationsOf(file);
    expect(links.filter((name) => !names.includes(name))).toEqual([]);
    expect(links).toEqual(expect.arrayContaining(["F1", "C1", "g_S01_1", "g_S01_2", "g_O1_K1"]));
  });

  it("carries what it says of its origin, letter by letter; the archive carries the manifest too", () => {
    expect(attachmentsOf(file)).toEqual({ "provenance.jsonld": order.provenance });
    expect(attachmentsOf(archive)).toEqual({ "provenance.jsonld": order.provenance, "manifest.json": order.manifest });
  });

  it("says that it is tagged, which standard it keeps to, its title and its language", async () => {
    const open = await openWithPdfJs(file);
    expect(await open.getMarkInfo()).toMatchObject({ Marked: true });
    const { info, metadata } = await open.getMetadata();
    expect(info).toMatchObject({ Title: "Kranen in de stad", Language: "nl-NL" });
    expect(metadata?.get("pdfuaid:part")).toBe("1");
    expect(await open.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
    await open.destroy();
    const kept = await openWithPdfJs(archive);
    const about = (await kept.getMetadata()).metadata;
    expect([about?.get("pdfaid:part"), about?.get("pdfaid:conformance")]).toEqual(["3", "A"]);
    expect(await kept.getMarkInfo()).toMatchObject({ Marked: true });
    await kept.destroy();
  });

  it("has bookmarks that follow the headings", async () => {
    const open = await openWithPdfJs(file);
    const outline = await open.getOutline();
    await open.destroy();
    expect(outline.map(({ title, items }) => [title, items.length])).toEqual([
      ["Inhoud", 0],
      ["Deel summary", 0],
      ["1 Deel 1", 1],
      ["2 Deel 2", 0],
      ["Bijlage 1 Deel register", 0],
    ]);
  });

  it("has the bookmark of a section below its chapter, whatever named places stand between them", async () => {
    const sections = [
      section("1", { blocks: [{ kind: "statement", statementId: "F1" }] }),
      ...["1.1", "1.2"].map((code) => section(code, { level: 2 })),
    ];
    const open = await openWithPdfJs(await write(study({ sections, statements: [finding("F1", "1", { limitationIds: ["lim"] })] })));
    const outline = await open.getOutline();
    await open.destroy();
    expect(
      outline.slice(1).map(({ title, items }) => [
        title,
        z
          .array(z.looseObject({ title: z.string() }))
          .parse(items)
          .map((each) => each.title),
      ]),
    ).toEqual([["1 Deel 1", ["1.1 Deel 1.1", "1.2 Deel 1.2"]]]);
  });

  it("says on each page what it is, what it lacks, which edition it is, and which page of how many", () => {
    const pages = pagesOf(file);
    expect(pages.length).toBeGreaterThan(4);
    pages.forEach((page, at) => {
      expect(page).toContain("Concept, voor commentaar · Kranen in de stad");
      expect(page).toContain("Niet af: 1 sectie heeft nog geen geldig akkoord (van de 4)");
      expect(page).toMatch(new RegExp(`Editie 1, versie 2 · sha256 ab12 ab12 ab12 ab12 +pagina ${at + 1} van ${pages.length}\\n`, "u"));
    });
  });

  it("has each page of the contents right", () => {
    const pages = pagesOf(file);
    const number = pages.findIndex((page) => page.includes("Bewering F1.") && page.includes("Gronden")) + 1;
    expect(pages[1]).toMatch(new RegExp(`1\\.1 +Deel 1\\.1 +${number}\\n`, "u"));
  });

  it("lies under a watermark where it is a draft, which is no word of the text", async () => {
    const dark = (drawn: Uint8Array) => drawn.filter((shade) => shade < 250).length;
    const final = await writePdf(changed(() => ({ purpose: "final" })));
    const last = pagesOf(file).length;
    expect(dark(drawnPage(file, last))).toBeGreaterThan(dark(drawnPage(final, last)) + 500);
    expect(
      pagesOf(file)
        .join("")
        .match(/concept/giu)?.length,
    ).toBe(
      pagesOf(final)
        .join("")
        .match(/concept/giu)?.length,
    );
  });

  it("is the same file each time", async () => {
    expect(Buffer.from(await writePdf(order)).equals(file)).toBe(true);
    expect(Buffer.from(await writeArchive(order)).equals(archive)).toBe(true);
  });

  it("embeds its typefaces, and says which letters they are", () => {
    const faces = typefacesOf(file);
    expect(faces.length).toBeGreaterThan(2);
    expect(faces.filter(({ embedded, readable }) => !embedded || !readable)).toEqual([]);
    expect(faces.filter(({ name }) => !/SourceSerif4|HankenGrotesk|Noto/u.test(name))).toEqual([]);
  });
});

describe("tables and figures of a PDF", () => {
  it("repeats the head of a table on each page, with its cells as heads of their columns", async () => {
    const made = await write(withTable(120));
    const elements = structureOf(made);
    expect(textsOf(elements, "TH")).toEqual(expect.arrayContaining(["Nummer", "Wat", "Staat"]));
    const heads = elements.filter(({ role }) => role === "TH");
    expect(heads.every(({ attributes }) => attributes.includes("/Scope /Column"))).toBe(true);
    expect(textsOf(elements, "Caption")).toContain("Tabel 1. Kranen per straat");
    const pages = pagesOf(made).filter((page) => /rij \d/u.test(page));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.filter((page) => !/Nummer +Wat +Staat/u.test(page))).toEqual([]);
  });

  it("lists the tables with their pages", async () => {
    const pages = pagesOf(await write(withTable(3)));
    const number = pages.findIndex((page) => page.includes("rij 2")) + 1;
    expect(pages[1]).toMatch(new RegExp(`Tabellen\\s+Tabel 1\\. Kranen per straat +${number}\\n`, "u"));
  });

  it("gives the columns the widths that the table asks for", async () => {
    const [narrow, wide] = await Promise.all([write(withTable(3, [10, 10, 80])), write(withTable(3, [80, 10, 10]))]);
    const gap = (made: Uint8Array) => /Nummer( +)Wat/u.exec(pagesOf(made).join(""))?.[1]?.length ?? 0;
    expect(gap(wide)).toBeGreaterThan(gap(narrow) + 20);
  });

  it("says a figure in words", async () => {
    const { document } = orderFor(study());
    const picture = { title: "Kranen", description: "Vier van de zes kranen werken.", width: 200, height: 60, shapes: [] };
    const words = { kind: "text" as const, x: 10, y: 30, text: "vier van de zes" };
    const block = {
      kind: "picture" as const,
      language: "nl",
      label: "Figuur 1",
      anchor: "fig_1",
      picture: { ...picture, shapes: [words] },
    };
    const sections = document.sections.map((each) => (each.code === "1" ? { ...each, blocks: [block] } : each));
    const made = await writePdf(orderOf({ ...document, sections }));
    expect((await elementsOf(made)).filter(({ role }) => role === "Figure").map(({ alt }) => alt)).toEqual([
      "Vier van de zes kranen werken.",
    ]);
    expect(pagesOf(made).join("\n")).toContain("Figuur 1. Kranen");
    expect(destinationsOf(made)).toContain("fig_1");
  });
});

describe("content that a PDF must bear", () => {
  const odd = (text: string) => write(study({ statements: [finding("F1", "1.1", { text: passage(text) }), finding("C1", "2")] }));
  const words = (made: Uint8Array) => textsOf(structureOf(made), "P").join("\n");

  it("names a sign that would turn the words after it round", async () => {
    const made = await odd("Zie & \u202E eind.");
    expect(words(made)).toContain("Zie & ‹U+202E› eind.");
  });

  it("sets emoji, Greek, Cyrillic and signs, and names what no typeface has", async () => {
    const made = await odd("Een 👩‍🔬 met 🇳🇱, Ωμέγα, Жук, ✓ en ☑; 漢字 ook.");
    expect(words(made)).toContain("Ωμέγα, Жук, ✓ en ☑; ‹U+6F22›‹U+5B57› ook.");
    expect(typefacesOf(made).some(({ name }) => name.includes("NotoEmoji"))).toBe(true);
  });

  it("sets Arabic and Hebrew", async () => {
    const made = await odd("De heer محمد en mevrouw שרה.");
    const names = typefacesOf(made)
      .map(({ name }) => name)
      .join(" ");
    expect(names).toContain("NotoSansArabic");
    expect(names).toContain("NotoSansHebrew");
  });

  it("sets every letter of Unicode's first planes or names it", async () => {
    const marks = /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u;
    const letters = Array.from({ length: 0x1fbff }, (_, at) => String.fromCodePoint(at)).filter((letter) => marks.test(letter));
    const sample = letters.filter((letter, at) => at % 23 === 0 || (letter.codePointAt(0) ?? 0) < 0x600);
    await expect(odd(sample.map((letter) => `a${letter} ${letter}`).join(" "))).resolves.toBeInstanceOf(Uint8Array);
  });

  it("leaves no trace of the places to break in a long word, wherever it stands", async () => {
    const long = "Waterleidingbedrijfsvergunningaanvraagformulieren";
    const { document } = everyBlockOrder();
    const inAll = (value: unknown, key = ""): unknown => {
      if (typeof value === "string") return spoken.has(key) ? `${value} ${long}` : value;
      if (Array.isArray(value)) return value.map((each) => inAll(each, key));
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inAll(each, key === "words" ? "text" : name)]));
    };
    const made = await writePdf(orderOf(EditionDocument.parse(inAll(document))));
    const read = pagesOf(made).join("");
    expect(read).toContain(long);
    const opened = await openWithPdfJs(made);
    const beside = JSON.stringify([await opened.getMetadata(), await opened.getOutline()]);
    expect(beside).toContain(long);
    expect([read, beside, ...structureOf(made).map(({ text }) => text)].filter((text) => text.includes("\u200B"))).toEqual([]);
  });

  it("leaves out control characters, and breaks a word of 5,000 letters within the page", async () => {
    const made = await odd(`Een\u0000 woord\u0007 ${"lang".repeat(1250)} en\u2028verder.`);
    const text = pagesOf(made).join("").replaceAll("\u200B", "");
    expect(text).toContain("Een woord lang");
    expect(text).toContain("en verder.");
    expect(text.match(/lang/gu)?.length).toBe(1250);
    const longest = pagesOf(made)
      .flatMap((page) => page.split("\n"))
      .map((line) => line.trim().length);
    expect(Math.max(...longest)).toBeLessThan(160);
  });

  it("prints as text what would be an instruction to a typesetter", async () => {
    const made = await odd('#read("/etc/passwd") *dik* $x$ @F1 <F1> \\ `code` #import "a.typ"');
    expect(words(made)).toContain('#read("/etc/passwd") *dik* $x$ @F1 <F1> \\ `code` #import "a.typ"');
  });

  it("needs no title, no description of a figure, no language and no level before another", async () => {
    const made = await writePdf(
      changed(({ sections }) => ({
        title: " ",
        language: "??",
        sections: sections.map((each, at) => ({
          ...each,
          level: at === 0 ? 4 : 6,
          heading: at === 1 ? "" : each.heading,
          language: "x-klingon",
          blocks: [
            ...each.blocks,
            { kind: "picture" as const, language: "", picture: { title: "", description: " ", width: 10, height: 10, shapes: [] } },
            { kind: "table" as const, language: "nl", caption: null, head: [], rows: [] },
          ],
        })),
      })),
    );
    const levels = structureOf(made)
      .filter(({ role }) => /^H\d$/u.test(role))
      .map(({ role }) => role);
    expect(levels).toEqual(["H1", "H1", "H2", "H3", "H4", "H5"]);
  });

  it("marks the language of a passage that is not the document's", async () => {
    const content = study({ statements: [finding("F1", "1.1", { text: passage("Alleen Nederlands.") }), finding("C1", "2")] });
    const made = await write(content, "en");
    expect((await elementsOf(made)).map(({ lang }) => lang)).toContain("nl-NL");
    expect(words(made)).toContain("Alleen Nederlands. [");
  });

  it("puts notes at the foot of the page, and follows only addresses that a reader can open", async () => {
    const text = { ...passage("", ""), body: docFromPlain("Zie [de gids](https://example.org/gids).") };
    const made = await write(studyWith({ 1: { blocks: [{ kind: "text", id: "b1", text, links: [] }] } }));
    expect(structureOf(made).some(({ role }) => role === "Link")).toBe(true);
    const open = changed(({ sections }) => ({
      sections: sections.map((each) => ({
        ...each,
        blocks: [
          {
            kind: "paragraph" as const,
            language: "nl",
            content: [
              { kind: "text" as const, text: "Klik", href: "javascript:alert(1)" },
              { kind: "footnote" as const, text: `Noot bij ${each.code}.` },
            ],
          },
        ],
      })),
    }));
    const notes = await writePdf(open);
    expect(textsOf(structureOf(notes), "Note").map((note) => note.replace(/^\d+ ?/u, ""))).toContain("Noot bij 1.");
    expect(Buffer.from(notes).includes("javascript")).toBe(false);
  });
});
