import { describe, expect, it } from "vitest";
import { type Recorded, compareProtocols } from "~/domain/protocol/compare-protocols";
import { didYouMean, editDistance } from "~/domain/protocol/did-you-mean";
import { informing, leavesOf, nearestWriters, policyNodeCode, sectionsAnswering } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { readProtocolFile } from "~/platform/protocol-file.server";
import { bridges, broken } from "./protocol-example";

function read(file: string): Protocol {
  const { protocol, problems } = readProtocolFile(file);
  if (!protocol) throw new Error(JSON.stringify(problems));
  return protocol;
}

const old = read(bridges);

describe("a protocol that replaces another", () => {
  it.each<[string, string, string, Recorded, string]>([
    ["a criterion that vanishes", "id: stuff,", "id: material,", { criterion: ["stuff"] }, "kept-missing stuff"],
    [
      "a criterion on another scale",
      "title: { nl: Stof, en: Stuff }, scale: sort",
      "title: { nl: Stof, en: Stuff }, scale: three",
      { criterion: ["stuff"] },
      "kept-changed stuff",
    ],
    [
      "a field of another kind",
      "answer: { kind: number, min: 0, max: 50 }",
      "answer: { kind: date }",
      { field: ["1a:counted"] },
      "kept-changed 1a:counted",
    ],
    ["a part of a question", "{ key: new,", "{ key: modern,", { "guide-question": ["g1:new"] }, "kept-missing g1:new"],
    ["a level with another value", "value: 2,", "value: 3,", { "scale-level": ["three:high"] }, "kept-changed three:high"],
    ["a class that vanishes", "key: stone,", "key: brick,", { "scale-level": ["sort:stone"] }, "kept-missing sort:stone"],
    ["an option of another kind", "kind: alternative", "kind: channel", { option: ["keep"] }, "kept-changed keep"],
    [
      "a policy node that becomes a heading",
      "parent: p1, title",
      "parent: p1, kind: group, title",
      { "policy-node": ["p2"] },
      "kept-changed p2",
    ],
  ])("is told of %s, only where there are records", (_, from, to, recorded, expected) => {
    const next = read(broken(from, to));
    expect(compareProtocols(old, next, recorded).map(({ code, details }) => `${code} ${details["id"]}`)).toEqual([expected]);
    expect(compareProtocols(old, next, {})).toEqual([]);
  });

  it("keeps the reasons that were used to leave publications out, and how many people decide", () => {
    const with2 = `${bridges}screening:
  screeners: 2
  exclusionReasons: [{ key: far, label: { nl: Ver, en: Far } }, { key: aged, label: { nl: Oud, en: Old } }]
`;
    const before = read(with2);
    const recorded = { screening: ["screening"], "exclusion-reason": ["far"] };
    const told = (file: string) => compareProtocols(before, read(file), recorded).map(({ code, details }) => `${code} ${details["id"]}`);
    expect(told(with2.replace("key: aged", "key: young"))).toEqual([]);
    expect(told(with2.replace("key: far", "key: near"))).toEqual(["kept-missing far"]);
    expect(told(with2.replace("screeners: 2", "screeners: 1"))).toEqual(["kept-changed screening"]);
    expect(told(bridges)).toEqual(["kept-missing screening", "kept-missing far"]);
  });

  it("may change wording, anchors and order", () => {
    const next = read(broken("{ nl: Valt om, en: Falls over }", "{ nl: Stort in, en: Collapses }"));
    expect(
      compareProtocols(old, next, { "scale-level": ["three:low"], criterion: ["firm"], question: ["1", "1a"], section: ["s1"] }),
    ).toEqual([]);
  });

  it("names the place in the new file", () => {
    const file = readProtocolFile(broken("kind: alternative", "kind: channel"), (next) =>
      compareProtocols(old, next, { option: ["keep"] }),
    );
    expect(file.protocol).toBeNull();
    expect(file.problems.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual(["99:5 kept-changed"]);
  });
});

describe("reading a protocol", () => {
  it("finds leaves, writers, sections and what informs", () => {
    expect(leavesOf(old).map(({ id }) => id)).toEqual(["1a"]);
    expect(nearestWriters(old, "s2")).toEqual({ write: "lead", review: null });
    const nested = read(broken("    required: false\n    write: lead\n", "    required: false\n    parent: s1\n    review: reviewer\n"));
    expect(nearestWriters(nested, "s2")).toEqual({ write: "lead", review: "reviewer" });
    expect(sectionsAnswering(old, "1").map(({ id }) => id)).toEqual(["s1"]);
    const { criteria, frameworks, guideQuestions } = informing(old, "1");
    expect([criteria, frameworks, guideQuestions].map((list) => list.map(({ id }) => id))).toEqual([
      ["firm", "stuff"],
      ["plan"],
      ["g1", "g2"],
    ]);
  });

  it("codes a policy node by framework and number", () => {
    const framework = old.frameworks?.[0];
    expect(framework?.nodes.map((node) => policyNodeCode(framework, node))).toEqual(["P 1", "P 1.1"]);
  });
});

describe("did you mean", () => {
  it.each([
    ["chian", "chain", 1],
    ["kitten", "sitting", 3],
    ["", "abc", 3],
    ["same", "same", 0],
  ])("%s and %s are %i apart", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });

  it.each([
    ["askedof", "askedOf"],
    ["asked_of", "askedOf"],
    ["infroms", "informs"],
    ["zzz", null],
  ])("%s → %s", (word, meant) => {
    expect(didYouMean(word, ["askedOf", "informs", "required"])).toBe(meant);
  });
});
