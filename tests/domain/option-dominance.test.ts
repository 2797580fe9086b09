import { conditionsOf, heldOptions } from "~/domain/options/conditions";
import { leftOutWords, pairWords } from "~/domain/options/dominance-words";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  comparePair,
  comparePairs,
  directionOf,
  type JudgedOption,
  neededCriteria,
  type OptionCriterion,
} from "~/domain/options/dominance";
import { Criterion } from "~/domain/protocol/criteria";
import { Option } from "~/domain/protocol/options";
import { Scale, type ScaleValue } from "~/domain/protocol/scales";

const label = (text: string) => ({ en: text });
const ordinal = Scale.parse({
  id: "choice",
  kind: "ordinal",
  title: label("Choice"),
  levels: ["worse", "same", "better"].map((key, at) => ({ key, value: at - 1, label: label(key) })),
  extraValues: [{ key: "not-given", label: label("not given") }],
});
const nominal = Scale.parse({
  id: "sort",
  kind: "nominal",
  title: label("Sort"),
  classes: ["a", "b"].map((key) => ({ key, label: label(key) })),
});
const yesNo = Scale.parse({ id: "yes", kind: "yes-no", title: label("Yes"), yes: { label: label("yes") }, no: { label: label("no") } });
const days = Scale.parse({ id: "days", kind: "numeric", title: label("Days"), min: 0, max: 100, step: 1, direction: "lower-is-better" });

const criterion = (id: string, scale: Scale = ordinal, direction?: "higher-is-better" | "lower-is-better"): OptionCriterion => ({
  criterion: Criterion.parse({ id, code: `K${id}`, subject: "option", title: label(id), scale: scale.id, ...(direction && { direction }) }),
  scale,
});
const four = ["1", "2", "3", "4"].map((id) => criterion(id));

const option = (id: string, values: Record<string, ScaleValue | null>, kind: Option["kind"] = "channel"): JudgedOption => ({
  option: Option.parse({ id, code: `W${id}`, kind, title: label(id) }),
  judged: new Map(
    Object.entries(values).map(([key, value]) => [
      key,
      value === "not-given" ? { level: null, without: "not-given" } : { level: value, without: null },
    ]),
  ),
});

describe("dominance", () => {
  // On 1, 2, 3: better = better, better > same, same > worse. At least as good everywhere, better on two.
  it("is at least as good on all that was judged for both, and better on one", () => {
    const one = option("x", { "1": "better", "2": "better", "3": "same" });
    const other = option("y", { "1": "better", "2": "same", "3": "worse" });
    expect(comparePair(one, other, four)).toEqual({
      first: "x",
      second: "y",
      verdict: "first",
      needed: 3,
      firstBetter: ["2", "3"],
      secondBetter: [],
      same: ["1"],
      leftOut: [{ criterion: "4", why: "both-without" }],
    });
    expect(comparePair(other, one, four)).toMatchObject({ verdict: "second", secondBetter: ["2", "3"] });
  });
  it("is not there where each is better somewhere, nor where they are the same on all", () => {
    const one = option("x", { "1": "better", "2": "worse", "3": "same" });
    expect(comparePair(one, option("y", { "1": "worse", "2": "better", "3": "same" }), four)?.verdict).toBe("trade-off");
    expect(comparePair(one, option("y", { "1": "better", "2": "worse", "3": "same" }), four)?.verdict).toBe("equal");
  });
  it("needs three criteria that both have a level on, or all where the protocol has fewer", () => {
    const one = option("x", { "1": "better", "2": "better", "3": "not-given" });
    const other = option("y", { "1": "same", "2": "same", "3": "same" });
    expect(comparePair(one, other, four)).toMatchObject({ verdict: "too-few", firstBetter: ["1", "2"] });
    expect(comparePair(one, other, four.slice(0, 2))).toMatchObject({ verdict: "first", needed: 2 });
    expect(neededCriteria([criterion("1", nominal)])).toBe(0);
    expect(comparePair(one, other, [criterion("1", nominal)])?.verdict).toBe("too-few");
  });
  it("leaves out, and names, answers without a level and scales without order", () => {
    const one = option("x", { "1": "better", "2": "not-given", n: "a", y: "yes" });
    const other = option("y", { "1": "same", "2": "better", "3": "better", n: "b", y: "no" });
    expect(comparePair(one, other, [...four.slice(0, 3), criterion("n", nominal), criterion("y", yesNo)])?.leftOut).toEqual([
      { criterion: "2", why: "first-without" },
      { criterion: "3", why: "first-without" },
      { criterion: "n", why: "no-order" },
      { criterion: "y", why: "no-order" },
    ]);
  });
  it("respects which way a criterion or its scale points", () => {
    const fast = option("x", { d: 10 });
    const slow = option("y", { d: 30 });
    expect(directionOf(criterion("d", days))).toBe("lower-is-better");
    expect(comparePair(fast, slow, [criterion("d", days)])).toMatchObject({ firstBetter: ["d"], verdict: "first" });
    expect(comparePair(fast, slow, [criterion("d", days, "higher-is-better")])).toMatchObject({ secondBetter: ["d"], verdict: "second" });
  });
  it("is told within one kind only", () => {
    const all = [option("x", {}), option("y", {}, "mode"), option("z", {})];
    expect(comparePairs(all, four).map(({ first, second }) => [first, second])).toEqual([["x", "z"]]);
  });

  const level = fc.constantFrom("worse", "same", "better", "not-given", null);
  const values = fc.record({ "1": level, "2": level, "3": level, "4": level });
  it("is never mutual, and holds the other way round when the options change places", () => {
    const mirrored = { first: "second", second: "first", equal: "equal", "trade-off": "trade-off", "too-few": "too-few" } as const;
    fc.assert(
      fc.property(values, values, (a, b) => {
        const there = comparePair(option("x", a), option("y", b), four);
        const back = comparePair(option("y", b), option("x", a), four);
        return there !== null && back !== null && mirrored[there.verdict] === back.verdict;
      }),
    );
  });
});

describe("a condition", () => {
  const named = (id: string, kind: Option["kind"], holdsFor?: string[]) =>
    Option.parse({ id, code: `W${id}`, kind, title: label(id), ...(holdsFor && { holdsFor }) });
  const all = [named("a", "channel"), named("b", "mode"), named("c", "condition"), named("d", "condition", ["b"])];
  const ids = (options: readonly Option[] | null) => options?.map(({ id }) => id) ?? null;

  it("holds for the options that it names, or for all of other kinds", () => {
    expect(all.map((one) => ids(heldOptions(one, all)))).toEqual([null, null, null, ["b"]]);
    expect(all.map((one) => ids(conditionsOf(one, all)))).toEqual([["c"], ["c", "d"], [], []]);
  });
});

describe("a comparison in words", () => {
  const say = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
    `${key.replace("pictures.options.", "")} ${Object.entries(values)
      .map(([name, value]) => `${name}=${value}`)
      .join(" ")}`;
  const words = { say, text: (text: { readonly [language: string]: string } | null | undefined) => text?.["en"] ?? "", number: String };

  it("names the winner, what it rests on and what was left out", () => {
    const one = option("x", { "1": "better", "2": "better", "3": "same" });
    const other = option("y", { "1": "better", "2": "same", "3": "worse", "4": "same" });
    const pair = comparePair(other, one, four);
    const named = { options: [one.option, other.option], criteria: four };
    expect(pair && pairWords(pair, named, words)).toMatch(/^dominates .*shared=3 .*same=1 winner=Wx loser=Wy better=2, 3$/u);
    expect(pair && leftOutWords(pair, named, words)).toBe("leftOut.all parts=leftOut.second-without first=Wy second=Wx criteria=4");
  });
});
