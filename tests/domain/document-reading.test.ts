import { describe, expect, it } from "vitest";
import { assembleDocument } from "~/domain/document/assemble-document";
import { pageCodeIfAny, pagesOfPlaces, readingPageIfAny, type GroundBelow, type ReadingPage } from "~/domain/document/reading";
import { keys, section, study } from "../support/edition-content";

const base = study();
const deep = section("1.1.1", { level: 3, kind: "section" });
const document = assembleDocument({ ...base, sections: [...base.sections.slice(0, 3), deep, ...base.sections.slice(3)] }, "nl", keys);
const page = (code: string): ReadingPage => {
  const found = readingPageIfAny(document, code);
  if (!found) throw new Error(`no page ${code}`);
  return found;
};
const codesOf = (below: readonly GroundBelow[]): unknown[] =>
  below.map(({ ground, below: further }) => (further.length > 0 ? [ground.code, codesOf(further)] : ground.code));

describe("a page of the reading room", () => {
  it("is a chapter's own text with a way to its parts", () => {
    expect(page("1")).toMatchObject({ chapter: null, parts: [{ code: "1.1" }], previous: { code: "summary" }, next: { code: "1.1" } });
    expect(page("1").sections.map(({ code }) => code)).toEqual(["1"]);
  });

  it("is a section with everything below it", () => {
    expect(page("1.1").sections.map(({ code }) => code)).toEqual(["1.1", "1.1.1"]);
    expect(page("1.1")).toMatchObject({ chapter: { code: "1" }, parts: [], next: { code: "2" } });
  });

  it("of a deeper section is the page above it, and of an unknown one nothing", () => {
    expect([pageCodeIfAny(document, "1.1.1"), pageCodeIfAny(document, "1"), pageCodeIfAny(document, "9")]).toEqual(["1.1", "1", null]);
    expect(readingPageIfAny(document, "1.1.1")).toBeNull();
  });

  it("lists every page once, in order", () => {
    expect(page("2").contents.map(({ code }) => code)).toEqual(["summary", "1", "1.1", "2", "register"]);
  });

  it("has what each of its statements stands on, down to the evidence", () => {
    const [drawer] = page("2").grounds;
    expect(drawer?.statement.code).toBe("C1");
    expect(codesOf(drawer?.below ?? [])).toEqual([["F1", ["S01:1", "S01:2", ["O1:K1", ["S01:10"]]]]]);
  });

  it("knows on which page each place is that it leads to, and no other", () => {
    expect(page("2").pageOfPlace).toEqual({
      C1: "2",
      F1: "1.1",
      g_S01_1: "register",
      g_S01_2: "register",
      g_S01_10: "register",
      g_O1_K1: "register",
    });
  });

  it("knows a statement at its home, also where a later section repeats it", () => {
    const [summary, two] = ["summary", "2"].map((code) => document.sections.find((one) => one.code === code));
    const both = [two, summary].flatMap((one) => one ?? []);
    expect(both.map(({ blocks }) => blocks.some((block) => block.kind === "statement" && block.code === "C1"))).toEqual([true, true]);
    expect(pagesOfPlaces({ ...document, sections: both }).get("C1")).toBe("2");
  });

  it("leads from the register back to the statements", () => {
    expect(page("register").pageOfPlace).toMatchObject({ F1: "1.1", g_S01_10: "register" });
  });
});
