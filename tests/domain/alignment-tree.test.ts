import { describe, expect, it } from "vitest";
import { frameworkTree, type FrameworkTree, type JudgedNode } from "~/domain/alignment/framework-tree";
import { contradictionsOf, gapOf } from "~/domain/alignment/remarks";
import { distanceOn, tallyOf } from "~/domain/judgements/tally";
import { PolicyFramework } from "~/domain/protocol/frameworks";
import { Scale, type ScaleValue } from "~/domain/protocol/scales";

const label = (text: string) => ({ en: text });
/** Four levels, the highest first, as a protocol may list them. */
const ordinal = Scale.parse({
  id: "fit",
  kind: "ordinal",
  title: label("Fit"),
  levels: ["direct", "partly", "aside", "none"].map((key, at) => ({ key, value: 3 - at, label: label(key) })),
  extraValues: [{ key: "open", label: label("left open") }],
});
const nominal = Scale.parse({
  id: "sort",
  kind: "nominal",
  title: label("Sort"),
  classes: ["adds", "doubles", "clashes"].map((key) => ({ key, label: label(key) })),
});
const numeric = Scale.parse({ id: "mark", kind: "numeric", title: label("Mark"), min: 1, max: 10, step: 1, direction: "higher-is-better" });

const level = (value: ScaleValue) => ({ level: value, without: null });
const without = (key: string) => ({ level: null, without: key });

describe("a tally of judgements", () => {
  it("counts per level, apart from answers without one and from what is not judged", () => {
    const tally = tallyOf(ordinal, [level("direct"), level("aside"), level("aside"), without("open"), null]);
    expect(tally).toMatchObject({ subjects: 5, judged: 3, open: 1 });
    expect(tally.levels.map(({ value, count }) => [value, count])).toEqual([
      ["direct", 1],
      ["partly", 0],
      ["aside", 2],
      ["none", 0],
    ]);
    expect(tally.without.map(({ value, count }) => [value, count])).toEqual([["open", 1]]);
  });
  // In order: none (0), aside (1), direct (3). The middle one of three is aside, though the mean would lie above it: no level that nobody gave.
  it("has lowest, highest and middle level by the order of the scale, whatever the order of the file", () => {
    expect(tallyOf(ordinal, [level("direct"), level("none"), level("aside")]).spread).toEqual({
      lowest: "none",
      highest: "direct",
      middle: ["aside", "aside"],
    });
  });
  // none (0), aside (1) | partly (2), direct (3): of four the two in the middle are aside and partly.
  it("has two middle levels for an even number", () => {
    const all = ["direct", "none", "partly", "aside"].map(level);
    expect(tallyOf(ordinal, all).spread?.middle).toEqual(["aside", "partly"]);
  });
  it("has no spread without a level, and none on a scale without order: there it only counts", () => {
    expect(tallyOf(ordinal, [without("open"), null]).spread).toBeNull();
    const classes = tallyOf(nominal, [level("adds"), level("clashes"), level("adds")]);
    expect(classes.spread).toBeNull();
    expect(classes.levels.map(({ count }) => count)).toEqual([2, 0, 1]);
  });
  it("counts the numbers that were given on a numeric scale, the highest first", () => {
    const tally = tallyOf(numeric, [level(4), level(10), level(4)]);
    expect(tally.levels).toEqual([
      { value: 10, label: null, count: 1 },
      { value: 4, label: null, count: 2 },
    ]);
    expect(tally.spread).toEqual({ lowest: 4, highest: 10, middle: [4, 4] });
  });
  it("does not count a level that the scale no longer has", () => {
    expect(tallyOf(ordinal, [level("gone"), level("none")])).toMatchObject({ judged: 1, open: 1 });
  });
});

describe("the distance of two levels", () => {
  // Ordinal: direct is the fourth of four levels, aside the second: 2 of 3 steps. Numeric: 10 − 4 = 6 of 9.
  it("is told in steps and as a share of the scale, and only where there is an order", () => {
    expect(distanceOn(ordinal, "direct", "aside")).toEqual({ steps: 2, share: 2 / 3 });
    expect(distanceOn(numeric, 4, 10)).toEqual({ steps: 6, share: 6 / 9 });
    expect(distanceOn(nominal, "adds", "clashes")).toBeNull();
    expect(distanceOn(ordinal, "direct", "open")).toBeNull();
  });
});

const framework = (id: string, nodes: { id: string; parent?: string; kind?: "group"; elaboratedIn?: string }[]) =>
  PolicyFramework.parse({
    id,
    code: id.toUpperCase(),
    title: label(id),
    scale: "fit",
    nodes: nodes.map((node) => ({ ...node, ...(node.kind ? {} : { number: node.id }), title: label(node.id) })),
  });
const plan = framework("plan", [
  { id: "goals", kind: "group" },
  { id: "part", parent: "goals", kind: "group" },
  { id: "a", parent: "goals", elaboratedIn: "other" },
  { id: "a1", parent: "a" },
  { id: "a2", parent: "a" },
  { id: "b", parent: "goals" },
]);
const other = framework("other", [{ id: "x" }, { id: "y" }]);

const judged = (node: string, value: ScaleValue, grounds = 1): JudgedNode => ({ node, ...level(value), grounds, lostGrounds: 0 });
const tree = (judgements: JudgedNode[], of = plan, scale: Scale = ordinal) => frameworkTree(of, scale, judgements);
const belowOf = ({ nodes }: FrameworkTree, id: string) => nodes.find(({ node }) => node.id === id)?.below;

describe("the tree of a framework", () => {
  // Below "goals" lie a, a1, a2 and b: four nodes, each once; the headings, that under "goals" too, are none. Below "a" lie a1 and a2, not a.
  it("rolls up what lies below a node, each node once, at every depth", () => {
    const made = tree([judged("a", "direct"), judged("a1", "partly"), { node: "b", ...without("open"), grounds: 0, lostGrounds: 0 }]);
    expect(belowOf(made, "goals")).toMatchObject({ subjects: 4, judged: 2, open: 1 });
    expect(belowOf(made, "goals")?.spread).toMatchObject({ lowest: "partly", highest: "direct" });
    expect(belowOf(made, "a")).toMatchObject({ subjects: 2, judged: 1, open: 1 });
    expect(belowOf(made, "b")).toBeNull();
    expect(made.all).toMatchObject({ subjects: 4, judged: 2 });
  });
});

describe("what a judgement lacks", () => {
  it.each([
    ["nothing there", [], "not-judged"],
    ["no level", [{ node: "b", ...without("open"), grounds: 0, lostGrounds: 0 }], "no-level"],
    ["no ground", [judged("b", "none", 0)], "no-grounds"],
    ["grounds that are gone", [{ ...judged("b", "none", 0), lostGrounds: 2 }], "lost-grounds"],
    ["a level on a ground", [judged("b", "none")], null],
  ] as const)("%s", (_, judgements, gap) => {
    const node = tree([...judgements]).nodes.find((one) => one.node.id === "b");
    expect(node && gapOf(node)).toBe(gap);
  });
  it("is nothing for a heading", () => {
    expect(tree([]).nodes.flatMap((node) => (node.isGroup ? [gapOf(node)] : []))).toEqual([null, null]);
  });
});

describe("contradictions", () => {
  const kinds = (made: FrameworkTree, all: FrameworkTree[] = []) => contradictionsOf(made, all, []).map(({ kind, node }) => [kind, node]);

  // Directly below "goals": a = direct (3), b = aside (1): 2 steps of 3, which is more than half. With b = partly it is one step.
  it("are siblings two steps and more than half of the scale apart", () => {
    expect(kinds(tree([judged("a", "direct"), judged("b", "aside")]))).toEqual([["far-apart", "goals"]]);
    expect(kinds(tree([judged("a", "direct"), judged("b", "partly")]))).toEqual([]);
  });
  // Numeric 1–10: 6 and 1 are 5 of 9 apart (0.56), 5 and 1 are 4 of 9 (0.44).
  it("are told on a numeric scale by its length, and never on one without order", () => {
    expect(kinds(tree([judged("a", 6), judged("b", 1)], plan, numeric))).toEqual([["far-apart", "goals"]]);
    expect(kinds(tree([judged("a", 5), judged("b", 1)], plan, numeric))).toEqual([]);
    expect(kinds(tree([judged("a", "adds"), judged("b", "clashes")], plan, nominal))).toEqual([]);
  });
  // a = none (0) above a1 = partly (2) and a2 = direct (3): below the lowest. With a = partly it lies between them.
  it("are a node judged outside all that lies below it", () => {
    const below = [judged("a1", "partly"), judged("a2", "direct")];
    expect(kinds(tree([judged("a", "none"), ...below]))).toEqual([["unlike-below", "a"]]);
    expect(kinds(tree([judged("a", "partly"), ...below]))).toEqual([]);
  });
  it("are a class that occurs nowhere below, on a scale without order", () => {
    expect(kinds(tree([judged("a", "adds"), judged("a1", "clashes")], plan, nominal))).toEqual([["unlike-below", "a"]]);
    expect(kinds(tree([judged("a", "adds"), judged("a1", "clashes"), judged("a2", "adds")], plan, nominal))).toEqual([]);
  });
  it("are a node judged outside the framework that works it out, if that is judged on the same scale", () => {
    const made = tree([judged("a", "direct")]);
    expect(kinds(made, [tree([judged("x", "none"), judged("y", "aside")], other)])).toEqual([["unlike-elsewhere", "a"]]);
    expect(kinds(made, [tree([judged("x", "none"), judged("y", "direct")], other)])).toEqual([]);
    expect(kinds(made, [tree([], other)])).toEqual([]);
    expect(kinds(made, [tree([judged("x", "adds")], other, nominal)])).toEqual([]);
  });
  it("are a ground of a judgement that is cited against a statement", () => {
    const cited = { node: "b", ground: "S01:1", statement: "F2" };
    expect(contradictionsOf(tree([judged("b", "none")]), [], [cited])).toEqual([{ kind: "cited-against", ...cited }]);
  });
});
