import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DataTable } from "~/domain/evidence/data-table";
import { boundFields, boundStatement, type EvidenceFields, type StatementFields } from "~/domain/evidence/digest-fields";
import { evidenceList, nodeDigest } from "~/domain/evidence/evidence-list";
import { makeGraph } from "~/domain/evidence/graph";
import { evidenceContent, sectionContent, type SectionParts } from "~/domain/sections/content";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const paragraph = (text: string) => ({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] });

const finding: StatementFields = {
  kind: "finding",
  code: "F1",
  documents: { nl: paragraph("Drie steden."), en: paragraph("Three cities.") },
  original: "nl",
  confidence: { level: "moderate", reason: "", components: {} },
  contradictionAnswer: "",
  addressedTo: {},
  links: [
    { to: { kind: "excerpt", id: "e2" }, kind: "context", note: "" },
    { to: { kind: "excerpt", id: "e1" }, kind: "supports", note: "p. 4" },
  ],
};

const section: SectionParts = {
  heading: { nl: "Steden", en: "Cities" },
  language: null,
  blocks: [
    { kind: "statement", sort: "2", statement: finding },
    { kind: "text", sort: "1", documents: { nl: paragraph("Inleiding.") }, original: "nl", links: [] },
  ],
  tables: [],
};

describe("the content of a section", () => {
  it("is this canonical JSON, written out by hand", () => {
    expect(sectionContent(section, ["nl"])).toBe(
      '{"blocks":[{"kind":"text","links":[],"text":{"nl":{"content":[{"content":[{"text":"Inleiding.","type":"text"}],"type":"paragraph"}],"type":"doc"}}},' +
        '{"kind":"statement","statement":{"addressedTo":{},"code":"F1","confidence":{"components":{},"level":"moderate","reason":""},"contradiction":"","kind":"finding",' +
        '"links":[{"kind":"supports","note":"p. 4","to":{"id":"e1","kind":"excerpt"}},{"kind":"context","note":"","to":{"id":"e2","kind":"excerpt"}}],' +
        '"text":{"nl":{"content":[{"content":[{"text":"Drie steden.","type":"text"}],"type":"paragraph"}],"type":"doc"}}}}],' +
        '"data":[],"heading":{"nl":"Steden"},"language":null}',
    );
  });

  it("holds the languages covered, and the original where a translation is missing", () => {
    const both = sectionContent(section, ["nl", "en"]);
    expect(both).toContain("Three cities.");
    expect(both).toContain('"heading":{"en":"Cities","nl":"Steden"}');
    const english = sectionContent(section, ["en"]);
    expect(english).toContain("Three cities.");
    expect(english).not.toContain("Drie steden.");
    expect(english).toContain("Inleiding.");
  });

  it("does not depend on the order of links or blocks", () => {
    const straight = sectionContent(section, ["nl", "en"]);
    fc.assert(
      fc.property(fc.shuffledSubarray([...finding.links], { minLength: 2 }), fc.boolean(), (links, turned) => {
        const blocks = section.blocks.map((block) => (block.kind === "statement" ? { ...block, statement: { ...finding, links } } : block));
        expect(sectionContent({ ...section, blocks: turned ? blocks.toReversed() : blocks }, ["nl", "en"])).toBe(straight);
      }),
    );
  });

  const table: DataTable = {
    block: "interviewees",
    caption: { key: "interviewees" },
    columns: [
      { id: "code", label: { key: "code" }, bound: true },
      { id: "organisation", label: { key: "organisation" }, bound: false },
    ],
    rows: [{ id: "p1", depth: 0, cells: [{ plain: "P1" }, { text: { nl: "Waterbedrijf" } }] }],
    notes: [],
  };
  it("binds the values of a data block without attribution, and leaves out approvals", () => {
    const content = sectionContent({ ...section, tables: [table, { ...table, block: "approvals" }] }, ["nl"]);
    expect(content).toContain('"data":[{"block":"interviewees","columns":["code"],"rows":[{"cells":["P1"],"id":"p1"}]}]');
  });
});

const answer: EvidenceFields = {
  kind: "interview-answer",
  record: { original: "en", texts: { en: "Two years.", nl: "Twee jaar." } },
  value: null,
  withdrawn: false,
};

describe("the digest of a piece of evidence", () => {
  it("covers what a reader could be shown, per kind", () => {
    expect(boundFields(answer, ["en"])).toEqual({ record: { en: "Two years." }, value: null, withdrawn: false });
    expect(boundFields(answer, ["nl"])).toEqual({ record: { en: "Two years.", nl: "Twee jaar." }, value: null, withdrawn: false });
    const text = { original: "nl", texts: { nl: "Tekst" } };
    expect(boundFields({ kind: "excerpt", text, form: "quoted", place: "p. 4", sourceId: "s1" }, ["nl"])).toEqual({
      text: { nl: "Tekst" },
      form: "quoted",
      place: "p. 4",
      source: "s1",
    });
    expect(boundFields({ kind: "judgement", level: 3, without: null, justification: text, roundId: "r1" }, ["nl"])).toEqual({
      level: 3,
      without: null,
      justification: { nl: "Tekst" },
      round: "r1",
    });
    expect(boundFields({ kind: "alignment", level: "direct", without: null, reasons: text }, ["nl"])).toEqual({
      level: "direct",
      without: null,
      reasons: { nl: "Tekst" },
    });
    expect(boundFields({ kind: "actor-fact", text, value: 4, asOf: "2024", sourceId: null, excerptId: null }, ["nl"])).toEqual({
      text: { nl: "Tekst" },
      value: 4,
      asOf: "2024",
      source: null,
      excerpt: null,
    });
  });
});

describe("the list of evidence", () => {
  const fieldsOf = { evidence: () => answer, statement: () => finding };
  const graph = makeGraph({
    blocks: [{ id: "b1", sectionId: "s", repeats: null }],
    statements: [],
    grounds: [],
    links: ["z", "a"].map((id) => ({
      id,
      fromBlockId: "b1",
      to: { kind: "interview-answer" as const, id },
      kind: "context" as const,
      note: "",
    })),
  });
  it("is sorted and holds kind, id and digest", () => {
    const list = evidenceList(graph, "s", (node) => nodeDigest(node, fieldsOf, ["en"], sha256));
    const digest = sha256('{"record":{"en":"Two years."},"value":null,"withdrawn":false}');
    expect(list).toEqual([
      { kind: "interview-answer", id: "a", digest },
      { kind: "interview-answer", id: "z", digest },
    ]);
    expect(evidenceContent(list.slice(0, 1))).toBe(`[{"digest":"${digest}","id":"a","kind":"interview-answer"}]`);
  });
  it("gives a statement's digest over number, kind, text, confidence and links; what is gone has the digest of null", () => {
    expect(Object.keys(boundStatement(finding, ["nl"])).toSorted()).toEqual([
      "addressedTo",
      "code",
      "confidence",
      "contradiction",
      "kind",
      "links",
      "text",
    ]);
    expect(nodeDigest({ kind: "excerpt", id: "gone" }, { ...fieldsOf, evidence: () => null }, ["nl"], sha256)).toBe(sha256("null"));
  });
});
