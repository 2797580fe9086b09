import { describe, expect, it } from "vitest";
import type { CountedEvidence } from "~/domain/coverage/counted";
import { classify, type ClassedSubject, weightOf } from "~/domain/effectiveness/classes";
import { Scale } from "~/domain/protocol/scales";

const label = (text: string) => ({ en: text });
const classes = Scale.parse({
  id: "effect",
  kind: "nominal",
  title: label("Effect"),
  classes: ["works", "may-work", "harms"].map((key) => ({ key, label: label(key) })),
  extraValues: [{ key: "not-given", label: label("not given") }],
});
const marks = Scale.parse({ id: "marks", kind: "numeric", title: label("Marks"), min: 1, max: 10, step: 1, direction: "higher-is-better" });

const excerpt = (id: string, origin: string | null = null): CountedEvidence => ({ id, kind: "excerpt", origin });
const fact = (id: string, origin: string): CountedEvidence => ({ id, kind: "actor-fact", origin });
const given = (id: string, level: string | number, grounds: CountedEvidence[] = []): ClassedSubject => ({
  id,
  judged: { level, without: null },
  unclassed: null,
  grounds,
});

describe("the weight of evidence", () => {
  // Three pieces: e1 and e2 of one source, f1 of an actor. Two origins. e1 comes twice and counts once.
  it("counts each piece once, by kind, and independent origins", () => {
    expect(weightOf([excerpt("e1", "source 1"), excerpt("e2", "source 1"), fact("f1", "actor 1"), excerpt("e1", "source 1")])).toEqual({
      byKind: { excerpt: 2, "interview-answer": 0, "actor-fact": 1, judgement: 0, alignment: 0 },
      pieces: 3,
      origins: 2,
    });
  });
  it("takes pieces of unknown origin for origins of their own", () => {
    expect(weightOf([excerpt("e1"), excerpt("e2")]).origins).toBe(2);
  });
});

describe("subjects by class", () => {
  it("stand in the order of the protocol, with what their judgements rest on together", () => {
    const all = [
      given("v1", "may-work", [excerpt("e1", "source 1")]),
      given("v2", "works", [excerpt("e1", "source 1"), fact("f1", "actor 1")]),
      given("v3", "may-work", [excerpt("e1", "source 1"), excerpt("e2", "source 2")]),
    ];
    const found = classify(classes, all);
    expect(found.classes.map(({ value, subjects }) => [value, subjects])).toEqual([
      ["works", ["v2"]],
      ["may-work", ["v1", "v3"]],
      ["harms", []],
    ]);
    expect(found.classes.map(({ evidence }) => [evidence.pieces, evidence.origins])).toEqual([
      [2, 2],
      [2, 2],
      [0, 0],
    ]);
    expect(found.classed).toBe(3);
  });
  it("are in no class without a level, in a blind round, while raters differ and when nobody judged", () => {
    const apart = (id: string, unclassed: ClassedSubject["unclassed"]): ClassedSubject => ({ id, judged: null, unclassed, grounds: [] });
    const found = classify(classes, [
      { id: "v1", judged: { level: null, without: "not-given" }, unclassed: null, grounds: [excerpt("e1")] },
      apart("v2", "blind"),
      apart("v3", "differs"),
      apart("v4", "unrated"),
      given("v5", "gone"),
    ]);
    expect(found.classed).toBe(0);
    expect(found.without).toMatchObject([{ value: "not-given", subjects: ["v1"], evidence: { pieces: 1 } }]);
    expect(found.unclassed).toEqual({ blind: ["v2"], differs: ["v3"], unrated: ["v4", "v5"] });
  });
  it("stand by the numbers that were given on a numeric scale, the best first", () => {
    const all = [given("v1", 4), given("v2", 9), given("v3", 4)];
    expect(classify(marks, all).classes.map(({ value, subjects }) => [value, subjects])).toEqual([
      [9, ["v2"]],
      [4, ["v1", "v3"]],
    ]);
  });
});
