import { describe, expect, it } from "vitest";
import { figuresCovered, figuresToBind } from "~/domain/figures/bound";
import { settleFigures } from "~/domain/figures/settle";
import { isFigureSettled } from "~/domain/figures/standing";
import { figureText, medianOf } from "~/domain/figures/value";
import { isFigureKey, isFigureText } from "~/domain/text/limits";
import { docFromPlain } from "~/domain/text/doc-from-plain";
import { plainFromDoc } from "~/domain/text/plain-from-doc";
import { referables } from "~/domain/sections/referable";
import { sectionContent } from "~/domain/sections/content";

describe("a figure as it reads", () => {
  it.each([
    [{ is: "count", value: 1234 }, "1.234", "1,234"],
    [{ is: "number", value: 4.25 }, "4,3", "4.3"],
    [{ is: "money", value: 1_200_000, currency: "EUR" }, "€ 1.200.000", "€1,200,000"],
    [{ is: "money", value: -12.5, currency: "EUR" }, "€ -12,50", "-€12.50"],
    [{ is: "range", low: 1, high: 4 }, "1–4", "1–4"],
    [{ is: "range", low: 2.5, high: 2.5 }, "2,5", "2.5"],
  ] as const)("%o", (value, nl, en) => {
    const shown = [figureText(value, "nl"), figureText(value, "en")];
    expect(shown.map((text) => text.replaceAll("\u00a0", " "))).toEqual([nl, en]);
    expect(shown.every(isFigureText)).toBe(true);
  });
  it("has a middle, of an even number between the two", () => {
    expect([medianOf([]), medianOf([3]), medianOf([4, 1, 2]), medianOf([4, 1, 2, 3])]).toEqual([null, 3, 2, 2.5]);
  });
  it("is named by a word and what narrows it", () => {
    expect(["actors", "fact-total:budget:2024:EUR"].every(isFigureKey)).toBe(true);
    expect(["", "Actors", "a b", "a:", "a:-b", "a::b", "a:1:2:3:4:5"].some(isFigureKey)).toBe(false);
  });
});

describe("a figure whose data change", () => {
  const doc = docFromPlain("- [[=actors 7]] and [[=actors 8]]\n  - [[=sources 7]]\n\n| [[=actors 7 ~ 8]] |");
  it.each([
    ["7", "", "7", true],
    ["7", "", "8", false],
    ["7", "8", "8", true],
    ["7", "8", "9", false],
    ["7", "8", "7", true],
    ["7", "7", null, false],
  ])("says %s, kept at '%s', is now %s: settled %s", (shown, kept, now, settled) => {
    expect(isFigureSettled({ shown, kept }, now)).toBe(settled);
  });
  it("is taken over wherever it stands, or kept; what is settled stays", () => {
    expect(plainFromDoc(settleFigures(doc, "actors", "9", "take"))).toBe(
      "- [[=actors 9]] and [[=actors 9]]\n  - [[=sources 7]]\n\n| [[=actors 9]] |",
    );
    expect(plainFromDoc(settleFigures(doc, "actors", "8", "keep"))).toBe(
      "- [[=actors 7 ~ 8]] and [[=actors 8]]\n  - [[=sources 7]]\n\n| [[=actors 7 ~ 8]] |",
    );
  });
});

describe("what a sign-off binds of figures", () => {
  const values = new Map([["actors", { is: "count", value: 8 } as const]]);
  const [nl, en] = [docFromPlain("[[=actors 7]] [[=gone 1]] [[=actors 7]]"), docFromPlain("seven")];
  it("is the value now, each once, in the languages covered", () => {
    const figures = figuresToBind({ nl, en }, values);
    expect(figures).toEqual({
      nl: [
        { of: "actors", value: { is: "count", value: 8 } },
        { of: "gone", value: null },
      ],
    });
    expect(figuresCovered(figures, { en })).toEqual({});
    expect(figuresCovered(figures, { nl, en })).toEqual({ figures });
  });
  it("leaves the content of a section without figures as it was", () => {
    const content = (documents: Record<string, typeof en>) => {
      const block = { kind: "text", sort: "a", documents, original: "en", links: [] } as const;
      const section = { heading: { en: "A" }, language: null, tables: [] };
      return [block, { ...block, figures: figuresToBind(documents, values) }].map((one) =>
        sectionContent({ ...section, blocks: [one] }, ["en"]),
      );
    };
    const [without, withNone] = content({ en });
    expect(withNone).toBe(without);
    const [bare, bound] = content({ en: nl });
    expect(bound).not.toBe(bare);
  });
});

describe("what a text may refer to", () => {
  const section = (id: string, sort: string, code: string, data: string | null = null) => ({
    ...{ id, code, sort, parentId: null, kind: "chapter", heading: { nl: id } },
    data: data === null ? null : { block: data },
  });
  const block = (id: string, sort: string, kind: string, data: string | null = null) =>
    [id, { id, sort, kind, sectionId: "one", data: data === null ? null : { block: data } }] as const;
  const found = referables({
    sections: [section("one", "a", "1", "sources"), section("two", "b", "F1")],
    blocks: new Map([
      block("t", "a", "text"),
      block("d", "b", "data", "actors"),
      block("s", "c", "statement"),
      block("e", "d", "data", "ratings"),
    ]),
    statements: new Map([["f", { id: "f", code: "F1", sectionId: "one" }]]),
  });
  it("has its names, and the data blocks of a section in the order in which they are shown", () => {
    expect(found.map(({ kind, id, name, number, place, count }) => [kind, id, name, number, `${place}/${count}`])).toEqual([
      ["section", "one", "1", "1", "0/0"],
      ["table", "d", "1/1", "1", "1/3"],
      ["table", "one", "1/2", "1", "2/3"],
      ["table", "e", "1/3", "1", "3/3"],
      ["section", "two", "section:two", "2", "0/0"],
      ["statement", "f", "F1", "1", "0/0"],
    ]);
  });
});
