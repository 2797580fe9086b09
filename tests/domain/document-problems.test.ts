import { describe, expect, it } from "vitest";
import { problemsByKind, problemsOf } from "~/domain/document/problems";
import { docFromPlain } from "~/domain/text/doc-from-plain";
import { excerpt, finding, link, passage, plain, study, studyWith } from "../support/edition-content";

const inOrder = () => studyWith({ 2: { signOff: "signed" } });
const kindsOf = (content = inOrder(), languages = ["nl", "en"]) =>
  problemsOf(content, languages).map(({ kind, statementCode, sectionCode, language }) =>
    [kind, statementCode ?? sectionCode, language].filter(Boolean).join(" "),
  );
const withF1 = (more: Parameters<typeof finding>[2]) => ({
  ...inOrder(),
  statements: [finding("F1", "1.1", more), finding("C1", "2", { links: [link("statement", "F1")] })],
});

describe("what a document would lack", () => {
  it("is nothing in a study that is in order", () => {
    expect(kindsOf()).toEqual([]);
  });

  it.each([
    ["missing", "unsigned 2"],
    ["stale", "stale 2"],
  ] as const)("names a section whose sign-off is %s", (signOff, told) => {
    expect(kindsOf(studyWith({ 2: { signOff } }))).toEqual([told]);
  });

  it("names a reference that leads nowhere, and a figure whose data changed, in any language", () => {
    const target = "01930000-0000-7000-8000-000000000001";
    const text = { ...passage("a", "b"), body: docFromPlain(`[[#section:${target}]] [[=actors 7]]`) };
    const content = studyWith({ 2: { signOff: "signed" }, 1: { blocks: [{ kind: "text", id: "b1", text, links: [] }] } });
    const kinds = (now: string | null) => problemsOf(content, ["nl", "en"], new Set(), () => now).map(({ kind }) => kind);
    expect(kinds("7")).toEqual(["broken-reference"]);
    expect(kinds("8")).toEqual(["broken-reference", "figure-changed"]);
    expect(kinds(null)).toEqual(["broken-reference", "figure-changed"]);
    const mended = { ...content, sections: content.sections.map((one) => (one.code === "2" ? { ...one, id: target } : one)) };
    expect(problemsOf(mended, ["nl", "en"]).map(({ kind }) => kind)).not.toContain("broken-reference");
  });

  it("names a statement without grounds, also when all it has is context", () => {
    expect(kindsOf(withF1({}))).toEqual(["no-grounds F1"]);
    expect(kindsOf(withF1({ links: [link("excerpt", "S01:1", "context")] }))).toEqual(["no-grounds F1"]);
    expect(kindsOf(withF1({ links: [link("excerpt", "S01:1")] }))).toEqual([]);
  });

  it("names a contradiction that nobody has written about", () => {
    const links = [link("excerpt", "S01:1"), link("excerpt", "S01:2", "contradicts")];
    expect(kindsOf(withF1({ links, contradictionAnswer: plain("  ") }))).toEqual(["contradicted F1"]);
    expect(kindsOf(withF1({ links, contradictionAnswer: plain("Uitgelegd.") }))).toEqual([]);
  });

  it("names a ground that is gone and one that was withdrawn", () => {
    expect(kindsOf(withF1({ links: [link("excerpt", "S01:1"), link("excerpt", "elsewhere")] }))).toEqual(["lost-ground F1"]);
    const evidence = [excerpt("S01:1", { text: null, withheld: "withdrawn" })];
    expect(kindsOf({ ...withF1({ links: [link("excerpt", "S01:1")] }), evidence })).toEqual(["withdrawn-ground F1"]);
  });

  it("names each text that a language lacks or has behind, and only in the languages asked for", () => {
    const links = [link("excerpt", "S01:1")];
    expect(kindsOf(withF1({ links, text: passage("Nieuw") }))).toEqual(["untranslated F1 en"]);
    expect(kindsOf(withF1({ links, text: passage("Nieuw", "Old", true) }))).toEqual(["behind F1 en"]);
    expect(kindsOf(withF1({ links, text: passage("Nieuw") }), ["nl"])).toEqual([]);
  });

  it("does not ask for a translation in a section of one language", () => {
    const content = studyWith({
      1: { language: "nl", blocks: [{ kind: "text", id: "b", text: passage("Alleen Nederlands"), links: [] }] },
      2: { signOff: "signed" },
    });
    expect(kindsOf(content)).toEqual([]);
  });

  it("names an untranslated ground under the first statement that cites it", () => {
    const evidence = [excerpt("S01:1", { text: plain("Alleen Nederlands") }), excerpt("S01:9", { text: plain("Niet aangehaald") })];
    expect(kindsOf({ ...withF1({ links: [link("excerpt", "S01:1")] }), evidence })).toEqual(["untranslated F1 en"]);
  });

  it("names a required section with nothing in it, but for a chapter that only has parts", () => {
    expect(
      kindsOf(studyWith({ "1.1": { blocks: [], required: true }, 1: { blocks: [], required: true }, 2: { signOff: "signed" } })),
    ).toEqual(["empty-required 1.1"]);
  });
});

describe("the checklist", () => {
  it("puts what blocks before what asks attention, in a fixed order", () => {
    const content = studyWith(
      { 1: { signOff: "stale" } },
      { statements: [finding("F1", "1.1", { text: passage("Nieuw") }), finding("C1", "2")] },
    );
    const groups = problemsByKind(problemsOf(content, ["nl", "en"])).map(({ kind, weight, problems }) => [kind, weight, problems.length]);
    expect(groups).toEqual([
      ["no-grounds", "blocks", 2],
      ["unsigned", "blocks", 1],
      ["stale", "blocks", 1],
      ["untranslated", "attention", 1],
    ]);
  });

  it("is empty for nothing", () => {
    expect(problemsByKind(problemsOf(study({ sections: [], statements: [], evidence: [] }), ["nl"]))).toEqual([]);
  });
});
