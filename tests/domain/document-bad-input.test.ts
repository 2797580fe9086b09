import { describe, expect, it } from "vitest";
import type { EditionContent } from "~/domain/document/content";
import { pictureSizeIfSound } from "~/domain/files/picture-size";
import { proposeMapping } from "~/domain/house-style/propose-mapping";
import { openTemplate } from "~/platform/docx/house/open-template.server";
import { factsOf } from "~/platform/docx/house/read-template.server";
import { writeDocx } from "~/platform/docx/write-docx.server";
import { writeHtml } from "~/platform/html/write-html.server";
import { writeOdt } from "~/platform/odt/write-odt.server";
import { writePdf } from "~/platform/pdf/write-pdf.server";
import { picturePng } from "~/platform/picture.server";
import type { WriteOrder } from "~/platform/write-order";
import { partsOf } from "../support/docx";
import { finding, passage, studyWith } from "../support/edition-content";
import { everyBlockOrder } from "../support/every-block";
import { saidIn, wordsOfFile } from "../support/edition-words";
import { againstSchema } from "../support/odt";
import { againstOoxml } from "../support/ooxml";
import { pagesOf } from "../support/poppler";
import { comparable, otherReaders, tableRowsOf } from "../support/read-by-others";
import { logo, templateDocx } from "../support/template-docx";
import { orderFor } from "../support/write-order";

const writers = { docx: writeDocx, odt: writeOdt, pdf: writePdf, html: writeHtml } as const;
const formats = ["docx", "odt", "pdf", "html"] as const;
const write = async (format: keyof typeof writers, order: WriteOrder) => Uint8Array.from(await writers[format](order));

/** The small study with a title, a heading, a statement and cells of a table that say something. */
function saying(text: string): EditionContent {
  const table = {
    piece: "table" as const,
    caption: { plain: text },
    columns: [{ plain: text }],
    rows: [{ depth: 0, cells: [[{ plain: text }]] }],
  };
  return studyWith(
    { 1: { heading: { nl: text }, blocks: [{ kind: "data", pieces: [table] }] } },
    { title: { nl: text }, statements: [finding("F1", "1.1", { text: passage(text) }), finding("C1", "2")] },
  );
}

/** The small study with a word in a heading, a statement and a cell, beside others. */
function withWord(word: string): EditionContent {
  const rows = [{ depth: 0, cells: [[{ plain: "1" }], [{ plain: `voor ${word} na` }]] }];
  const table = { piece: "table" as const, caption: { plain: "Kranen" }, columns: [{ plain: "Nummer" }, { plain: "Wat" }], rows };
  return studyWith(
    { 1: { heading: { nl: `Voor ${word} na` }, blocks: [{ kind: "data", pieces: [table] }] } },
    { statements: [finding("F1", "1.1", { text: passage(`Voor ${word} na.`) }), finding("C1", "2")] },
  );
}

/** What is bad about a text, the text, and what a reader must get of it: in a PDF, where that is something else, each of the pieces. */
const bad: readonly { what: string; text: string; kept: string; inPdf?: readonly string[] }[] = [
  { what: "emoji", text: "Een 👩🏽‍🔬 meet 🚰 in 🇳🇱 1️⃣.", kept: "Een 👩🏽‍🔬 meet 🚰 in 🇳🇱 1️⃣." },
  {
    what: "names from right to left",
    text: "De heer محمد علي en mevrouw שרה לוי tekenden.",
    kept: "De heer محمد علي en mevrouw שרה לוי tekenden.",
    // On a page the words stand in the order of the line, and poppler tells them so.
    inPdf: ["De heer", "محمد", "علي", "en mevrouw", "שרה לוי", "tekenden."],
  },
  {
    what: "signs that turn words round",
    text: "Zie \u202Etxt.exe\u202C en \u2066hier\u2069 verder.",
    kept: "Zie \u202Etxt.exe\u202C en \u2066hier\u2069 verder.",
    inPdf: ["Zie ‹U+202E›txt.exe‹U+202C› en ‹U+2066›hier‹U+2069› verder."],
  },
  {
    what: "control characters",
    text: "voor\u0000\u0007na\u001B \u000B en\u2028door\uFFFE\uFFFF eind.",
    kept: "voorna en door eind.",
  },
];

/** The words of a file as another program reads them; of a PDF also by its pages, where poppler sets apart what runs from right to left. */
function readBack(format: keyof typeof writers, file: Uint8Array): string {
  const words = otherReaders[format].read(file);
  return comparable(
    format === "pdf"
      ? words +
          pagesOf(file)
            .join("")
            .replaceAll(/[\u202B\u202C]/gu, "")
      : words,
  );
}

describe.each(formats)("bad input in %s", (format) => {
  it.each(bad)(
    "$what: written, and read whole by another program",
    async ({ text, kept, inPdf }) => {
      const file = await write(format, orderFor(saying(text)));
      const words = readBack(format, file);
      const pieces = format === "pdf" && inPdf ? inPdf : [kept];
      // Caption, cell, heading and statement at least.
      for (const piece of pieces) expect(words.split(comparable(piece)).length, piece).toBeGreaterThan(4);
      if (format === "docx") expect(againstOoxml(file)).toEqual([]);
      if (format === "odt") expect(againstSchema(file)).toEqual([]);
    },
    60_000,
  );

  it("a long sentence with signs that markup writes otherwise is found by the search for what may not be there", async () => {
    const planted = 'De “kraan” van O\'Hara & Zn. zei "nooit <meer> dan 5 l/min", een zin die op geen regel past: '.repeat(3).trim();
    const words = wordsOfFile(format, await write(format, orderFor(saying(planted))));
    expect(saidIn(words, [planted, "een zin die er niet staat"])).toEqual([planted]);
  }, 60_000);

  it("a word of 5,000 letters is whole in a heading, a statement and a cell", async () => {
    const words = comparable(otherReaders[format].read(await write(format, orderFor(withWord("kraan".repeat(1000))))));
    // Of the heading also in the list of contents, which LibreOffice and pandoc read with the text.
    expect(words.match(/(?:kraan){1000}/gu)?.length).toBeGreaterThanOrEqual(3);
  }, 60_000);

  it("a text without translation stands in its own language, marked", async () => {
    const words = comparable(otherReaders[format].read(await write(format, everyBlockOrder("en"))));
    expect(words).toContain(comparable("Alleen in het Nederlands. [not yet translated into English]"));
    expect(words).toContain(comparable("Het verschil zit in de meetwijze. [not yet translated into English]"));
  }, 60_000);

  it("a table of 2,000 rows is whole, in seconds and within its memory", async () => {
    const rows = Array.from({ length: 2000 }, (_, at) => ({ depth: 0, cells: [[{ plain: `rij ${at}` }], [{ plain: "kraan" }]] }));
    const table = { piece: "table" as const, caption: { plain: "Kranen" }, columns: [{ plain: "Nummer" }, { plain: "Wat" }], rows };
    const order = orderFor(studyWith({ 1: { blocks: [{ kind: "data", pieces: [table] }] } }));
    const before = process.memoryUsage().rss;
    const started = performance.now();
    const file = await write(format, order);
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
    expect(tableRowsOf(format, file)).toContain(2000);
  }, 120_000);
});

describe("the head of a table of many pages", () => {
  it("stands on each of them, or is marked to be repeated", async () => {
    const rows = Array.from({ length: 2000 }, (_, at) => ({ depth: 0, cells: [[{ plain: `rij ${at}` }]] }));
    const table = { piece: "table" as const, caption: { plain: "Kranen" }, columns: [{ plain: "Nummer van de kraan" }], rows };
    const order = orderFor(studyWith({ 1: { blocks: [{ kind: "data", pieces: [table] }] } }));
    const pages = pagesOf(await write("pdf", order)).filter((page) => /rij \d/u.test(page));
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.filter((page) => !page.includes("Nummer van de kraan"))).toEqual([]);
    expect(partsOf(await write("docx", order))["word/document.xml"]).toMatch(/<w:tblHeader\/>.{0,2000}Nummer van de kraan/su);
    expect(partsOf(await write("odt", order))["content.xml"]).toMatch(/<table:table-header-rows>.{0,2000}Nummer van de kraan/su);
    expect(new TextDecoder().decode(await write("html", order))).toMatch(/<thead>.{0,500}Nummer van de kraan/su);
  }, 120_000);
});

describe("a picture that is broken or enormous", () => {
  /** The head of the logo of the template, with another size in it. */
  const sized = (width: number, height: number) => {
    const bytes = Uint8Array.from(logo());
    new DataView(bytes.buffer).setUint32(16, width);
    new DataView(bytes.buffer).setUint32(20, height);
    return bytes;
  };
  const factsWith = async (bytes: Uint8Array) => {
    const template = await openTemplate(templateDocx({ parts: { "word/media/image1.png": bytes } }));
    if (!("parts" in template)) throw new Error(JSON.stringify(template));
    return { template, facts: factsOf(template) };
  };

  it.each([
    ["cut off", logo().subarray(0, 200)],
    ["of 100 million pixels", sized(10_000, 10_000)],
    ["of no height", sized(360, 0)],
    ["only named so", new TextEncoder().encode("\u0089PNG, or not")],
  ])("in a template is left out and counted where it is %s; the file is valid", async (_, bytes) => {
    const { template, facts } = await factsWith(bytes);
    expect(facts).toMatchObject({ pictures: [], picturesLeft: 1 });
    const file = await writeDocx({ ...everyBlockOrder(), house: { template, facts, mapping: proposeMapping(facts) } });
    expect(Object.keys(partsOf(file)).filter((path) => path.includes("media/house-"))).toEqual([]);
    expect(againstOoxml(file)).toEqual([]);
  });

  it("in a template that is sound is kept", async () => {
    expect((await factsWith(logo())).facts).toMatchObject({ pictures: [{ path: "word/media/image1.png", shown: true }], picturesLeft: 0 });
  });

  it("of ours is drawn coarser than it would be, so that no document takes gigabytes", () => {
    const shapes = [{ kind: "box" as const, x: 0, y: 0, width: 10, height: 10, tone: "plain" as const }];
    const png = picturePng({ title: "Hoog", description: "Een hoge figuur.", width: 1000, height: 50_000, shapes }, "nl");
    const size = pictureSizeIfSound(png, "png");
    expect((size?.width ?? 0) * (size?.height ?? 0)).toBeLessThanOrEqual(16_000_000 * 1.01);
    const small = picturePng({ title: "Klein", description: "Een kleine figuur.", width: 300, height: 200, shapes }, "nl");
    expect(pictureSizeIfSound(small, "png")).toEqual({ width: 600, height: 400 });
  });
});
