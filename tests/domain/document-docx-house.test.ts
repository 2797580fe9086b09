import { beforeAll, describe, expect, it } from "vitest";
import type { EditionContent } from "~/domain/document/content";
import { proposeMapping } from "~/domain/house-style/propose-mapping";
import type { StyleMapping } from "~/domain/house-style/slots";
import type { BlockDocument, ListItem } from "~/domain/text/document";
import type { House } from "~/platform/docx/house/house";
import { openTemplate } from "~/platform/docx/house/open-template.server";
import { factsOf } from "~/platform/docx/house/read-template.server";
import { readDocx } from "~/platform/docx/read-docx.server";
import { writeDocx } from "~/platform/docx/write-docx.server";
import { paragraphsOf, partsOf, readWithPandoc } from "../support/docx";
import { studyWith } from "../support/edition-content";
import { editInLibreOffice } from "../support/libreoffice";
import { dutchStyles, logo, paragraph, section, style, templateDocx, type TemplateMade } from "../support/template-docx";
import { orderFor } from "../support/write-order";

/** A study with a table without a head, one with a head, plain text, and a list with signs and one with numbers. */
function richStudy(): EditionContent {
  const line = (text: string) => ({ type: "paragraph" as const, content: [{ type: "text" as const, text }] });
  const item = (text: string): ListItem => ({ type: "list_item", content: [line(text)] });
  const bullets = { type: "bullet_list" as const, content: [item("Met een teken")] };
  const numbers = { type: "ordered_list" as const, content: [item("Met een nummer")] };
  const body: BlockDocument = { type: "doc", content: [line("Gewone tekst."), bullets, numbers] };
  const table = {
    piece: "table" as const,
    caption: { local: { nl: "Kranen" } },
    columns: [{ local: { nl: "Kraan" } }],
    rows: [{ depth: 0, cells: [[{ plain: "Markt" }]] }],
  };
  return studyWith({
    1: { blocks: [{ kind: "text", id: "b1", text: { language: "nl", body, translations: [] }, links: [] }] },
    2: { blocks: [{ kind: "data", pieces: [{ piece: "colophon" }, table] }] },
  });
}

async function houseOf(made: TemplateMade = {}, chosen: StyleMapping = {}): Promise<House> {
  const template = await openTemplate(templateDocx(made));
  if (!("parts" in template)) throw new Error(JSON.stringify(template));
  const facts = factsOf(template);
  return { template, facts, mapping: { ...proposeMapping(facts), ...chosen } };
}
const write = async (house: House, language = "nl") => writeDocx({ ...orderFor(richStudy(), language), house });
const edgesIn = (parts: Record<string, string>, place: string) =>
  Object.entries(parts).flatMap(([path, xml]) => (path.startsWith(`word/house${place}`) ? [xml] : []));
const textIn = (xml: string) =>
  paragraphsOf(xml)
    .map(({ text }) => text)
    .join(" ");

let file: Uint8Array;
let parts: Record<string, string>;
beforeAll(async () => {
  file = await write(await houseOf());
  parts = partsOf(file);
});

describe("a Word file in house style", () => {
  it("has the same bytes for the same order", async () => {
    expect(Buffer.from(await write(await houseOf())).equals(Buffer.from(file))).toBe(true);
  });

  it("names the styles of the template", () => {
    const body = paragraphsOf(parts["word/document.xml"] ?? "");
    const styleOf = (text: string) => body.find((each) => each.text.startsWith(text))?.style;
    expect(styleOf("1 Deel 1")).toBe("Kop1");
    expect(styleOf("1.1 Deel 1.1")).toBe("Kop2");
    expect(styleOf("Tabel 1. Kranen")).toBe("Bijschrift");
    expect(styleOf("Markt")).toBe("Tabeltekst");
    expect(styleOf("Met een teken")).toBe("Lijstopsomteken");
    expect(parts["word/document.xml"]).toContain('<w:tblStyle w:val="Huisstijltabel"/>');
    expect(parts["word/styles.xml"]).toContain('<w:style w:type="paragraph" w:styleId="Kop1">');
  });

  it("sets the first row of a table apart where it is a head, and no fact of the colophon", () => {
    const looks = [...(parts["word/document.xml"] ?? "").matchAll(/<w:tblLook w:val="(\d+)" w:firstRow="(\d)"/gu)];
    expect(looks.slice(0, 2).map(([, value, first]) => [value, first])).toEqual([
      ["0400", "0"],
      ["0420", "1"],
    ]);
  });

  it("lets a statement rest on the style chosen for it, under the name by which it is found again", () => {
    const own = /<w:style [^>]*w:styleId="Statement".*?<\/w:style>/su.exec(parts["word/styles.xml"] ?? "")?.[0];
    expect(own).toContain('<w:basedOn w:val="Uitspraak"/>');
    expect(own).not.toContain("w:rFonts");
  });

  it("uses every style that it names, and none of our typefaces", () => {
    const styles = new Set([...(parts["word/styles.xml"] ?? "").matchAll(/w:styleId="([^"]+)"/gu)].map(([, id]) => id));
    const pages = [parts["word/document.xml"] ?? "", ...edgesIn(parts, "Header"), ...edgesIn(parts, "Footer")].join("");
    const named = new Set([...pages.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"/gu)].map(([, id]) => id));
    expect([...named].filter((id) => !styles.has(id))).toEqual([]);
    expect(`${parts["word/styles.xml"]}${pages}`).not.toMatch(/w:ascii="(?:Hanken Grotesk|Source Serif 4)"/u);
  });

  it("counts the headings itself, and a heading of the template no more", () => {
    const heading = /<w:style [^>]*w:styleId="Kop1".*?<\/w:style>/su.exec(parts["word/styles.xml"] ?? "")?.[0];
    expect(heading).toContain('<w:numPr><w:numId w:val="0"/></w:numPr>');
    const bullet = /Lijstopsomteken"\/><w:numPr><w:ilvl w:val="0"\/><w:numId w:val="(\d+)"/u.exec(parts["word/document.xml"] ?? "")?.[1];
    expect(parts["word/numbering.xml"]).toMatch(new RegExp(`<w:num w:numId="${bullet}"><w:abstractNumId w:val="1001"`, "u"));
    expect(parts["word/numbering.xml"]).toMatch(/w:abstractNumId="1001".*?<w:lvlText w:val="»"\/>/su);
  });

  it("begins with the cover, filled in, as a section of its own", () => {
    const body = paragraphsOf(parts["word/document.xml"] ?? "");
    expect(body.slice(1, 4).map(({ text }) => text)).toEqual([
      "Kranen in de stad",
      "Opdrachtgever: De gemeente",
      "1 juli 2026, Concept, voor commentaar",
    ]);
    expect((parts["word/document.xml"] ?? "").match(/<w:sectPr>/gu)).toHaveLength(2);
    expect(parts["word/document.xml"]).not.toContain("Tekst van het sjabloon");
  });

  it("has the head, the foot and the logo of the template, and ours below them on every page of text", () => {
    const [cover, page] = edgesIn(parts, "Header").map(textIn);
    expect(cover).toBe(" Ministerie van Kranen  Niet af: 1 sectie heeft nog geen geldig akkoord (van de 4) Voorbeeld");
    expect(page).toContain("Ministerie van Kranen Concept, voor commentaar · Kranen in de stad");
    const feet = edgesIn(parts, "Footer");
    expect(textIn(feet[0] ?? "")).toBe("Postbus 1, Waterstad");
    expect(textIn(feet[1] ?? "")).toContain("Postbus 1, Waterstad Editie 1, versie 2 · sha256 ab12 ab12 ab12 ab12\tpagina ");
    expect(feet[1]).toContain("NUMPAGES");
    expect(edgesIn(parts, "Header").every((xml) => xml.includes("PowerPlusWaterMarkObject1"))).toBe(true);
    const media = Object.keys(parts).filter((path) => path.startsWith("word/media/house-"));
    expect(media).toHaveLength(1);
  });

  it("is as wide as the page of the template", () => {
    expect(parts["word/document.xml"]).toContain('<w:tblW w:type="dxa" w:w="8560"/>');
    expect(parts["word/document.xml"]).toMatch(/<w:pgMar w:top="2200" w:right="1246"[^>]*\/><\/w:sectPr><\/w:body>/u);
  });

  it("says its own language, whatever the template's is", async () => {
    const english = partsOf(await write(await houseOf(), "en"))["word/styles.xml"] ?? "";
    expect([...english.matchAll(/<w:lang w:val="([^"]+)"/gu)].map(([, language]) => language)).toEqual(["en-GB"]);
  });

  it("reads back as what it is: its origin, and every statement unchanged", async () => {
    const plain = await readDocx(await writeDocx(orderFor(richStudy())));
    const read = await readDocx(file);
    expect(read.statements.length).toBeGreaterThan(0);
    expect(read.statements).toEqual(plain.statements);
    expect(read.provenance).toBe(plain.provenance);
  });

  it("is read by pandoc and by LibreOffice, which keeps head, styles and statements when it saves", async () => {
    expect(readWithPandoc(file)).toContain("Gewone tekst.");
    const saved = editInLibreOffice(file, "docx");
    const kept = partsOf(saved);
    expect(Object.entries(kept).some(([path, xml]) => /^word\/header\d*\.xml$/u.test(path) && xml.includes("Ministerie van Kranen"))).toBe(
      true,
    );
    expect(kept["word/styles.xml"]).toContain('w:val="Uitspraak"');
    expect((await readDocx(saved)).statements.map(({ anchor, text }) => [anchor, text])).toEqual(
      (await readDocx(file)).statements.map(({ anchor, text }) => [anchor, text]),
    );
  }, 60_000);
});

describe("a template that is unusual", () => {
  it("gives up a style that has the name of one of ours, and keeps it under another", async () => {
    const more = style("paragraph", "GroundLine", "Ground line", "<w:rPr><w:b/></w:rPr>");
    const house = await houseOf({ styles: dutchStyles + more, header: paragraph("Kop", "GroundLine") });
    delete house.mapping.groundLine;
    const clashing = partsOf(await write(house));
    expect((clashing["word/styles.xml"] ?? "").match(/w:styleId="GroundLine"/gu)).toHaveLength(1);
    expect(clashing["word/styles.xml"]).toContain(
      '<w:style w:type="paragraph" w:styleId="GroundLineTemplate"><w:name w:val="Ground line (template)"/>',
    );
    expect(edgesIn(clashing, "Header")[0]).toContain('<w:pStyle w:val="GroundLineTemplate"/>');
  });

  it("says classification and page numbers once where its head and foot have them, and fills them in", async () => {
    const page = '<w:p><w:r><w:t>Blad </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>';
    const made = partsOf(await write(await houseOf({ header: paragraph("{rubricering} & meer".replace("&", "&amp;")), footer: page })));
    const head = edgesIn(made, "Header").map(textIn).at(-1) ?? "";
    expect(head).toContain("Concept, voor commentaar & meer");
    expect(head).not.toContain("· Kranen in de stad");
    expect(edgesIn(made, "Footer").at(-1)).not.toContain("NUMPAGES");
  });

  it("keeps nothing but text and pictures: links, fields that change, bookmarks and comments stay behind", async () => {
    const link = '<w:hyperlink r:id="rId77"><w:r><w:t>Ministerie</w:t></w:r></w:hyperlink>';
    const date =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1 mei</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const header = `<w:p>${link}<w:bookmarkStart w:id="0" w:name="F1"/><w:commentReference w:id="3"/>${date}</w:p>`;
    const made = partsOf(await write(await houseOf({ header })));
    const head = edgesIn(made, "Header").at(-1) ?? "";
    expect(textIn(head)).toContain("Ministerie1 mei");
    expect(head).not.toMatch(/rId77|w:hyperlink|w:bookmark|w:comment|>DATE/u);
  });

  it("without a cover, heads or feet has those of ours, and a style of its own for plain text is used for it", async () => {
    const styles = `${dutchStyles}${style("paragraph", "Broodtekst", "Broodtekst", '<w:basedOn w:val="Standaard"/>')}`;
    const bare = section("");
    const made = partsOf(
      await write(
        await houseOf(
          {
            styles,
            parts: {
              "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${paragraph("x")}${bare}</w:body></w:document>`,
            },
          },
          { body: "Broodtekst" },
        ),
      ),
    );
    const body = paragraphsOf(made["word/document.xml"] ?? "");
    expect(body[0]?.text).toBe("Kranen in de stad");
    expect(body.find(({ text }) => text === "Gewone tekst.")?.style).toBe("Broodtekst");
    expect(edgesIn(made, "Header").map(textIn)).toEqual([
      expect.stringContaining("Concept, voor commentaar · Kranen in de stad") as string,
    ]);
  });

  it("has a picture that is none left out, and its logo otherwise byte for byte", async () => {
    const made = partsOf(await write(await houseOf({ parts: { "word/media/image1.png": "<svg onload='x'/>" } })));
    expect(Object.keys(made).filter((path) => path.includes("media/house-"))).toEqual([]);
    expect(edgesIn(made, "Header").join("")).not.toContain("r:embed");
    expect(Buffer.from(logo()).subarray(1, 4).toString()).toBe("PNG");
  });
});
