import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { redline } from "~/domain/document/redline";
import { proposeMapping } from "~/domain/house-style/propose-mapping";
import { openTemplate } from "~/platform/docx/house/open-template.server";
import { factsOf } from "~/platform/docx/house/read-template.server";
import { writeDocx } from "~/platform/docx/write-docx.server";
import { writeTableDocx } from "~/platform/docx/write-table-docx.server";
import { finding, link, passage } from "../support/edition-content";
import { everyBlock, everyBlockOrder, withPicture } from "../support/every-block";
import { againstOoxml, checkedParts } from "../support/ooxml";
import { paragraph, section, templateDocx, type TemplateMade } from "../support/template-docx";
import { orderFor, orderOf } from "../support/write-order";

/** The study with other words, a statement less and one more: something to mark. */
function redlined() {
  const before = withPicture(orderFor(everyBlock()).document);
  const statements = [
    finding("F1", "1.1", { text: passage("Bewering F1 & meer."), links: [link("excerpt", "S01:2", "contradicts")] }),
    finding("F2", "1.1", { text: passage("Dit is nieuw.") }),
  ];
  return orderOf(redline(before, withPicture(orderFor(everyBlock({ statements })).document)));
}

/** The study without one of its sections, without what it is limited by, and with another heading. */
function sectionsDropped() {
  const before = withPicture(orderFor(everyBlock()).document);
  const [, first, ...sections] = before.sections;
  const kept = sections.slice(0, -1).map((one) => ({ ...one, blocks: one.blocks.filter(({ kind }) => kind !== "limitations") }));
  return orderOf(redline(before, { ...before, sections: first ? [{ ...first, heading: "Anders" }, ...kept] : kept }));
}

async function housed(made: TemplateMade = {}) {
  const template = await openTemplate(templateDocx(made));
  if (!("parts" in template)) throw new Error(JSON.stringify(template));
  const facts = factsOf(template);
  return { ...everyBlockOrder(), house: { template, facts, mapping: proposeMapping(facts) } };
}

const bare = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${paragraph("x")}${section("")}</w:body></w:document>`;

describe("by the schemas of ECMA-376", () => {
  it.each([
    ["in Dutch", () => everyBlockOrder()],
    ["in English, with translations missing and behind", () => everyBlockOrder("en")],
    ["that is final, without a word behind its pages", () => everyBlockOrder("nl", { purpose: "final" })],
    [
      "with hostile words",
      () => everyBlockOrder("nl", { title: { nl: '</w:t> & "q" \u0000\u0007\uFFFE 👩🏽‍🚀 شلום' }, notice: { nl: "<w:p/>" } }),
    ],
    ["with tracked changes", redlined],
    ["with dropped sections", sectionsDropped],
    ["in house style", () => housed()],
    ["in a house style without cover, head and foot", () => housed({ parts: { "word/document.xml": bare } })],
  ])("a document %s is valid", async (_, order) => {
    expect(againstOoxml(await writeDocx(await order()))).toEqual([]);
  });

  it("a list of changes is valid", async () => {
    const table = {
      kind: "table" as const,
      language: "nl",
      caption: null,
      head: [{ lines: [], header: true as const }],
      rows: [[{ lines: [] }]],
    };
    const file = await writeTableDocx({
      language: "nl",
      title: "Wat veranderde",
      intro: ["x"],
      table,
      head: "Kop",
      notice: "Voorbeeld",
      page: "p",
      of: "van",
    });
    expect(againstOoxml(file)).toEqual([]);
  });

  it("each part is looked at, and one that is not valid is told", async () => {
    const file = await writeDocx(everyBlockOrder());
    expect(checkedParts(file)).toEqual(
      expect.arrayContaining([
        "document.xml",
        "styles.xml",
        "numbering.xml",
        "footnotes.xml",
        "settings.xml",
        "header1.xml",
        "footer1.xml",
        "[Content_Types].xml",
        "document.xml.rels",
      ]),
    );
    const parts = unzipSync(file);
    // Read and written again by us, a prefix that nothing declares would not be noticed.
    const properties = strFromU8(parts["docProps/core.xml"] ?? new Uint8Array()).replace("<dc:title>", "<nobody:own/><dc:title>");
    expect(againstOoxml(zipSync({ ...parts, "docProps/core.xml": strToU8(properties) })).join("\n")).toContain("docProps/core.xml");
    const body = strFromU8(parts["word/document.xml"] ?? new Uint8Array()).replace("<w:body>", "<w:body><w:r/>");
    expect(againstOoxml(zipSync({ ...parts, "word/document.xml": strToU8(body) })).join("\n")).toContain("word/document.xml");
  });
});
