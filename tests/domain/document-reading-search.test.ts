import { describe, expect, it } from "vitest";
import { assembleDocument } from "~/domain/document/assemble-document";
import { readingPageIfAny } from "~/domain/document/reading";
import { briefOf } from "~/domain/document/reading-brief";
import { findablesOf, mostHits, searchDocument } from "~/domain/document/reading-search";
import { documentWords } from "~/platform/document-words.server";
import { finding, keys, link, passage, study, studyWith } from "../support/edition-content";

const search = (typed: string, content = study()) => {
  const { sections, more } = searchDocument(findablesOf(assembleDocument(content, "nl", documentWords("nl"))), typed);
  return { more, hits: sections.flatMap(({ section: { code }, hits }) => hits.map((hit) => [code, hit.code, hit.place])) };
};

describe("a search in an edition", () => {
  it("finds a statement at its home alone, a text by its section, and evidence in the register", () => {
    expect(search("bewering").hits).toEqual([
      ["1.1", "F1", "F1"],
      ["2", "C1", "C1"],
    ]);
    expect(search("inleid").hits).toEqual([["1", null, "sec_1"]]);
    expect(search('"passage S01:2"').hits).toEqual([["register", "S01:2", "g_S01_2"]]);
  });

  it("wants every word, none that is left out, and finds nothing where nothing is looked for", () => {
    expect(search("bewering F1").hits).toEqual([["1.1", "F1", "F1"]]);
    expect(search("bewering -F1").hits).toEqual([["2", "C1", "C1"]]);
    for (const typed of ["", "   ", "-bewering", "zebra"]) expect(search(typed)).toEqual({ hits: [], more: false });
  });

  it("marks the words in their passage", () => {
    const { sections } = searchDocument(findablesOf(assembleDocument(study(), "nl", keys)), "inleiding");
    expect(sections[0]?.hits[0]?.passage).toEqual([{ text: "Inleiding", hit: true }]);
  });

  it("shows so many passages at most, and says that there are more", () => {
    const blocks = Array.from({ length: mostHits + 5 }, (_, at) => ({
      kind: "text" as const,
      id: `b${at}`,
      text: passage(`kraan ${at}`),
      links: [],
    }));
    const found = search("kraan", studyWith({ 1: { blocks } }));
    expect([found.hits.length, found.more]).toEqual([mostHits, true]);
  });
});

describe("an edition in brief", () => {
  it("has the answers that carry no other answer, the conclusions and the recommendations, each at its home", () => {
    const answer = (code: string, on: string[]) => finding(code, "2", { kind: "answer", links: on.map((each) => link("statement", each)) });
    const codes = ["A1a", "A0", "C1", "R1"];
    const content = studyWith(
      { 2: { blocks: codes.map((statementId) => ({ kind: "statement", statementId })) } },
      {
        statements: [
          finding("F1", "1.1"),
          answer("A1a", ["F1"]),
          answer("A0", ["A1a", "F1"]),
          finding("C1", "2", { kind: "conclusion" }),
          finding("R1", "2", { kind: "recommendation" }),
        ],
      },
    );
    const { answers, conclusions, recommendations } = briefOf(assembleDocument(content, "nl", keys));
    expect([answers, conclusions, recommendations].map((list) => list.map(({ code }) => code))).toEqual([["A0"], ["C1"], ["R1"]]);
  });
});

describe("who signed off", () => {
  it("is told with what a statement stands on, from the section of its home, and not where an edition does not say it", () => {
    const base = assembleDocument(study(), "nl", keys);
    const signed = [{ name: "Sanne de Wit", on: "3 juli 2026" }];
    const document = { ...base, sections: base.sections.map((each) => (each.code === "2" ? { ...each, signedBy: signed } : each)) };
    const drawers = (code: string) => readingPageIfAny(document, code)?.grounds.map((each) => [each.statement.code, each.signedBy]);
    expect(drawers("summary")).toEqual([["C1", signed]]);
    expect(drawers("1.1")).toEqual([["F1", null]]);
  });
});
