import { beforeAll, describe, expect, it } from "vitest";
import { exampleFile, exampleLanguages } from "../support/example";
import { againstSchema } from "../support/odt";
import { againstOoxml } from "../support/ooxml";
import { elementsOf, openWithPdfJs } from "../support/pdf-js";
import { attachmentsOf, structureOf, type Element } from "../support/poppler";
import { headingsOf } from "../support/read-by-others";

describe.each(exampleLanguages)("the files of the example in %s", (language) => {
  it("are valid by the schemas of ECMA-376 and of OpenDocument 1.3", () => {
    expect(againstOoxml(exampleFile(language, "docx"))).toEqual([]);
    expect(againstSchema(exampleFile(language, "odt"))).toEqual([]);
  });
});

describe.each(exampleLanguages)("the structure of the PDF of the example in %s, as poppler reads it", (language) => {
  let structure: Element[];
  beforeAll(() => {
    structure = structureOf(exampleFile(language, "pdf"));
  });
  const levels = () => structure.flatMap(({ role }) => (/^H[1-6]$/u.test(role) ? [Number(role.slice(1))] : []));

  it("has the headings of the HTML file, in their order", () => {
    const words = (text: string) => text.replaceAll(/[\s\u00A0]+/gu, " ").trim();
    const headings = structure.filter(({ role }) => /^H[1-6]$/u.test(role)).map(({ text }) => words(text));
    const given = headingsOf(exampleFile(language, "html")).map(words);
    expect(headings).toEqual(given);
    const first = { nl: ["Colofon", "Inhoud", "Tabellen", "Figuren"], en: ["Colophon", "Contents", "Tables", "Figures"] };
    expect(headings.slice(0, 4)).toEqual(first[language]);
  });

  it("skips no level of its headings", () => {
    expect(levels().length).toBeGreaterThan(50);
    expect(levels().filter((level, at, all) => level > (all[at - 1] ?? 0) + 1)).toEqual([]);
  });

  it("has for every table but the colophon a row of heads that say what they head, and no head elsewhere that says nothing", () => {
    const tables = structure.filter(({ role }) => role === "Table").length;
    const heads = structure.filter(({ role }) => role === "TH");
    expect(structure.filter(({ role }) => role === "THead")).toHaveLength(tables - 1);
    expect(tables).toBeGreaterThan(20);
    expect(heads.filter(({ attributes, text }) => !attributes.some((each) => each.startsWith("/Scope")) || text.trim() === "")).toEqual([]);
  });

  it("says every figure in words, and what language a passage in another one is", async () => {
    const elements = await elementsOf(exampleFile(language, "pdf"));
    const figures = elements.filter(({ role }) => role === "Figure");
    expect(figures).toHaveLength(10);
    expect(figures.filter(({ alt }) => alt.length < 40)).toEqual([]);
    expect(elements.map(({ lang }) => lang)).toContain(language === "nl" ? "en-GB" : "nl-NL");
  });

  it("says its title, its language and where its chapters are, and the archive carries its manifest", async () => {
    const open = await openWithPdfJs(exampleFile(language, "pdf"));
    const { info } = await open.getMetadata();
    expect(info).toMatchObject({ Language: language === "nl" ? "nl-NL" : "en-GB" });
    const chapters = headingsOf(exampleFile(language, "html"), 1);
    expect((await open.getOutline()).map(({ title }) => title.replaceAll(/[\s\u00A0]+/gu, " "))).toEqual(chapters);
    await open.destroy();
    const attached = attachmentsOf(exampleFile(language, "archive"));
    expect(Object.keys(attached).toSorted()).toEqual(["manifest.json", "provenance.jsonld"]);
    expect(JSON.parse(attached["manifest.json"] ?? "")).toMatchObject({ compiledAt: expect.any(String) as string });
  });
});
