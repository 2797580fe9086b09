import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readTemplate } from "~/platform/docx/house/read-template.server";
import { paragraph, templateDocx, type TemplateMade } from "../support/template-docx";

const external = (type: string, target: string) =>
  `<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`;
const internal = (type: string, target: string) => external(type, target).replace(' TargetMode="External"', "");
const rels = (inside: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
const field = (...pieces: string[]) =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${pieces.map((text) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`).join("")}<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>was</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
const foundIn = async (made: TemplateMade) => {
  const read = await readTemplate(templateDocx(made));
  return "found" in read ? read.found : read;
};
const header = "word/header1.xml";

describe("a template that is refused", () => {
  it.each<[string, TemplateMade, { kind: string; part: string; found: string }]>([
    ["holds macros", { parts: { "word/vbaProject.bin": "x" } }, { kind: "macros", part: "word/vbaProject.bin", found: "vbaProject.bin" }],
    [
      "is of a type with macros",
      { mainType: "application/vnd.ms-word.document.macroEnabled.main+xml" },
      { kind: "macros", part: "word/document.xml", found: "document.xml" },
    ],
    [
      "holds a control",
      { parts: { "word/activeX/activeX1.bin": "x" } },
      { kind: "activeX", part: "word/activeX/activeX1.bin", found: "activeX1.bin" },
    ],
    [
      "holds a file",
      { parts: { "word/embeddings/oleObject1.bin": "x" } },
      { kind: "embedded", part: "word/embeddings/oleObject1.bin", found: "oleObject1.bin" },
    ],
    [
      "takes in another file",
      { body: '<w:altChunk r:id="rId99"/>', relations: internal("aFChunk", "chunk.html") },
      { kind: "foreignContent", part: "word/document.xml", found: "word/chunk.html" },
    ],
    [
      "is part of a larger one",
      { body: '<w:subDoc r:id="rId99"/>', relations: external("subDocument", "other.docx") },
      { kind: "foreignContent", part: "word/document.xml", found: "other.docx" },
    ],
    [
      "shows a picture from elsewhere",
      { relations: external("image", "https://example.org/logo.png") },
      { kind: "external", part: "word/document.xml", found: "https://example.org/logo.png" },
    ],
    [
      "shows a picture from elsewhere in its head",
      { parts: { "word/_rels/header1.xml.rels": rels(external("image", "https://example.org/l.png")) } },
      { kind: "external", part: header, found: "https://example.org/l.png" },
    ],
    [
      "has a template of its own",
      { parts: { "word/_rels/settings.xml.rels": rels(external("attachedTemplate", "file:///C:/huis.dotm")) } },
      { kind: "attachedTemplate", part: "word/settings.xml", found: "file:///C:/huis.dotm" },
    ],
    [
      "names a picture in an old drawing",
      {
        header:
          '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata src="http://example.org/x.png"/></w:pict></w:r></w:p>',
      },
      { kind: "external", part: header, found: "http://example.org/x.png" },
    ],
    [
      "has a field that fetches text, in pieces",
      { header: field(" INCLUDE", 'TEXT "C:\\\\geheim.txt"') },
      { kind: "field", part: header, found: 'INCLUDETEXT "C:\\\\geheim.txt"' },
    ],
    [
      "has a field that starts a program",
      { body: '<w:p><w:fldSimple w:instr=" ddeauto c:\\\\cmd.exe"/></w:p>' },
      { kind: "field", part: "word/document.xml", found: "ddeauto c:\\\\cmd.exe" },
    ],
    [
      "has a document type",
      { parts: { "word/theme/theme1.xml": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>' } },
      { kind: "documentType", part: "word/theme/theme1.xml", found: "DOCTYPE" },
    ],
    [
      "spells its elements otherwise",
      { footer: '<x:p xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>' },
      { kind: "spelling", part: "word/footer1.xml", found: 'xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"' },
    ],
  ])("%s, and names it", async (_, made, problem) => {
    expect(await foundIn(made)).toContainEqual(problem);
  });

  it("has a part that is no XML, and names it", async () => {
    const found = await foundIn({ parts: { "word/styles.xml": "<w:styles><w:style</w:styles>" } });
    expect(found).toEqual([{ kind: "content", part: "word/styles.xml", found: expect.any(String) as string }]);
  });

  it("names everything that was found, once", async () => {
    const relations = external("image", "https://example.org/logo.png");
    const found = await foundIn({ relations, parts: { "word/vbaProject.bin": "x" } });
    expect(Array.isArray(found) ? found.map(({ kind }) => kind) : found).toEqual(["macros", "external"]);
  });

  it.each([
    ["no Word file", strToU8("Beste lezer"), "zipBroken"],
    ["another packed file", zipSync({ mimetype: strToU8("application/zip") }), "content"],
    ["a bomb", templateDocx({ parts: { "word/media/big.png": new Uint8Array(30 * 1024 * 1024) } }), "zipBomb"],
    ["not whole", templateDocx().subarray(0, 2_000), "zipBroken"],
  ])("is %s", async (_, bytes, problem) => {
    expect(await readTemplate(bytes)).toEqual({ problem });
  });
});

describe("a template that is taken", () => {
  it("tells its styles, head, foot, cover, page and what is left out", async () => {
    const link = external("hyperlink", "https://example.org/");
    const facts = await readTemplate(templateDocx({ relations: link }));
    expect(facts).toMatchObject({
      page: { width: 11906, left: 2100, right: 1246 },
      cover: { rule: "section" },
      placeholders: ["title", "client", "date", "classification"],
      pageNumbers: false,
      pictures: [{ path: "word/media/image1.png", shown: true }],
      links: 1,
    });
    expect("edges" in facts && facts.edges.map(({ place, lines }) => [place, lines.map(({ text }) => text).join("")])).toEqual([
      ["header", "Ministerie van Kranen"],
      ["footer", "Postbus 1, Waterstad"],
    ]);
    const heading = "styles" in facts ? facts.styles.find(({ id }) => id === "Kop1") : undefined;
    expect(heading).toMatchObject({
      name: "heading 1",
      numbered: true,
      look: { font: "Verdana", size: 16, colour: "154273", bold: true, before: 24, after: 8 },
    });
  });

  it.each([
    [
      "a block called cover",
      `<w:sdt><w:sdtPr><w:tag w:val="Omslag"/></w:sdtPr><w:sdtContent>${paragraph("Op de omslag")}</w:sdtContent></w:sdt>${paragraph("Daarna")}`,
      "control",
      ["Op de omslag"],
    ],
    [
      "a page break",
      `${paragraph("Op de omslag")}<w:p><w:r><w:t>Einde</w:t></w:r><w:r><w:br w:type="page"/></w:r><w:r><w:t>Daarna</w:t></w:r></w:p>`,
      "page",
      ["Op de omslag", "Einde"],
    ],
  ])("has its cover up to %s", async (_, body, rule, lines) => {
    const facts = await readTemplate(templateDocx({ body }));
    expect("cover" in facts && facts.cover).toMatchObject({ rule, lines: lines.map((text) => ({ text })) });
  });

  it("has no cover where no section or page ends, or where nothing stands before that", async () => {
    const facts = await Promise.all(
      [paragraph("Alles"), `<w:p><w:r><w:br w:type="page"/></w:r></w:p>${paragraph("Alles")}`].map((body) =>
        readTemplate(templateDocx({ body })),
      ),
    );
    expect(facts.map((each) => "cover" in each && each.cover)).toEqual([null, null]);
  });
});
