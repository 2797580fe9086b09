import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { assembleDocument } from "~/domain/document/assemble-document";
import { placesOf } from "~/domain/document/check-references";
import type { Block, EditionDocument, Inline } from "~/domain/document/model";
import { documentWords } from "~/platform/document-words.server";
import { writeHtml } from "~/platform/html/write-html.server";
import { finding, link, passage, plain, study, studyWith } from "../support/edition-content";
import { allOf, htmlText, idsOf, leadingTo, readDocument, wordsOf } from "../support/html";
import { orderFor, orderOf, testHash } from "../support/write-order";

const file = writeHtml(orderFor(study()));
const page = readDocument(file);

/** The small study in Dutch with more blocks at the end of chapter 1. */
function documentWith(...blocks: Block[]): EditionDocument {
  const document = assembleDocument(study(), "nl", documentWords("nl"));
  return {
    ...document,
    sections: document.sections.map((one) => (one.code === "1" ? { ...one, blocks: [...one.blocks, ...blocks] } : one)),
  };
}
const written = (...blocks: Block[]) => readDocument(writeHtml(orderOf(documentWith(...blocks))));
const text = (words: string, more: Partial<Extract<Inline, { kind: "text" }>> = {}): Inline => ({ kind: "text", text: words, ...more });
const paragraph = (...content: Inline[]): Block => ({ kind: "paragraph", language: "nl", content });

describe("an HTML file of an edition", () => {
  it("holds every statement with its number, which is the place at its home", () => {
    const shown = allOf(page, "div", "statement").map((each) => [
      allOf(each, "div", "words").map(wordsOf),
      allOf(each, "a", "number").map(({ attribs }) => [attribs["id"], attribs["href"]]),
    ]);
    expect(shown).toEqual([
      [["C1 Bewering C1."], [[undefined, "#C1"]]],
      [["F1 Bewering F1."], [["F1", "#F1"]]],
      [["C1 Bewering C1."], [["C1", "#C1"]]],
    ]);
  });

  it("has a ground line under each statement with a link per ground, in words where it does not support", () => {
    const lines = allOf(page, "p", "ground-line");
    expect(lines.map(wordsOf)).toEqual([
      "Grond [F1] · herhaald uit 2",
      "Gronden [S01:1, S01:2 spreekt tegen, O1:K1 context]",
      "Grond [F1]",
    ]);
    expect(lines.map(leadingTo)[1]).toEqual(["g_S01_1", "g_S01_2", "g_O1_K1"]);
  });

  it("has every place of the document once, and no link that leads nowhere", () => {
    const ids = idsOf(page);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(placesOf(assembleDocument(study(), "nl", documentWords("nl")))));
    expect(leadingTo(page).filter((place) => !ids.includes(place))).toEqual([]);
  });

  it("leads from the register back to what stands on each ground", () => {
    const rows = allOf(page, "tr").filter((row) => allOf(row, "th").some(({ attribs }) => attribs["id"] === "g_S01_2"));
    expect(rows.map(leadingTo)).toEqual([["F1"]]);
  });

  it("has one title, headings that skip no level, and contents that lead to them", () => {
    const heads = ["h1", "h2", "h3", "h4", "h5", "h6"].flatMap((name) => allOf(page, name).map((each) => `${name} ${wordsOf(each)}`));
    expect(heads).toEqual([
      "h1 Kranen in de stad",
      "h2 Inhoud",
      "h2 Deel summary",
      "h2 1 Deel 1",
      "h2 2 Deel 2",
      "h2 Bijlage 1 Deel register",
      "h3 1.1 Deel 1.1",
    ]);
    expect(allOf(page, "nav").map(leadingTo)).toEqual([["sec_summary", "sec_1", "sec_1_1", "sec_2", "sec_register"]]);
  });

  it("brings a heading that lies too deep up to the next level", () => {
    const deep: Block = { kind: "heading", language: "nl", level: 5, content: [text("Te diep")] };
    expect(allOf(written(deep), "h3").map(wordsOf)).toContain("Te diep");
  });

  it("says what it is, what it lacks, that it is an example, and which edition it is", () => {
    expect(allOf(page, "p", "notice").map(wordsOf)).toEqual([
      "Concept, voor commentaar",
      "Niet af: 1 sectie heeft nog geen geldig akkoord (van de 4)",
      "Voorbeeld",
    ]);
    expect(allOf(page, "footer").map(wordsOf)).toEqual(["Editie 1, versie 2 · sha256 ab12 ab12 ab12 ab12"]);
    const meta = new Map(allOf(page, "meta").map(({ attribs }) => [attribs["name"], attribs["content"]]));
    expect([meta.get("grondslag-sha256"), meta.get("grondslag-edition")]).toEqual([testHash, "1.2"]);
  });

  it("carries what it says of its origin as linked data", () => {
    const order = orderFor(study());
    const [data] = allOf(page, "script");
    expect(data?.attribs["type"]).toBe("application/ld+json");
    expect(JSON.parse(data ? wordsOf(data) : "")).toEqual(JSON.parse(order.provenance));
  });

  it("fetches nothing, runs nothing, and allows nothing but its own style", () => {
    const html = htmlText(file);
    expect(allOf(page, "script").filter(({ attribs }) => attribs["type"] !== "application/ld+json")).toEqual([]);
    expect(html).not.toMatch(
      /\s(?:src|srcset|action|style|on\w+)=|<(?:link|img|iframe|object|embed|form|base)\b|@import|url\("(?!data:font)/i,
    );
    const policy = allOf(page, "meta").find(({ attribs }) => attribs["http-equiv"] === "Content-Security-Policy")?.attribs["content"];
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "";
    const digest = createHash("sha256").update(style).digest("base64");
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${digest}'; font-src data:; base-uri 'none'; form-action 'none'`);
  });

  it("is the same bytes for the same order, and marks a concept across the page in print", () => {
    expect(Buffer.from(writeHtml(orderFor(study()))).equals(Buffer.from(file))).toBe(true);
    expect(htmlText(file)).toContain('content:"Concept";position:fixed');
    expect(htmlText(writeHtml(orderFor(study({ purpose: "final" }))))).not.toContain("position:fixed");
  });
});

describe("tables, figures and notes of an HTML file", () => {
  const cell = (words: string, more = {}) => ({ lines: words === "" ? [] : [[text(words)]], ...more });
  const table: Block = {
    kind: "table",
    language: "nl",
    caption: "Lekkages",
    label: "Tabel 1",
    anchor: "tbl_1",
    head: [cell(""), cell("Aantal")],
    rows: [[cell("Noord", { header: true }), cell("3")]],
  };
  const picture: Block = {
    kind: "picture",
    language: "nl",
    label: "Figuur 1",
    anchor: "fig_1",
    picture: {
      title: "Stroom",
      description: "Van bron naar kraan.",
      width: 10,
      height: 10,
      shapes: [{ kind: "text", x: 1, y: 1, text: "kraan <b>" }],
    },
  };

  it("gives a table its number and caption, heads for columns and rows, and no head that is empty", () => {
    const shown = allOf(written(table), "table").find(({ attribs }) => attribs["id"] === "tbl_1");
    expect(shown && allOf(shown, "caption").map(wordsOf)).toEqual(["Tabel 1. Lekkages"]);
    expect(shown && allOf(shown, "th").map((each) => [wordsOf(each), each.attribs["scope"]])).toEqual([
      ["Aantal", "col"],
      ["Noord", "row"],
    ]);
  });

  it("draws a figure with its title and description, and lists tables and figures", () => {
    const document = written(table, picture);
    const [figure] = allOf(document, "figure");
    expect(figure && [allOf(figure, "title"), allOf(figure, "desc"), allOf(figure, "figcaption")].map((each) => each.map(wordsOf))).toEqual(
      [["Stroom"], ["Van bron naar kraan."], ["Figuur 1. Stroom"]],
    );
    expect(figure && allOf(figure, "text").map(wordsOf)).toEqual(["kraan <b>"]);
    const lists = allOf(document, "nav").flatMap((nav) => allOf(nav, "ul"));
    expect(lists.map(wordsOf)).toEqual(["Tabel 1. Lekkages", "Figuur 1. Stroom"]);
    expect(lists.flatMap(leadingTo)).toEqual(["tbl_1", "fig_1"]);
  });

  it("leads from the call of a note to the note and back", () => {
    const document = written(
      paragraph(text("Een"), { kind: "footnote", text: "De eerste." }),
      paragraph(text("Twee"), { kind: "footnote", text: "De tweede." }),
    );
    const notes = allOf(document, "section", "footnotes").flatMap((each) => allOf(each, "li"));
    expect(notes.map((each) => [each.attribs["id"], wordsOf(each), leadingTo(each)])).toEqual([
      ["note_1", "De eerste. ↩", ["call_1"]],
      ["note_2", "De tweede. ↩", ["call_2"]],
    ]);
    expect(allOf(document, "sup").map((each) => [each.attribs["id"], leadingTo(each)])).toEqual([
      ["call_1", ["note_1"]],
      ["call_2", ["note_2"]],
    ]);
  });
});

describe("languages of an HTML file", () => {
  it("marks the document's language, and a passage in another one", () => {
    const content = { ...study(), statements: [finding("F1", "1.1", { text: passage("Alleen Nederlands.") }), finding("C1", "2")] };
    const english = readDocument(writeHtml(orderFor(content, "en")));
    expect(allOf(english, "html")[0]?.attribs["lang"]).toBe("en");
    const words = allOf(english, "div", "words").map((each) => [wordsOf(each), each.attribs["lang"]]);
    expect(words).toContainEqual(["F1 Alleen Nederlands. [not yet translated into English]", "nl"]);
    expect(words).toContainEqual(["C1 Claim C1.", undefined]);
    expect(allOf(english, "span", "flag")[0]?.attribs["lang"]).toBe("en");
  });
});

const hostile = [
  ["markup", "</style></script></title><script>alert(1)</script> <b>&amp;&#10; \"quoted\" 'single' --> <!-- ]]>"],
  ["right to left and emoji", "שלום مرحبا 👩🏽‍🚀 ﷽"],
  ["a string of CSS", '"; } body { display: none } @import "x"; \\22 </style>'],
  ["a long word", "w".repeat(5000)],
] as const;

describe("hostile text in an HTML file", () => {
  it.each(hostile)("%s is shown as typed", (_, words) => {
    const content = {
      ...studyWith({ 1: { heading: { nl: words } } }, { title: { nl: words }, notice: { nl: words } }),
      statements: [
        finding("F1", "1.1", { text: passage(words), links: [link("excerpt", "S01:1")] }),
        finding("C1", "2", { contradictionAnswer: plain(words) }),
      ],
    };
    const document = readDocument(writeHtml(orderFor(content)));
    const tidy = words.replaceAll(/\s+/g, " ");
    expect(allOf(document, "h1").map(wordsOf)).toEqual([tidy]);
    expect(allOf(document, "title").map(wordsOf)).toEqual([tidy]);
    expect(allOf(document, "h2").map(wordsOf)).toContain(`1 ${tidy}`);
    expect(allOf(document, "div", "words").map(wordsOf)).toContain(`F1 ${tidy}`);
    expect([allOf(document, "script").length, allOf(document, "style").length]).toEqual([1, 1]);
  });

  it("drops only the characters that HTML forbids", () => {
    const title = readDocument(writeHtml(orderFor(study({ title: { nl: "voor\u0007na\u0000 \u000Beinde\uFFFF" } }))));
    expect(allOf(title, "h1").map(wordsOf)).toEqual(["voorna einde"]);
  });

  it("makes no link of an address that could run", () => {
    const links = ["javascript:alert(1)", "data:text/html,x", "https://example.org/a"].map((href) => text("hier", { href }));
    expect(allOf(written(paragraph(...links)), "a", "out").map(({ attribs }) => attribs["href"])).toEqual(["https://example.org/a"]);
  });

  it("writes a table of 2,000 rows", () => {
    const rows = Array.from({ length: 2000 }, (_, at) => [{ lines: [[text(`rij ${at}`)]] }]);
    const long: Block = { kind: "table", language: "nl", caption: null, head: [], rows };
    expect(allOf(written(long), "td").filter((each) => wordsOf(each).startsWith("rij "))).toHaveLength(2000);
  });
});

describe("read by pandoc", () => {
  it("has the sentences of the document in their order", () => {
    const done = spawnSync("pandoc", ["-f", "html", "-t", "plain", "--wrap=none", "-"], { input: file, encoding: "utf8" });
    if (done.error) throw new Error("pandoc is needed to read the document back: apt-get install pandoc");
    expect(done.stderr).toBe("");
    const sentences = [
      "Kranen in de stad",
      "Inhoud",
      "C1 Bewering C1.",
      "Grond [F1] · herhaald uit 2",
      "Inleiding",
      "F1 Bewering F1.",
      "Gronden [S01:1, S01:2 spreekt tegen, O1:K1 context]",
      "Over de tegenspraak: Het verschil zit in de meetwijze.",
      "Alleen de binnenstad.",
      "C1 Bewering C1.",
      "“Passage S01:1”",
    ];
    let at = 0;
    for (const sentence of sentences) {
      const found = done.stdout.replaceAll(/\s+/gu, " ").indexOf(sentence, at);
      expect(found, sentence).toBeGreaterThanOrEqual(at);
      at = found + sentence.length;
    }
  });
});
