import { describe, expect, it } from "vitest";
import { sha256 } from "~/platform/sha256.server";
import { canonical } from "~/domain/canonical";
import { anchorOf, distinctAnchors } from "~/domain/document/anchor";
import { assembleDocument, assembleEdition } from "~/domain/document/assemble-document";
import { brokenReferences, placesOf } from "~/domain/document/check-references";
import { EditionBlocks, type EditionDocument, type StatementShown } from "~/domain/document/model";
import { textOfDoc } from "~/domain/text/text-of-doc";
import { excerpt, finding, keys, link, passage, plain, section, study, studyWith } from "../support/edition-content";

const nl = () => assembleDocument(study(), "nl", keys);
const statementsIn = (document: EditionDocument) =>
  document.sections.flatMap(({ blocks }) => blocks.filter((block): block is StatementShown => block.kind === "statement"));
const wordsOf = (statement: StatementShown | undefined) =>
  statement?.paragraphs
    .flat()
    .map((part) => (part.kind === "text" ? part.text : ""))
    .join("");

describe("a document", () => {
  it("has the parts of the outline in its order, with their printed numbers and levels", () => {
    const outline = nl().sections.map(({ code, number, level }) => [code, number, level]);
    expect(outline).toEqual([
      ["summary", null, 1],
      ["1", "1", 1],
      ["1.1", "1.1", 2],
      ["2", "2", 1],
      ["register", "annex:1", 1],
    ]);
  });

  it("leaves out an optional section that says nothing, unless one below it does, and names it where a text leads to it", () => {
    const refers = (id: string) => ({ type: "reference" as const, attrs: { kind: "section" as const, id } });
    const body = {
      type: "doc" as const,
      content: [{ type: "paragraph" as const, content: [refers("sec-3"), refers("sec-4")] }],
    };
    const text = { kind: "text" as const, id: "b", text: { language: "nl", body, translations: [] }, links: [] };
    const optional = { required: false };
    const sections = [
      section("1", { ...optional, blocks: [text] }),
      section("2", optional),
      section("2.1", { ...optional, level: 2 }),
      section("3", optional),
      section("3.1", { ...optional, level: 2 }),
      section("3.2", { ...optional, level: 2, limitationIds: ["lim"] }),
      section("4", optional),
    ];
    const document = assembleDocument(study({ sections }), "nl", keys);
    expect(document.sections.map(({ code }) => code).filter((code) => code !== "evidence-register")).toEqual(["1", "3", "3.2"]);
    expect(document.sections[0]?.blocks[0]).toMatchObject({
      content: [
        { kind: "reference", text: "3", to: "sec_3" },
        { kind: "text", text: "4" },
      ],
    });
  });

  it("is the same for the same content, to the byte", () => {
    expect(canonical(assembleEdition(study(), { languages: ["nl", "en"], sha256 }, () => keys))).toBe(
      canonical(assembleEdition(study(), { languages: ["nl", "en"], sha256 }, () => keys)),
    );
  });

  it("is read back as it was frozen", () => {
    const blocks = assembleEdition(study(), { languages: ["nl", "en"], sha256 }, () => keys);
    expect(EditionBlocks.parse(JSON.parse(JSON.stringify(blocks)))).toEqual(blocks);
  });

  it("says on every page what it is and what it lacks", () => {
    expect(nl()).toMatchObject({ classification: "classification-concept", lacking: "sign-offs-missing:1:4", notice: "Voorbeeld" });
    expect(assembleDocument(studyWith({ 2: { signOff: "signed" } }), "en", keys)).toMatchObject({ lacking: null, notice: "Example" });
  });

  it("has its title page in its language, without what is not known", () => {
    const { title, titlePage } = assembleDocument(study({ period: { from: null, to: null } }), "en", keys);
    expect(title).toBe("Taps in the city");
    expect(titlePage).toContainEqual({ term: "commissioner", text: "The city" });
    expect(titlePage.map(({ term }) => term)).not.toContain("period");
  });
});

describe("a statement in a document", () => {
  it("has its number as its place at home, and none where it is repeated", () => {
    const [repeated, first, home] = statementsIn(nl());
    expect(repeated).toMatchObject({ code: "C1", anchor: "C1", repeats: { sectionCode: "2", label: "2" } });
    expect(first).toMatchObject({ code: "F1", anchor: "F1" });
    expect(home).not.toHaveProperty("repeats");
    expect(placesOf(nl()).filter((place) => place === "C1")).toHaveLength(1);
  });

  it("shows its grounds, supporting ones first and contradicting ones before context", () => {
    const shown = statementsIn(nl())[1]?.grounds.map(({ code, to, relation }) => [code, to, relation]);
    expect(shown).toEqual([
      ["S01:1", "g_S01_1", "supports"],
      ["S01:2", "g_S01_2", "contradicts"],
      ["O1:K1", "g_O1_K1", "context"],
    ]);
  });

  it("keeps what was said of the contradiction and what it can't bear", () => {
    expect(statementsIn(nl())[1]).toMatchObject({
      contradictionAnswer: [{ kind: "text", text: "Het verschil zit in de meetwijze." }],
      limitations: [1],
    });
  });

  it("shows what was said of the contradiction in its own language and marked where there is no translation", () => {
    const statements = [finding("F1", "1.1", { contradictionAnswer: plain("Alleen Nederlands.") }), finding("C1", "2")];
    expect(statementsIn(assembleDocument({ ...study(), statements }, "en", keys))[1]?.contradictionAnswer).toEqual([
      { kind: "text", text: "Alleen Nederlands.", language: "nl" },
      { kind: "text", text: " [untranslated]", em: true },
    ]);
  });

  it("says whom a recommendation is addressed to", () => {
    const statements = [finding("R1", "2", { kind: "recommendation", addressedTo: { nl: "De wethouder", en: "The alderman" } })];
    const content = {
      ...studyWith({ 2: { blocks: [{ kind: "statement", statementId: "R1" }] }, summary: { blocks: [] }, "1.1": { blocks: [] } }),
      statements,
    };
    expect(statementsIn(assembleDocument(content, "en", keys))[0]).toMatchObject({ addressedTo: "The alderman" });
  });

  it("is shown in the document's language when the translation is right", () => {
    expect(statementsIn(assembleDocument(study(), "en", keys)).map(wordsOf)).toEqual(["Claim C1.", "Claim F1.", "Claim C1."]);
  });

  it.each([
    ["missing", passage("Alleen Nederlands."), "untranslated"],
    ["behind", passage("Nieuw.", "Old.", true), "behind"],
  ] as const)("is shown in the original and marked when the translation is %s", (_, text, flag) => {
    const content = { ...study(), statements: [finding("F1", "1.1", { text }), finding("C1", "2")] };
    const shown = statementsIn(assembleDocument(content, "en", keys))[1];
    expect(shown).toMatchObject({ language: "nl", flag });
    expect(wordsOf(shown)).toBe(textOfDoc(text.body));
  });

  it("is right in its own language in a section that is written in that language only", () => {
    const content = studyWith({ summary: { language: "en", heading: { nl: "Samenvatting (Engels)", en: "Summary" } } });
    const [summary] = assembleDocument(content, "nl", keys).sections;
    expect(summary).toMatchObject({ heading: "Summary", language: "en" });
    expect(summary?.blocks[0]).toMatchObject({ language: "en", paragraphs: [[{ text: "Claim C1." }]] });
    expect(summary?.blocks[0]).not.toHaveProperty("flag");
  });
});

describe("the register of evidence", () => {
  it("has what is cited and what that stands on, each once, by kind and as people count", () => {
    expect(nl().register.map(({ code }) => code)).toEqual(["S01:1", "S01:2", "S01:10", "O1:K1"]);
  });

  it("tells what stands on each ground, and how", () => {
    const entry = (code: string) => nl().register.find((each) => each.code === code);
    expect(entry("S01:1")?.bears).toEqual([{ code: "F1", to: "F1", relation: "supports" }]);
    expect(entry("S01:2")?.bears).toEqual([{ code: "F1", to: "F1", relation: "contradicts" }]);
    expect(entry("S01:10")?.bears).toEqual([]);
    expect(entry("O1:K1")?.grounds).toMatchObject([{ code: "S01:10", to: "g_S01_10" }]);
  });

  it("puts a quotation between marks and leaves out a text that is withheld", () => {
    const evidence = [excerpt("S01:1"), excerpt("S01:2", { text: null, withheld: "withdrawn" })];
    const document = assembleDocument({ ...study(), evidence }, "nl", keys);
    expect(document.register[0]?.text).toEqual([{ kind: "text", text: "quote-openPassage S01:1quote-close" }]);
    expect(document.register[1]).toMatchObject({ text: null, withheld: "withheld-withdrawn" });
    expect(statementsIn(document)[1]?.grounds).toMatchObject([
      { code: "S01:1", withheld: false },
      { code: "S01:2", withheld: true },
    ]);
  });

  it("shows the original of a ground whose translation is missing, marked", () => {
    const evidence = [excerpt("S01:1", { text: plain("Alleen Nederlands") })];
    expect(assembleDocument({ ...study(), evidence }, "en", keys).register[0]).toMatchObject({ language: "nl", flag: "untranslated" });
  });
});

describe("a document whose outline has no register", () => {
  it("closes with one, so that every statement leads to its grounds", () => {
    const document = assembleDocument({ ...study(), sections: study().sections.filter(({ code }) => code !== "register") }, "nl", keys);
    expect(document.sections.at(-1)).toMatchObject({
      code: "evidence-register",
      heading: "register-heading",
      blocks: [{ kind: "register" }],
    });
    expect(brokenReferences(document)).toEqual([]);
  });

  it("has none when nothing is cited", () => {
    const content = { ...studyWith({ register: { blocks: [] } }), statements: [finding("F1", "1.1"), finding("C1", "2")] };
    expect(assembleDocument(content, "nl", keys).sections).toHaveLength(5);
  });
});

describe("text and data in a document", () => {
  it("says of a section with nothing in it that there is nothing yet, unless it only has parts", () => {
    const content = studyWith({ 1: { blocks: [] }, 2: { blocks: [] } });
    const blocksOf = (code: string) => assembleDocument(content, "nl", keys).sections.find((each) => each.code === code)?.blocks;
    expect(blocksOf("1")).toEqual([]);
    expect(blocksOf("2")).toEqual([{ kind: "paragraph", language: "nl", content: [{ kind: "text", text: "data-empty" }] }]);
  });

  it("keeps headings within a section below its own, without skipping a level", () => {
    const deep = {
      ...passage(""),
      body: {
        type: "doc" as const,
        content: [{ type: "heading" as const, attrs: { level: 4 as const }, content: [{ type: "text" as const, text: "Diep" }] }],
      },
    };
    const content = studyWith({ "1.1": { blocks: [{ kind: "text", id: "b", text: deep, links: [] }] } });
    expect(assembleDocument(content, "nl", keys).sections[2]?.blocks[0]).toMatchObject({ kind: "heading", level: 3 });
  });

  it("turns a citation into its ground and drops one whose link is gone", () => {
    const cites = (linkId: string) => ({ type: "citation" as const, attrs: { linkId } });
    const body = {
      type: "doc" as const,
      content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: "Zie" }, cites("link-S01:9"), cites("gone")] }],
    };
    const content = studyWith({
      1: {
        blocks: [{ kind: "text", id: "b", text: { language: "nl", body, translations: [] }, links: [link("excerpt", "S01:9", "context")] }],
      },
    });
    const document = assembleDocument(content, "nl", keys);
    expect(document.sections[1]?.blocks[0]).toMatchObject({
      content: [{ text: "Zie" }, { kind: "ground", ground: { code: "S01:9", relation: "context" } }],
    });
    expect(document.register.find(({ code }) => code === "S01:9")?.bears).toEqual([{ code: "1", to: "sec_1", relation: "context" }]);
  });

  it("writes a data block with head, rows and indented first cells", () => {
    const table = {
      piece: "table" as const,
      caption: { say: "caption" },
      columns: [{ say: "name" }, { local: { nl: "Waarde", en: "Value" } }],
      rows: [{ depth: 1, cells: [[{ plain: "Bron" }], [{ local: { nl: "hoog" } }]] }],
    };
    const document = assembleDocument(studyWith({ 2: { blocks: [{ kind: "data", pieces: [table] }] } }), "en", keys);
    expect(document.sections[3]?.blocks).toEqual([
      {
        kind: "table",
        label: "table-label:1",
        anchor: "tbl_1",
        language: "en",
        caption: "caption",
        head: [
          { lines: [[{ kind: "text", text: "name" }]], header: true },
          { lines: [[{ kind: "text", text: "Value" }]], header: true },
        ],
        rows: [
          [
            { lines: [[{ kind: "text", text: "Bron" }]], header: true, indent: 1 },
            { lines: [[{ kind: "text", text: "hoog", language: "nl" }]] },
          ],
        ],
      },
    ]);
  });

  it("lists approvals per section, and the sections that lack one", () => {
    const approval = {
      sectionId: "sec-1.1",
      name: "Rosa Jansen",
      at: "2026-06-01T08:00:00.000Z",
      languages: ["nl"],
      meaning: "Gelezen.",
      sectionVersion: 3,
      contentDigest: "a".repeat(64),
      evidenceDigest: "b".repeat(64),
      holds: false,
    };
    const content = studyWith({ register: { blocks: [{ kind: "data", pieces: [{ piece: "approvals" }] }] } }, { approvals: [approval] });
    const table = assembleDocument(content, "nl", keys).sections[4]?.blocks[0];
    const cells =
      table?.kind === "table"
        ? table.rows.map((row) =>
            row.map((cell) =>
              cell.lines
                .flat()
                .map((part) => ("text" in part ? part.text : ""))
                .join(" "),
            ),
          )
        : [];
    expect(cells).toHaveLength(4);
    expect(cells[2]).toEqual([
      "1.1",
      "Rosa Jansen approval-at:2026-06-01T08:00:00.000Z:3 approval-stale",
      "Gelezen.",
      "digest-content aaaa aaaa aaaa aaaa digest-evidence bbbb bbbb bbbb bbbb",
    ]);
    expect(cells[3]?.[1]).toBe("approval-missing");
  });
});

describe("places in a document", () => {
  it.each([
    ["statement", "F12", "F12"],
    ["statement", "A0.fit", "A0_fit"],
    ["statement", "1a", "s_1a"],
    ["ground", "S09:3", "g_S09_3"],
    ["section", "4.3", "sec_4_3"],
  ] as const)("the place of %s %s is %s", (kind, code, anchor) => {
    expect(anchorOf(kind, code)).toBe(anchor);
  });

  it("are distinct, also where codes differ in signs only and where they are long", () => {
    const codes = ["A0.fit", "A0_fit", "A0-fit", "x".repeat(60), `${"x".repeat(60)}y`];
    const anchors = [...distinctAnchors("statement", codes).values()];
    expect(new Set(anchors).size).toBe(5);
    expect(anchors.every((anchor) => anchor.length <= 40)).toBe(true);
  });

  it("all resolve in a complete document, and a missing one is named", () => {
    expect(brokenReferences(nl())).toEqual([]);
    const document = nl();
    expect(brokenReferences({ ...document, sections: document.sections.slice(0, 4) })).toContain("g_S01_1");
    const withoutHome = { ...study(), sections: [section("summary", { blocks: [{ kind: "repeat", statementId: "C1" }] })] };
    expect(brokenReferences(assembleDocument(withoutHome, "nl", keys))).toContain("F1");
  });
});
