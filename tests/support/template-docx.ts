import { Resvg } from "@resvg/resvg-js";
import { strToU8, zipSync } from "fflate";

const spaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A logo that is nobody's: a bar and a disc. */
export const logo = (): Uint8Array =>
  new Resvg(
    '<svg xmlns="http://www.w3.org/2000/svg" width="360" height="120"><rect width="24" height="120" fill="#154273"/><circle cx="90" cy="60" r="44" fill="#39870C"/><rect x="150" y="34" width="190" height="18" fill="#154273"/><rect x="150" y="66" width="130" height="18" fill="#154273"/></svg>',
  )
    .render()
    .asPng();

/** A style as Word writes it. */
export const style = (type: string, id: string, name: string, inside = "", isDefault = false): string =>
  `<w:style w:type="${type}"${isDefault ? ' w:default="1"' : ""} w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;

const run = (size: number, colour: string, more = "") =>
  `<w:rPr><w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/>${more}<w:color w:val="${colour}"/><w:sz w:val="${size}"/></w:rPr>`;
const based = '<w:basedOn w:val="Standaard"/><w:next w:val="Standaard"/>';

/** The styles of a template that a Dutch Word made: ids in Dutch, names of built-in styles in English; headings that count by themselves. */
export const dutchStyles = [
  style("paragraph", "Standaard", "Normal", '<w:pPr><w:spacing w:after="120" w:line="280" w:lineRule="auto"/></w:pPr>', true),
  style("paragraph", "Titel", "Title", `${based}<w:pPr><w:spacing w:before="600" w:after="240"/></w:pPr>${run(48, "154273")}`),
  style(
    "paragraph",
    "Kop1",
    "heading 1",
    `${based}<w:pPr><w:keepNext/><w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:before="480" w:after="160"/><w:outlineLvl w:val="0"/></w:pPr>${run(32, "154273", "<w:b/>")}`,
  ),
  style(
    "paragraph",
    "Kop2",
    "heading 2",
    `${based}<w:pPr><w:keepNext/><w:spacing w:before="320" w:after="120"/><w:outlineLvl w:val="1"/></w:pPr>${run(24, "154273", "<w:b/>")}`,
  ),
  style("paragraph", "Kop3", "heading 3", `${based}<w:pPr><w:keepNext/><w:outlineLvl w:val="2"/></w:pPr>${run(20, "39870C", "<w:b/>")}`),
  style(
    "paragraph",
    "Lijstopsomteken",
    "List Bullet",
    `<w:basedOn w:val="Standaard"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr><w:contextualSpacing/></w:pPr>`,
  ),
  style("paragraph", "Bijschrift", "caption", `${based}<w:pPr><w:keepNext/></w:pPr>${run(17, "154273", "<w:i/>")}`),
  style(
    "paragraph",
    "Koptekst",
    "header",
    `<w:basedOn w:val="Standaard"/><w:pPr><w:tabs><w:tab w:val="center" w:pos="4536"/><w:tab w:val="right" w:pos="9072"/></w:tabs></w:pPr>${run(15, "535353")}`,
  ),
  style(
    "paragraph",
    "Voettekst",
    "footer",
    `<w:basedOn w:val="Standaard"/><w:pPr><w:tabs><w:tab w:val="center" w:pos="4536"/></w:tabs></w:pPr>${run(15, "535353")}`,
  ),
  style(
    "paragraph",
    "Tabeltekst",
    "Tabeltekst",
    `<w:basedOn w:val="Standaard"/><w:pPr><w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/></w:pPr>${run(16, "000000")}`,
  ),
  style("paragraph", "Citaat", "Quote", `${based}<w:pPr><w:ind w:left="284"/></w:pPr>${run(18, "154273", "<w:i/>")}`),
  style(
    "paragraph",
    "Uitspraak",
    "Uitspraak",
    `${based}<w:pPr><w:spacing w:before="200" w:after="60"/></w:pPr>${run(19, "154273", "<w:b/>")}`,
  ),
  style("paragraph", "Voetnoottekst", "footnote text", `<w:basedOn w:val="Standaard"/>${run(15, "000000")}`),
  style("character", "Voetnootmarkering", "footnote reference", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'),
  style("character", "Hyperlink", "Hyperlink", '<w:rPr><w:color w:val="01689B"/><w:u w:val="single"/></w:rPr>'),
  style("table", "Standaardtabel", "Normal Table", "", true),
  style(
    "table",
    "Huisstijltabel",
    "Huisstijltabel",
    '<w:tblPr><w:tblBorders><w:bottom w:val="single" w:sz="8" w:color="154273"/><w:insideH w:val="single" w:sz="4" w:color="B4C6DB"/></w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="154273"/></w:tcPr></w:tblStylePr>',
  ),
].join("");

const picture = (id: string) =>
  `<w:r><w:drawing><wp:inline><wp:extent cx="1714500" cy="571500"/><wp:docPr id="7" name="Logo" descr="Logo"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="7" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1714500" cy="571500"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

/** A paragraph of a template. */
export const paragraph = (text: string, id?: string, more = ""): string =>
  `<w:p>${id || more ? `<w:pPr>${id ? `<w:pStyle w:val="${id}"/>` : ""}${more}</w:pPr>` : ""}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** The properties of a section: head and foot, A4, a text that is 8,560 wide. */
export const section = (references: string): string =>
  `<w:sectPr>${references}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2200" w:right="1246" w:bottom="1400" w:left="2100" w:header="600" w:footer="500" w:gutter="0"/></w:sectPr>`;
const references = '<w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/>';
const coverBody =
  `<w:p><w:r><w:br/></w:r>${picture("rId9")}</w:p>${paragraph("{title}", "Titel")}${paragraph("Opdrachtgever: {client}")}${paragraph("{date}, {classif")}`.replace(
    "{classif</w:t></w:r>",
    "{classif</w:t></w:r><w:r><w:t>ication}</w:t></w:r>",
  );

/** What a template is made of; every part can be replaced or added. */
export interface TemplateMade {
  styles?: string;
  /** What stands in the body before its section. */
  body?: string;
  header?: string;
  footer?: string;
  /** Relationships of the document beside those of its own parts. */
  relations?: string;
  /** The main content type of the document. */
  mainType?: string;
  types?: string;
  settings?: string;
  parts?: Record<string, Uint8Array | string>;
}

/** A template as a packed Word file: a cover with a logo, a head with a logo and a name, a foot, styles of a Dutch Word. */
export function templateDocx(made: TemplateMade = {}): Uint8Array {
  const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  const override = (part: string, type: string) => `<Override PartName="/word/${part}.xml" ContentType="${type}+xml"/>`;
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`;
  const relations = (inside: string) =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  const body = made.body ?? `${coverBody}<w:p><w:pPr>${section(references)}</w:pPr></w:p>${paragraph("Tekst van het sjabloon", "Kop1")}`;
  const list = (id: number, format: string, sign: string) =>
    `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${sign}"/><w:pPr><w:ind w:left="284" w:hanging="284"/></w:pPr></w:lvl></w:abstractNum>`;
  const parts: Record<string, Uint8Array | string> = {
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${made.mainType ?? `${word}.document.main+xml`}"/>${override("styles", `${word}.styles`)}${override("numbering", `${word}.numbering`)}${override("settings", `${word}.settings`)}${override("header1", `${word}.header`)}${override("footer1", `${word}.footer`)}${made.types ?? ""}</Types>`,
    "_rels/.rels": relations(relation("rId1", "officeDocument", "word/document.xml")),
    "word/document.xml": `${head}<w:document ${spaces}><w:body>${body}${section(references)}</w:body></w:document>`,
    "word/_rels/document.xml.rels": relations(
      relation("rId1", "header", "header1.xml") +
        relation("rId2", "footer", "footer1.xml") +
        relation("rId3", "styles", "styles.xml") +
        relation("rId4", "numbering", "numbering.xml") +
        relation("rId5", "settings", "settings.xml") +
        relation("rId9", "image", "media/image1.png") +
        (made.relations ?? ""),
    ),
    "word/styles.xml": `${head}<w:styles ${spaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/><w:sz w:val="18"/><w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault></w:docDefaults>${made.styles ?? dutchStyles}</w:styles>`,
    "word/numbering.xml": `${head}<w:numbering ${spaces}>${list(0, "decimal", "%1")}${list(1, "bullet", "»")}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    "word/settings.xml": `${head}<w:settings ${spaces}>${made.settings ?? ""}</w:settings>`,
    "word/header1.xml": `${head}<w:hdr ${spaces}>${made.header ?? `<w:p><w:pPr><w:pStyle w:val="Koptekst"/></w:pPr>${picture("rId1")}</w:p>${paragraph("Ministerie van Kranen", "Koptekst")}`}</w:hdr>`,
    "word/_rels/header1.xml.rels": relations(relation("rId1", "image", "media/image1.png")),
    "word/footer1.xml": `${head}<w:ftr ${spaces}>${made.footer ?? paragraph("Postbus 1, Waterstad", "Voettekst")}</w:ftr>`,
    "word/media/image1.png": logo(),
    ...made.parts,
  };
  const packed = Object.entries(parts).map(([path, content]) => [path, typeof content === "string" ? strToU8(content) : content]);
  return zipSync(Object.fromEntries(packed) as Record<string, Uint8Array>, { mtime: new Date(1980, 0, 1) });
}
