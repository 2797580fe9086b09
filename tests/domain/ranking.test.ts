import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Criterion } from "~/domain/protocol/criteria";
import { Scale } from "~/domain/protocol/scales";
import { groupsWithin, joinProfiles, profileDistance, widestGap } from "~/domain/ranking/clusters";
import { ranksWithoutEach } from "~/domain/ranking/leave-one-out";
import { rankSubjects } from "~/domain/ranking/rank";
import { placedOn, scoreOf, type PlacedSubject } from "~/domain/ranking/score";
import { rankSpreads, shareAmongFirst, usualDraws } from "~/domain/ranking/sensitivity";
import { countedWeights, weighCriteria } from "~/domain/ranking/weights";

const label = (en: string) => ({ en });
const five = Scale.parse({
  id: "five",
  kind: "ordinal",
  title: label("Five"),
  extraValues: [{ key: "cannot-judge", label: label("cannot judge") }],
  levels: ["a", "b", "c", "d", "e"].map((key, value) => ({ key, value, label: label(key) })),
});
const ten = Scale.parse({ id: "ten", kind: "numeric", title: label("Ten"), min: 1, max: 10, step: 1, direction: "higher-is-better" });
const cost = Scale.parse({ id: "cost", kind: "numeric", title: label("Cost"), min: 0, max: 200, step: 1, direction: "lower-is-better" });
const fit = Scale.parse({
  id: "fit",
  kind: "nominal",
  title: label("Fit"),
  classes: [
    { key: "adds", label: label("adds"), value: 2 },
    { key: "doubles", label: label("doubles"), value: 1 },
  ],
});
const yesNo = Scale.parse({ id: "yes", kind: "yes-no", title: label("Yes"), yes: { label: label("yes") }, no: { label: label("no") } });
const scales = [five, ten, cost, fit, yesNo];
const scaleOf = ({ scale }: Criterion) => scales.find(({ id }) => id === scale) ?? null;
const criterion = (code: string, scale: string, more: Partial<Criterion> = {}) =>
  Criterion.parse({ id: code.toLowerCase(), code, subject: "actor", title: label(code), scale, ...more });
const weigh = (criteria: readonly Criterion[], typed?: ReadonlyMap<string, number>) => weighCriteria(criteria, scaleOf, typed);
const only = (one: Criterion) => weigh([one])[0] ?? expect.fail();
const level = (value: string | number | null) => ({ level: value, without: null });

/** A subject at these places, each as every rater saw it; null = not judged. */
const subject = (id: string, ...places: (number | null)[]): PlacedSubject => ({
  id,
  places: places.map((at) => (at === null ? null : { at, low: at, high: at, raters: 2 })),
});
const rankOf = (ranking: ReturnType<typeof rankSubjects>) => Object.fromEntries(ranking.ranked.map(({ id, rank }) => [id, rank]));

describe("the place of a value on a criterion", () => {
  it("is its part of the scale, from 0 for the lowest to 1 for the highest", () => {
    // On five levels 0 to 4: d = 3, so 3 ÷ 4. On 1 to 10: 7, so (7 − 1) ÷ 9.
    expect(placedOn(only(criterion("K1", "five")), level("d"), [])?.at).toBe(0.75);
    expect(placedOn(only(criterion("K1", "ten")), level(7), [])?.at).toBeCloseTo(6 / 9, 12);
  });
  it("is turned round where lower is better, by the scale or by the criterion, which goes before its scale", () => {
    // 50 of 0 to 200 is a quarter; turned round three quarters.
    expect(placedOn(only(criterion("K1", "cost")), level(50), [])?.at).toBe(0.75);
    expect(placedOn(only(criterion("K1", "cost", { direction: "higher-is-better" })), level(50), [])?.at).toBe(0.25);
    expect(placedOn(only(criterion("K1", "five", { direction: "lower-is-better" })), level("d"), [])?.at).toBe(0.25);
  });
  it("spans what the raters gave, also where it is turned round, and always what was agreed", () => {
    const raters = [level(40), level(80), { level: null, without: "cannot-judge" }];
    // Turned round: 40 → 0.8, 80 → 0.6, agreed 90 → 0.55, below both.
    expect(placedOn(only(criterion("K1", "cost")), level(90), raters)).toEqual({ at: 0.55, low: 0.55, high: 0.8, raters: 2 });
  });
  it.each([
    ["a class", "fit", "adds"],
    ["yes", "yes", "yes"],
  ])("is none for %s", (_, scale, value) => {
    expect(placedOn(only(criterion("K1", scale)), level(value), [level(value)])).toBeNull();
  });
  it("is none for an answer without a level and for what was not agreed", () => {
    const one = only(criterion("K1", "five"));
    expect(placedOn(one, { level: null, without: "cannot-judge" }, [level("a")])).toBeNull();
    expect(placedOn(one, null, [level("a"), level("b")])).toBeNull();
  });
});

describe("the weights of criteria", () => {
  it("are those of the protocol; classes count for nothing, whatever their weight", () => {
    const criteria = weigh([
      criterion("K1", "five", { weight: 20 }),
      criterion("K2", "fit", { weight: 5 }),
      criterion("K3", "ten", { weight: 0 }),
    ]);
    expect(countedWeights(criteria)).toEqual([20, 0, 0]);
    expect(criteria.map(({ source }) => source)).toEqual(["protocol", "protocol", "protocol"]);
  });
  it("are equal where the protocol has none", () => {
    const criteria = weigh([criterion("K1", "five"), criterion("K2", "ten")]);
    expect(criteria.map(({ weight, source }) => [weight, source])).toEqual([
      [1, "equal"],
      [1, "equal"],
    ]);
  });
  it("are the mean of the others above 0 for a criterion that lacks one", () => {
    // (30 + 10) ÷ 2; the 0 means that a criterion is not counted, and says nothing of the others.
    const criteria = weigh([
      criterion("K1", "five", { weight: 30 }),
      criterion("K2", "five", { weight: 10 }),
      criterion("K3", "five", { weight: 0 }),
      criterion("K4", "five"),
    ]);
    expect(criteria[3]).toMatchObject({ weight: 20, source: "mean" });
  });
  it("are those that somebody tries, and stay the protocol's where the same is typed", () => {
    const typed = new Map([
      ["k1", 5],
      ["k2", 10],
    ]);
    const criteria = weigh([criterion("K1", "five", { weight: 30 }), criterion("K2", "five", { weight: 10 })], typed);
    expect(criteria.map(({ weight, source }) => [weight, source])).toEqual([
      [5, "typed"],
      [10, "protocol"],
    ]);
  });
});

describe("the score of a subject", () => {
  const places = [{ at: 0.75, low: 0.5, high: 1, raters: 2 }, { at: 0.5, low: 0.5, high: 0.5, raters: 3 }, null];
  it("is Σ weight × place ÷ Σ weight over what was counted, with the bounds of the raters and what it rests on", () => {
    // Weights 25, 15, 10; the third was not judged. Score (25 × 0.75 + 15 × 0.5) ÷ 40 = 26.25 ÷ 40 = 0.65625.
    // Low (25 × 0.5 + 15 × 0.5) ÷ 40 = 0.5; high (25 × 1 + 15 × 0.5) ÷ 40 = 32.5 ÷ 40 = 0.8125. Coverage 40 of 50.
    expect(scoreOf({ id: "o1", places }, [25, 15, 10])).toEqual({
      ...{ id: "o1", score: 0.65625, low: 0.5, high: 0.8125 },
      ...{ criteria: 2, share: 0.8, raters: 3 },
    });
  });
  it("does not count a criterion of weight 0, and is none where nothing is left", () => {
    expect(scoreOf({ id: "o1", places }, [0, 15, 10])).toMatchObject({ score: 0.5, criteria: 1, share: 0.6 });
    expect(scoreOf({ id: "o1", places }, [0, 0, 10])).toMatchObject({ score: null, low: null, criteria: 0, share: 0, raters: 0 });
    expect(scoreOf({ id: "o1", places }, [0, 0, 0])).toMatchObject({ score: null, share: 0 });
  });
});

describe("a ranking", () => {
  it("gives equal scores one rank and counts all before the next: 1, 2, 2, 4", () => {
    // With weights 1 and 3: a (1 + 3 × 0.8) ÷ 4 = 0.85; b (0.5 + 3 × 0.5) ÷ 4 = 0.5; c (0.2 + 3 × 0.6) ÷ 4 = 0.5; d 0.25 ÷ 4.
    const ranking = rankSubjects([subject("d", 0.25, 0), subject("b", 0.5, 0.5), subject("a", 1, 0.8), subject("c", 0.2, 0.6)], [1, 3]);
    expect(ranking.ranked.map(({ id, rank, isShared }) => [id, rank, isShared])).toEqual([
      ["a", 1, false],
      ["b", 2, true],
      ["c", 2, true],
      ["d", 4, false],
    ]);
  });
  it("lists a subject with less than half of the weight without a rank, and ranks one with exactly half", () => {
    const ranking = rankSubjects([subject("half", null, 0.1, 0.1), subject("less", 1, null, null), subject("all", 0, 0, 0)], [5, 3, 2]);
    // half: 3 + 2 of 10 = 0.5. less: 5 of 10 = 0.5 too; with weights 4.9, 3, 2.1 it is 4.9 of 10.
    expect(rankOf(ranking)).toEqual({ less: 1, half: 2, all: 3 });
    const narrower = rankSubjects([subject("half", null, 0.1, 0.1), subject("less", 1, null, null)], [4.9, 3, 2.1]);
    expect(rankOf(narrower)).toEqual({ half: 1 });
    expect(narrower.unranked).toMatchObject([{ id: "less", score: 1, criteria: 1 }]);
  });
  it("says that there is nothing to rank by where the weights add up to 0", () => {
    expect(rankSubjects([subject("a", 1, 1)], [0, 0])).toMatchObject({
      state: "no-weight",
      ranked: [],
      unranked: [{ id: "a", score: null }],
    });
    expect(rankSubjects([subject("a")], [])).toMatchObject({ state: "no-weight" });
  });
  it("ranks one subject, subjects that are all the same, and nobody", () => {
    expect(rankOf(rankSubjects([subject("a", 0.3)], [1]))).toEqual({ a: 1 });
    expect(
      rankOf(
        rankSubjects(
          ["a", "b", "c"].map((id) => subject(id, 0.3, 0.3)),
          [1, 2],
        ),
      ),
    ).toEqual({ a: 1, b: 1, c: 1 });
    expect(rankSubjects([], [1])).toEqual({ state: "ranked", ranked: [], unranked: [], criteria: 1 });
  });
  it("ranks nobody of whom nothing can be counted", () => {
    const ranking = rankSubjects([subject("a", null, null), subject("b", null, null)], [1, 1]);
    expect([ranking.ranked, ranking.unranked.map(({ id, share }) => [id, share])]).toEqual([
      [],
      [
        ["a", 0],
        ["b", 0],
      ],
    ]);
  });
});

const weightsOf = (length: number) => fc.array(fc.integer({ min: 0, max: 100 }), { minLength: length, maxLength: length });
const placesOf = (length: number) =>
  fc.array(fc.option(fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20)), { minLength: length, maxLength: length });
const studies = fc
  .integer({ min: 1, max: 6 })
  .chain((criteria) => fc.tuple(fc.array(placesOf(criteria), { minLength: 1, maxLength: 8 }), weightsOf(criteria)))
  .map(([rows, weights]) => ({ subjects: rows.map((places, at) => subject(`s${at}`, ...places)), weights }));

describe("properties of a ranking", () => {
  it("stays the same when all weights grow by one factor", () => {
    fc.assert(
      fc.property(studies, fc.constantFrom(0.1, 0.37, 3, 1000), ({ subjects, weights }, factor) => {
        const scaled = weights.map((weight) => weight * factor);
        expect(rankOf(rankSubjects(subjects, scaled))).toEqual(rankOf(rankSubjects(subjects, weights)));
      }),
    );
  });
  it("never puts a subject above one that is at least as good everywhere", () => {
    fc.assert(
      fc.property(studies, fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 6, maxLength: 6 }), ({ subjects, weights }, worse) => {
        const [best] = subjects;
        if (!best) return;
        const below = subject("below", ...best.places.map((placed, at) => placed && Math.max(0, placed.at - (worse[at] ?? 0) / 20)));
        const before = rankOf(rankSubjects(subjects, weights));
        const after = rankOf(rankSubjects([...subjects, below], weights));
        expect(after["s0"]).toBe(before["s0"]);
        if (after["s0"] !== undefined) expect(after["below"]).toBeGreaterThanOrEqual(after["s0"]);
      }),
    );
  });
  it("keeps the score within its bounds and between 0 and 1", () => {
    fc.assert(
      fc.property(studies, ({ subjects, weights }) => {
        for (const { low, score, high } of rankSubjects(subjects, weights).ranked) {
          expect(low).toBeLessThanOrEqual(score);
          expect(score).toBeLessThanOrEqual(high);
          expect([score >= 0, score <= 1]).toEqual([true, true]);
        }
      }),
    );
  });
});

describe("how ranks move with the weights", () => {
  const draws = { draws: 2000, seed: 7, reach: 0.5 };
  it("not at all for a subject that is better everywhere", () => {
    const [best, worst] = rankSpreads([subject("a", 0.9, 0.8), subject("b", 0.5, 0.8)], [1, 4], draws);
    expect(best).toEqual({ id: "a", shares: [1, 0], median: 1, low: 1, high: 1 });
    expect(worst).toMatchObject({ shares: [0, 1], median: 2 });
  });
  it("as often as the heavier weight says: a leads on one, b on the other of two equal weights", () => {
    // a is first where the first weight is drawn above the second: by symmetry in half of the draws. The share of 2,000 draws lies within
    // 4 standard deviations, 4 × √(0.25 ÷ 2000) = 0.045.
    const [a, b] = rankSpreads([subject("a", 1, 0), subject("b", 0, 1)], [1, 1], draws);
    expect(Math.abs((a?.shares[0] ?? 0) - 0.5)).toBeLessThan(0.045);
    expect((a?.shares[0] ?? 0) + (b?.shares[0] ?? 0)).toBeCloseTo(1, 12);
    expect([a?.low, a?.high, b?.low, b?.high]).toEqual([1, 2, 1, 2]);
  });
  it("by the odds that can be worked out: the second weight must be drawn above the first one, which is half as heavy again", () => {
    // a has only the first criterion (weight 1.5), b only the second (weight 1). b is first where 1 × v > 1.5 × u, u and v even on 0.5 to 1.5.
    // v > 1.5u: u from 0.5 to 1, v from 1.5u to 1.5: ∫(1.5 − 1.5u)du over 0.5…1 = [1.5u − 0.75u²] = 0.75 − 0.5625 = 0.1875. Four standard
    // deviations of 2,000 draws: 4 × √(0.1875 × 0.8125 ÷ 2000) = 0.035.
    const [, b] = rankSpreads([subject("a", 1, 0), subject("b", 0, 1)], [1.5, 1], draws);
    expect(Math.abs((b?.shares[0] ?? 0) - 0.1875)).toBeLessThan(0.035);
  });
  it("shares a rank where scores are equal in every draw, and counts over the first ranks", () => {
    const spreads = rankSpreads([subject("a", 0.5, 0.5), subject("b", 0.5, 0.5), subject("c", 0.1, 0.1)], [1, 2], draws);
    expect(spreads.map(({ shares }) => shares)).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [0, 0, 1],
    ]);
    expect(spreads.map((spread) => shareAmongFirst(spread, 2))).toEqual([1, 1, 0]);
  });
  it("is the same for the same seed and another for another", () => {
    const subjects = [subject("a", 0.9, 0.1, 0.4), subject("b", 0.2, 0.8, 0.5), subject("c", 0.5, null, 0.6)];
    const spread = (seed: number) => rankSpreads(subjects, [3, 4, 2], { ...usualDraws, seed });
    expect(spread(1)).toEqual(spread(1));
    expect(spread(1)).not.toEqual(spread(2));
  });
  it("gives each subject one rank in every draw, whatever was judged", () => {
    fc.assert(
      fc.property(studies, fc.integer(), ({ subjects, weights }, seed) => {
        for (const { shares, low, median, high } of rankSpreads(subjects, weights, { draws: 50, seed, reach: 0.5 })) {
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
          expect([low <= median, median <= high]).toEqual([true, true]);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("leaving out one criterion", () => {
  it("ranks the same subjects without each of those with a weight", () => {
    // Weights 2, 1, 0, 1. Without the first: a (0 + 0.4) ÷ 2 = 0.2, b (1 + 0.4) ÷ 2 = 0.7, c only 0.3 of the last = 0.3 → 3, 1, 2.
    // Without the second: a (2 × 1 + 0.4) ÷ 3 = 0.8, b 0.4 ÷ 3 = 0.13, c (2 × 0.5 + 0.3) ÷ 3 = 0.43 → 1, 3, 2.
    // Without the last: a 2 ÷ 3 = 0.67, b 1 ÷ 3 = 0.33, c 0.5 → 1, 3, 2.
    const subjects = [subject("a", 1, 0, 0.9, 0.4), subject("b", 0, 1, 0.9, 0.4), subject("c", 0.5, null, 0, 0.3)];
    expect(ranksWithoutEach(subjects, [2, 1, 0, 1])).toEqual([
      { criterion: 0, ranks: [3, 1, 2] },
      { criterion: 1, ranks: [1, 3, 2] },
      { criterion: 3, ranks: [1, 3, 2] },
    ]);
  });
  it("gives no rank to a subject of which nothing is left, and none at all for one criterion", () => {
    expect(ranksWithoutEach([subject("a", 1, null), subject("b", 0.5, 0.5)], [3, 1])).toEqual([
      { criterion: 0, ranks: [null, 1] },
      { criterion: 1, ranks: [1, 2] },
    ]);
    expect(ranksWithoutEach([subject("a", 1), subject("b", 0)], [1])).toEqual([]);
  });
});

describe("joining profiles", () => {
  it("measures the mean difference over the criteria that both have", () => {
    // |0.2 − 0.6| = 0.4 and |1 − 0.8| = 0.2; the second is not shared. (0.4 + 0.2) ÷ 2 = 0.3.
    expect(profileDistance(subject("a", 0.2, 0.5, 1), subject("b", 0.6, null, 0.8))).toBeCloseTo(0.3, 12);
    expect(profileDistance(subject("a", 0.2, null), subject("b", null, 0.8))).toBeNull();
  });
  it("joins the nearest first, and two parts at the mean of all distances between them", () => {
    // On one criterion: a 0, b 0.1, c 0.5, d 0.9. a–b join at 0.1. Then ab–c: (0.5 + 0.4) ÷ 2 = 0.45; c–d: 0.4 → join at 0.4.
    // ab–cd: (0.5 + 0.9 + 0.4 + 0.8) ÷ 4 = 0.65.
    const tree = joinProfiles([subject("a", 0), subject("b", 0.1), subject("c", 0.5), subject("d", 0.9)]);
    const [left, right] = tree?.kind === "join" ? tree.parts : [];
    expect(tree).toMatchObject({ ids: ["a", "b", "c", "d"] });
    expect([left, right].map((part) => (part?.kind === "join" ? [part.ids, part.height] : null))).toEqual([
      [["a", "b"], expect.closeTo(0.1, 12)],
      [["c", "d"], expect.closeTo(0.4, 12)],
    ]);
    expect(tree).toMatchObject({ height: expect.closeTo(0.65, 12) as number });
    expect(tree && groupsWithin(tree, 0.2)).toEqual([["a", "b"], ["c"], ["d"]]);
    expect(tree && groupsWithin(tree, 0.7)).toEqual([["a", "b", "c", "d"]]);
  });
  it("cuts in the widest gap between joins, into two groups at least and half as many as subjects at most", () => {
    // 0, 0.1, 0.5, 0.9 join at 0.1, 0.4 and 0.65. Gaps: 0.1 to 0.4 (3 groups, more than 4 ÷ 2) and 0.4 to 0.65 (2 groups): cut at 0.525.
    const four = joinProfiles([subject("a", 0), subject("b", 0.1), subject("c", 0.5), subject("d", 0.9)]) ?? expect.fail();
    expect(widestGap(four)).toBeCloseTo(0.525, 12);
    // 0, 0.05, 0.1, 0.5, 0.55, 0.9: join at 0.05 twice (a–b, d–e), then ab–c at 0.075, de–f at 0.375, and all at
    // (0.5 + 0.55 + 0.9) ÷ 3 − (0 + 0.05 + 0.1) ÷ 3 = 0.6. Gaps with 2 or 3 groups: 0.075 to 0.375 (3) and 0.375 to 0.6 (2): cut at 0.225.
    const six = joinProfiles([0, 0.05, 0.1, 0.5, 0.55, 0.9].map((at, place) => subject("abcdef".charAt(place), at))) ?? expect.fail();
    expect(widestGap(six)).toBeCloseTo(0.225, 12);
    expect(groupsWithin(six, widestGap(six))).toEqual([["a", "b", "c"], ["d", "e"], ["f"]]);
  });
  it("makes one group of profiles that are all the same", () => {
    const same = joinProfiles(["a", "b", "c"].map((id) => subject(id, 0.3, 0.7))) ?? expect.fail();
    expect(groupsWithin(same, widestGap(same))).toEqual([["a", "b", "c"]]);
  });
  it("joins last those that share nothing, and knows one subject and none", () => {
    const tree = joinProfiles([subject("a", 0.5, null), subject("b", null, 0.5), subject("c", 0.6, null)]);
    expect(tree).toMatchObject({ height: 1, ids: ["a", "c", "b"] });
    expect(joinProfiles([subject("a", 1)])).toEqual({ kind: "leaf", id: "a" });
    expect(joinProfiles([])).toBeNull();
  });
  it("loses and doubles nobody, and never joins nearer than it joined before", () => {
    fc.assert(
      fc.property(studies, ({ subjects }) => {
        const tree = joinProfiles(subjects);
        const ids = tree?.kind === "join" ? tree.ids : tree ? [tree.id] : [];
        expect(ids.toSorted()).toEqual(subjects.map(({ id }) => id).toSorted());
        const isRising = (node: typeof tree): boolean =>
          node?.kind !== "join" || node.parts.every((part) => (part.kind === "leaf" || part.height <= node.height) && isRising(part));
        expect(isRising(tree)).toBe(true);
      }),
    );
  });
});
