import { describe, expect, it } from "vitest";
import { apartOf, proposalOf, wayFor } from "~/domain/judgements/reconciliation";
import { judgedOf } from "~/domain/judgements/value";
import { Scale, type ScaleValue } from "~/domain/protocol/scales";

const label = (text: string) => ({ en: text });
const without = { extraValues: [{ key: "cannot-judge", label: label("cannot judge") }] };
const common = { title: label("Scale"), ...without };
const levels = ["none", "marginal", "partial", "substantial", "leading"].map((key, value) => ({ key, value, label: label(key) }));
const five = Scale.parse({ id: "five", kind: "ordinal", ...common, levels });
const ten = Scale.parse({ id: "ten", kind: "numeric", ...common, min: 1, max: 10, step: 1, direction: "higher-is-better" });
const classes = ["adds", "beside", "doubles"].map((key) => ({ key, label: label(key) }));
const fit = Scale.parse({ id: "fit", kind: "nominal", ...common, classes });
const open = Scale.parse({ id: "open", kind: "yes-no", ...common, yes: { label: label("yes") }, no: { label: label("no") } });

const cell = (scale: Scale, values: readonly ScaleValue[]) => values.map((value) => judgedOf(scale, value));

describe("the way of the protocol", () => {
  it("is the one for the kind of scale, and discussion where it names none", () => {
    const rules = { reconciliation: { numeric: "mean", yesNo: "majority" } } as const;
    expect([five, ten, fit, open].map(({ kind }) => wayFor(rules, kind))).toEqual(["discussion", "mean", "discussion", "majority"]);
  });
});

describe("what the way proposes", () => {
  it.each([
    // The middle of three: none < partial < leading.
    [five, "median", ["leading", "none", "partial"], "partial"],
    [five, "median", ["none", "none", "leading"], "none"],
    // Four: the middle two are the same.
    [five, "median", ["none", "partial", "partial", "leading"], "partial"],
    [ten, "median", [7, 3, 8], 7],
    [ten, "mean", [4, 5, 9], 6],
    [fit, "majority", ["adds", "doubles", "adds"], "adds"],
    [open, "majority", ["no", "yes", "no"], "no"],
    // Two of three raters gave it: more than half, though the third gave no level.
    [fit, "majority", ["adds", "cannot-judge", "adds"], "adds"],
    // Answers without a level take no part: the median of 4 and 6 is 5, of 4 and 8 as many.
    [ten, "median", [4, "cannot-judge", 6], 5],
    [ten, "mean", [4, "cannot-judge", 8], 6],
  ] as const)("on %o by %s of %j is %j", (scale, way, values, value) => {
    expect(proposalOf(scale, way, cell(scale, values))).toEqual({ way, value, exact: null, why: null });
  });

  it.each([
    // (7 + 8) / 2 = 7.5 lies between two steps of 1: as near to both, so the higher.
    [ten, "median", [7, 8], 8, 7.5],
    // (4 + 5 + 5) / 3 = 4.67, nearest 5; (4 + 4 + 5) / 3 = 4.33, nearest 4.
    [ten, "mean", [4, 5, 5], 5, 14 / 3],
    [ten, "mean", [4, 4, 5], 4, 13 / 3],
  ] as const)("on %o by %s of %j is the nearest step %j to %j", (scale, way, values, value, exact) => {
    const proposal = proposalOf(scale, way, cell(scale, values));
    expect(proposal).toMatchObject({ way, value, why: null });
    expect(proposal.exact).toBeCloseTo(exact, 10);
  });

  it("steps from the lowest value, also by fractions", () => {
    const half = Scale.parse({
      id: "half",
      kind: "numeric",
      title: label("Half"),
      min: 0.1,
      max: 1.1,
      step: 0.1,
      direction: "higher-is-better",
    });
    expect(proposalOf(half, "mean", cell(half, [0.2, 0.4])).value).toBe(0.3);
  });

  it.each([
    [five, "discussion", ["none", "leading"], null],
    // None and partial have marginal half way, which nobody gave: two levels are no number to be halved.
    [five, "median", ["none", "partial"], "tie"],
    [five, "median", ["none", "leading", "cannot-judge"], "tie"],
    [five, "median", ["none", "cannot-judge"], "too-few"],
    [ten, "mean", ["cannot-judge", 3], "too-few"],
    [fit, "majority", ["adds", "doubles"], "no-majority"],
    [fit, "majority", ["adds", "beside", "doubles"], "no-majority"],
    // Two of four raters is not more than half.
    [fit, "majority", ["adds", "adds", "cannot-judge", "doubles"], "no-majority"],
    [fit, "majority", ["cannot-judge", "cannot-judge", "adds"], "too-few"],
  ] as const)("on %o by %s of %j is nothing: %s", (scale, way, values, why) => {
    expect(proposalOf(scale, way, cell(scale, values))).toEqual({ way, value: null, exact: null, why });
  });
});

describe("how far values lie apart", () => {
  it.each([
    [five, ["partial", "partial"], 0],
    [five, ["cannot-judge", "cannot-judge"], 0],
    [five, ["none", "leading"], 1],
    // Levels 1 and 2 on a span of 4.
    [five, ["marginal", "partial", "marginal"], 0.25],
    // 3 to 6 on a span of 9.
    [ten, [3, 6, 5], 1 / 3],
    [five, ["none", "cannot-judge"], 1],
    [ten, [9, "cannot-judge", 9], 1],
    [fit, ["adds", "doubles"], 1],
    [fit, ["adds", "beside", "doubles"], 1],
    // Shares 2/3 and 1/3: (2/3 ln 3/2 + 1/3 ln 3) / ln 3 = 0.5794; with two values to choose from over ln 2 = 0.9183.
    [fit, ["adds", "adds", "doubles"], 0.5794],
    [open, ["yes", "yes", "no"], 0.9183],
  ] as const)("on %o of %j is %d", (scale, values, apart) => {
    expect(apartOf(scale, cell(scale, values))).toBeCloseTo(apart, 4);
  });

  it("does not hang on the order of raters, nor on a scale that is not known", () => {
    expect(apartOf(ten, cell(ten, [2, 9, 4]))).toBe(apartOf(ten, cell(ten, [9, 4, 2])));
    expect(apartOf(null, [judgedOf(fit, "adds"), judgedOf(fit, "doubles")])).toBe(1);
  });
});
