import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { bootstrapIntervals, quantileOf } from "~/domain/agreement/bootstrap";
import { cohenKappa } from "~/domain/agreement/cohen";
import { fleissKappa } from "~/domain/agreement/fleiss";
import { gwetAc1 } from "~/domain/agreement/gwet";
import { krippendorffAlpha } from "~/domain/agreement/krippendorff";
import { Agreement, type AgreementFigure, fittingCoefficients, measureAgreement } from "~/domain/agreement/measure";
import { ratingTableOf } from "~/domain/agreement/of-scale";
import { percentAgreement } from "~/domain/agreement/percent";
import { type Coefficient, type Measurement, ratedSubjects, type RatingRow } from "~/domain/agreement/ratings";
import { readingOf } from "~/domain/agreement/readings";
import { type AgreementWords, headlineOf, tellFigure, tellNotes, writeFigure } from "~/domain/agreement/told";
import type { CellJudgement } from "~/domain/judgements/cells";
import { Scale } from "~/domain/protocol/scales";

const Count = z.array(z.array(z.number()));
const Expected = z.object({
  alpha: z.record(z.string(), z.number()).optional(),
  gwet_ac1: z.number().optional(),
  observed: z.number().optional(),
  fleiss_kappa: z.number().optional(),
  cohen_kappa: z.number().optional(),
  cohen_kappa_linear: z.number().optional(),
});
const Examples = z.array(
  z.object({
    id: z.string(),
    source: z.string(),
    shape: z.string().optional(),
    ratings: z.array(z.array(z.union([z.number(), z.literal(".")]))).optional(),
    counts: Count.optional(),
    expected: Expected.optional(),
    cases: z.array(z.object({ note: z.string(), counts: Count, expected: z.union([Expected, z.string()]) })).optional(),
  }),
);

/** Published tables with the figures that their sources print; each example names its source. */
const examples = Examples.parse(parse(readFileSync(new URL("fixtures/agreement-examples.yaml", import.meta.url), "utf8")));

interface Rated {
  rows: RatingRow[];
  scores: number[];
}

const places = (count: number) => Array.from({ length: count }, (_, place) => place);
const compute = (coefficient: Coefficient, rated: Rated) => coefficient(ratedSubjects(rated));

/** Two raters against each other, as counts: one row of ratings for each subject. */
function crossed(counts: readonly (readonly number[])[]): Rated {
  const rows = counts.flatMap((row, one) => row.flatMap((count, other) => Array.from({ length: count }, (): RatingRow => [one, other])));
  return { rows, scores: places(counts.length) };
}

/** Subjects against categories, as counts: who gave what is not known, and no figure for such a table depends on it. */
function counted(counts: readonly (readonly number[])[]): Rated {
  const rows = counts.map((row) => row.flatMap((count, category) => Array.from({ length: count }, () => category)));
  return { rows, scores: places(counts[0]?.length ?? 0) };
}

/** Raters against units, in the categories 1 to 5. */
function listed(ratings: readonly (readonly (number | ".")[])[]): Rated {
  const units = ratings[0]?.map((_, unit) => ratings.map((rater) => rater[unit])) ?? [];
  return { rows: units.map((unit) => unit.map((value) => (typeof value === "number" ? value - 1 : null))), scores: [1, 2, 3, 4, 5] };
}

const computed: Record<string, Coefficient> = {
  observed: percentAgreement,
  fleiss_kappa: fleissKappa,
  gwet_ac1: gwetAc1,
  cohen_kappa: cohenKappa("none"),
  cohen_kappa_linear: cohenKappa("linear"),
  "alpha nominal": krippendorffAlpha("nominal"),
  "alpha ordinal": krippendorffAlpha("ordinal"),
  "alpha interval": krippendorffAlpha("interval"),
  "alpha ratio": krippendorffAlpha("ratio"),
};

/** How many digits a source prints; the digits that are written, since YAML drops a last zero. */
const printed: Record<string, number> = { cohen_kappa: 4, cohen_kappa_linear: 4, gwet_ac1: 5, fleiss_kappa: 3, observed: 3 };
const digitsOf = (name: string, value: number) => Math.max(printed[name] ?? 3, String(value).split(".")[1]?.length ?? 0);

const figures = examples.flatMap(({ id, source, ratings, counts, shape, expected }) => {
  if (!expected) return [];
  const { alpha = {}, ...others } = expected;
  const rated = ratings ? listed(ratings) : shape?.startsWith("rater") ? crossed(counts ?? []) : counted(counts ?? []);
  const named = [...Object.entries(alpha).map(([kind, value]) => [`alpha ${kind}`, value] as const), ...Object.entries(others)];
  return named.map(([name, value]) => ({ id, source, name, value: Number(value), rated }));
});

describe("published figures of agreement", () => {
  it("are fourteen, from six tables", () => {
    expect(figures.map(({ id, name }) => `${id}: ${name}`)).toEqual([
      "krippendorff-2011: alpha nominal",
      "krippendorff-2011: alpha ordinal",
      "krippendorff-2011: alpha interval",
      "krippendorff-2011: alpha ratio",
      "krippendorff-2011: gwet_ac1",
      "fleiss-14-raters: observed",
      "fleiss-14-raters: fleiss_kappa",
      "irrcac-3x3: observed",
      "irrcac-3x3: cohen_kappa",
      "two-by-two: cohen_kappa",
      "ms-patients-winnipeg: cohen_kappa",
      "ms-patients-winnipeg: cohen_kappa_linear",
      "ms-patients-new-orleans: cohen_kappa",
      "ms-patients-new-orleans: cohen_kappa_linear",
    ]);
  });

  it.each(figures)("$id, $name: $value ($source)", ({ name, value, rated }) => {
    const found = compute(computed[name] ?? percentAgreement, rated);
    expect(typeof found).toBe("number");
    // Half a unit of the last printed digit.
    expect(Math.abs(Number(found) - value)).toBeLessThanOrEqual(0.5 * 10 ** -digitsOf(name, value));
  });

  it.each(examples.flatMap(({ cases = [] }) => cases))("degenerate: $note", ({ counts, expected }) => {
    const found = compute(cohenKappa("none"), crossed(counts));
    if (typeof expected === "string") expect(found).toBe("one-value");
    else expect(found).toBe(expected.cohen_kappa);
  });
});

describe("weighted kappa", () => {
  // Four subjects in the categories 0, 1 and 2: 0–0, 1–1, 2–2 and 0–2. The first rater gave them 2, 1 and 1 times, the second 1, 1 and 2 times.
  const rated = { rows: [[0, 0], [1, 1], [2, 2], [0, 2]], scores: [0, 1, 2] }; // prettier-ignore

  it("counts the steps between two values", () => {
    // Observed 2 steps in 4 pairs; expected 2·1·1 + 2·2·2 + 1·1·1 + 1·2·1 + 1·1·2 + 1·1·1 = 16 in 16 pairs: κ = 1 − (2 ÷ 4) ÷ (16 ÷ 16).
    expect(compute(cohenKappa("linear"), rated)).toBe(0.5);
  });

  it("counts the square of the steps", () => {
    // Observed 4 in 4 pairs; expected 2·1·1 + 2·2·4 + 1·1·1 + 1·2·1 + 1·1·4 + 1·1·1 = 26 in 16 pairs: κ = 1 − (4 ÷ 4) ÷ (26 ÷ 16) = 10 ÷ 26.
    expect(compute(cohenKappa("quadratic"), rated)).toBeCloseTo(10 / 26, 12);
  });

  it("counts a category that nobody gave as a step", () => {
    // 0–0, 1–1, 3–3 and 0–1 where nobody gave 2: observed 1 step in 4 pairs; expected 2·(2·1 + 1·3) + 1·(1·1 + 1·2) + 1·(1·3 + 2·2) = 20 in 16 pairs:
    // κ = 1 − (1 ÷ 4) ÷ (20 ÷ 16) = 0.8. Were the 3 the next step after 1, it would be 1 − 4 ÷ 14.
    const gap = { rows: [[0, 0], [1, 1], [3, 3], [0, 1]], scores: [0, 1, 2, 3] }; // prettier-ignore
    expect(compute(cohenKappa("linear"), gap)).toBeCloseTo(0.8, 12);
  });

  it("takes the subjects that both raters judged", () => {
    const more = { ...rated, rows: [...rated.rows, [0, null], [null, 2]] };
    expect(compute(cohenKappa("quadratic"), more)).toBe(compute(cohenKappa("quadratic"), rated));
  });

  it("is of two raters alone", () => {
    expect(compute(cohenKappa("none"), { rows: [[0, 1, 0]], scores: [0, 1] })).toBe("not-two-raters");
  });
});

describe("degenerate tables", () => {
  it("of subjects with one rating have nothing to compare", () => {
    const rated = { rows: [[0, null], [null, 1]], scores: [0, 1] }; // prettier-ignore
    for (const coefficient of Object.values(computed)) expect(compute(coefficient, rated)).toBe("few-subjects");
  });

  it("with another number of raters per subject have no Fleiss' kappa", () => {
    expect(compute(fleissKappa, { rows: [[0, 0, 1], [1, 1, null]], scores: [0, 1] })).toBe("unequal-raters"); // prettier-ignore
  });

  it("leave a subject with one rating out of Fleiss' kappa", () => {
    const rows = [[0, 0, 0], [1, 1, 0], [1, 1, 1]]; // prettier-ignore
    const scores = [0, 1];
    expect(compute(fleissKappa, { rows: [...rows, [null, 1, null]], scores })).toBe(compute(fleissKappa, { rows, scores }));
  });

  it("of raters who always differ lie below 0", () => {
    // Two raters, two subjects, 0–1 and 1–0: observed 0, expected ½ by the shares of the categories, so that Fleiss' κ = (0 − ½) ÷ ½.
    expect(compute(fleissKappa, { rows: [[0, 1], [1, 0]], scores: [0, 1] })).toBe(-1); // prettier-ignore
  });
});

interface Drawn {
  rows: RatingRow[];
  scores: number[];
}

/** A table of ratings: 1 to 12 subjects, 2 to 4 raters, 2 to 5 categories; some ratings are missing. */
const tables = ({ missing = true, raters = { min: 2, max: 4 } } = {}): fc.Arbitrary<Drawn> =>
  fc.tuple(fc.integer(raters), fc.integer({ min: 2, max: 5 })).chain(([columns, categories]) => {
    const place = fc.nat({ max: categories - 1 });
    const cell: fc.Arbitrary<number | null> = missing ? fc.option(place, { freq: 4 }) : place;
    const row = fc.array(cell, { minLength: columns, maxLength: columns });
    return fc.array(row, { minLength: 1, maxLength: 12 }).map((rows) => ({ rows, scores: places(categories) }));
  });

const two = { raters: { min: 2, max: 2 } };
const nominal = { percentAgreement, fleissKappa, gwetAc1, kappa: cohenKappa("none"), alpha: krippendorffAlpha("nominal") };
const ordered = { linear: cohenKappa("linear"), quadratic: cohenKappa("quadratic"), alpha: krippendorffAlpha("ordinal") };
const all = { ...nominal, ...ordered, ordinal: krippendorffAlpha("ordinal"), interval: krippendorffAlpha("interval") };

/** The same figure but for rounding, or the same reason for none. */
function isSame(one: unknown, other: unknown): boolean {
  return typeof one === "number" && typeof other === "number" ? Math.abs(one - other) < 1e-9 : one === other;
}
const same = (coefficients: Record<string, Coefficient>, one: Rated, other: Rated) =>
  Object.values(coefficients).every((coefficient) => isSame(compute(coefficient, one), compute(coefficient, other)));
const shuffled = (length: number) => fc.shuffledSubarray(places(length), { minLength: length, maxLength: length });
const withOrder = (rated: fc.Arbitrary<Drawn>, lengthOf: (table: Drawn) => number) =>
  rated.chain((table) => fc.tuple(fc.constant(table), shuffled(lengthOf(table))));
const columnsOf = ({ rows }: Drawn) => rows[0]?.length ?? 0;
const either = fc.oneof(tables(), tables(two));

describe("agreement, whatever the ratings", () => {
  it("of names stays the same under any relabelling", () => {
    const relabelled = ({ rows, scores }: Drawn, order: readonly number[]) => ({
      rows: rows.map((row) => row.map((place) => (place === null ? null : (order[place] ?? null)))),
      scores,
    });
    fc.assert(
      fc.property(
        withOrder(either, ({ scores }) => scores.length),
        ([table, order]) => same(nominal, table, relabelled(table, order)),
      ),
    );
  });

  it("of an order stays the same under a relabelling that keeps it, and with the scale turned round", () => {
    const rising = fc.tuple(either, fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 5, maxLength: 5 }));
    fc.assert(
      fc.property(rising, ([table, steps]) => {
        const scores = table.scores.map((_, place) => steps.slice(0, place + 1).reduce((sum, step) => sum + step, 0));
        const last = table.scores.length - 1;
        const turned = table.rows.map((row) => row.map((place) => (place === null ? null : last - place)));
        return same(ordered, table, { ...table, scores }) && same(ordered, table, { ...table, rows: turned });
      }),
    );
  });

  it("of an order doesn't depend on categories that nobody gave, as far as it is Krippendorff's", () => {
    fc.assert(
      fc.property(either, ({ rows, scores }) => {
        const spread = rows.map((row) => row.map((place) => (place === null ? null : place * 2 + 1)));
        return same({ alpha: krippendorffAlpha("ordinal") }, { rows, scores }, { rows: spread, scores: places(scores.length * 2 + 1) });
      }),
    );
  });

  it("of distances stays the same under a linear relabelling", () => {
    const numbers = fc.tuple(either, fc.integer({ min: 1, max: 90 }), fc.integer({ min: -900, max: 900 }));
    fc.assert(
      fc.property(numbers, ([table, times, more]) => {
        const scores = table.scores.map((score) => score * (times / 8) + more / 4);
        return same({ interval: krippendorffAlpha("interval") }, table, { ...table, scores });
      }),
    );
  });

  it("doesn't depend on the order of raters or subjects", () => {
    fc.assert(
      fc.property(withOrder(either, columnsOf), ([table, order]) => {
        const raters = table.rows.map((row) => order.map((place) => row[place] ?? null));
        return same(all, table, { ...table, rows: raters }) && same(all, table, { ...table, rows: table.rows.toReversed() });
      }),
    );
  });

  it("of identical raters is 1, and can't be computed where only one value occurs", () => {
    const judged = fc.tuple(fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 12 }), fc.integer({ min: 2, max: 4 }));
    fc.assert(
      fc.property(judged, ([values, raters]) => {
        const table = { rows: values.map((value) => Array.from({ length: raters }, () => value)), scores: [0, 1, 2, 3, 4] };
        const expected = new Set(values).size === 1 ? "one-value" : 1;
        return Object.entries(all).every(([name, coefficient]) => {
          const found = compute(coefficient, table);
          if (name === "percentAgreement") return found === 1;
          if (["kappa", "linear", "quadratic"].includes(name) && raters !== 2) return found === "not-two-raters";
          return found === expected;
        });
      }),
    );
  });

  it("isn't changed by a subject or a rater without a value, nor but for Gwet's by a subject with one", () => {
    fc.assert(
      fc.property(tables(), (table) => {
        const nobody = [...table.rows, table.rows[0]?.map(() => null) ?? []];
        const single = [...table.rows, table.rows[0]?.map((_, place) => (place === 0 ? 1 : null)) ?? []];
        const idle = table.rows.map((row) => [...row, null]);
        const { gwetAc1: _, ...others } = all;
        const several = { percentAgreement, fleissKappa, gwetAc1, alpha: nominal.alpha, ordinal: all.ordinal, interval: all.interval };
        // Where nobody gave anything nobody is counted as a rater either: Cohen's then has another reason with the first subject.
        const isEmpty = table.rows.flat().every((place) => place === null);
        return (
          same(all, table, { ...table, rows: nobody }) &&
          same(several, table, { ...table, rows: idle }) &&
          same(isEmpty ? several : others, table, { ...table, rows: single })
        );
      }),
    );
  });

  it("is a number that is at most 1, or a reason", () => {
    fc.assert(
      fc.property(either, (table) =>
        Object.values(all).every((coefficient) => {
          const found = compute(coefficient, table);
          return typeof found === "string" || (Number.isFinite(found) && found <= 1 + 1e-9);
        }),
      ),
    );
  });

  it("by Krippendorff and by Fleiss differ by the size of the sample alone, where nothing is missing", () => {
    // With N subjects and m raters: 1 − α = (1 − κ)(Nm − 1) ÷ Nm (Krippendorff's α corrects for small samples, Fleiss' κ does not).
    fc.assert(
      fc.property(tables({ missing: false }), (table) => {
        const [alpha, kappa] = [compute(nominal.alpha, table), compute(fleissKappa, table)];
        if (typeof alpha === "string" || typeof kappa === "string") return alpha === kappa;
        const ratings = table.rows.length * columnsOf(table);
        return isSame(1 - alpha, ((1 - kappa) * (ratings - 1)) / ratings);
      }),
    );
  });
});

describe("an interval of samples", () => {
  it("takes a value between its neighbours in proportion", () => {
    // Five values: the part 0.1 lies at place 0.4, four tenths of the way from 1 to 2.
    expect(quantileOf([1, 2, 3, 4, 5], 0.1)).toBeCloseTo(1.4, 12);
    expect(quantileOf([7], 0.975)).toBe(7);
  });

  it("is the same for the same seed, and another for another", () => {
    const rated = ratedSubjects(listed(examples[0]?.ratings ?? []));
    const drawn = (seed: number) => bootstrapIntervals(rated, [nominal.alpha], { samples: 200, seed });
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(1)).not.toEqual(drawn(2));
  });

  it("comes close to what counting every sample gives", () => {
    // Observed agreement of 4 subjects, 2 of them agreed on: of the 256 samples 1 has none, 16 one, … so that its share is binomial (4, ½) ÷ 4:
    // 0 in 1 of 16 and 1 in 1 of 16, so that the middle 95 % runs from 0 to 1. With 8 subjects, 4 agreed: P(0) + P(1) = 9 ÷ 256 > 0.025 ≥ P(0) = 1 ÷ 256,
    // so that it runs from 1 ÷ 8 to 7 ÷ 8.
    const rows = [0, 0, 0, 0, 1, 1, 1, 1].map((other) => [0, other]);
    const [found] = bootstrapIntervals(ratedSubjects({ rows, scores: [0, 1] }), [percentAgreement], { samples: 4000, seed: 5 });
    expect(found).toEqual({ bounds: { low: 0.125, high: 0.875 }, failed: 0 });
  });

  it("counts samples that have no figure, and isn't given where they are more than one in ten", () => {
    // One subject of n has another value: a sample misses it with the chance (1 − 1 ÷ n)ⁿ, a third or more, and then only one value occurs.
    const rows = [...Array.from({ length: 9 }, () => [0, 0]), [1, 1]];
    const [found] = bootstrapIntervals(ratedSubjects({ rows, scores: [0, 1] }), [nominal.alpha], { samples: 1000, seed: 1 });
    expect(found?.bounds).toBeNull();
    // (9 ÷ 10)¹⁰ = 0.349: of 1,000 samples 349, give or take four times √(349 · 0.651) = 15.
    expect(Math.abs((found?.failed ?? 0) - 349)).toBeLessThan(60);
  });
});

describe("how far raters agree", () => {
  const drawing = { samples: 300, seed: 11 };
  const table = (measurement: Measurement, rows: RatingRow[], scores = [0, 1, 2]) => ({ measurement, rows, scores });
  const mixed = (columns: number) =>
    places(8).map((subject) => places(columns).map((rater) => (subject + (subject === 3 ? rater : 0)) % 3));

  it.each([
    ["nominal", 2, ["percent", "kappa", "ac1", "alpha-nominal"]],
    ["nominal", 3, ["percent", "fleiss", "ac1", "alpha-nominal"]],
    ["ordinal", 2, ["percent", "kappa-linear", "kappa-quadratic", "alpha-ordinal"]],
    ["ordinal", 3, ["percent", "alpha-ordinal"]],
    ["interval", 2, ["percent", "alpha-interval"]],
  ] as const)("is told on a scale that is %s by %s raters in the coefficients that fit", (measurement, raters, names) => {
    expect(fittingCoefficients(measurement, raters)).toEqual(names);
    const found = measureAgreement(table(measurement, mixed(raters)), drawing);
    expect(found.figures.map(({ name }) => name)).toEqual(names);
    expect(found.figures.every(({ value, interval }) => value !== null && interval !== null && interval.low <= interval.high)).toBe(true);
    expect(Agreement.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
  });

  it("isn't told of one rater, whoever else was asked", () => {
    const found = measureAgreement(table("ordinal", mixed(1).map((row) => [...row, null])), drawing); // prettier-ignore
    expect(found).toEqual({ raters: 1, subjects: 0, reason: "one-rater", figures: [] });
  });

  it("isn't told of fewer than five subjects that two or more judged", () => {
    const rows = [...mixed(2).slice(0, 4), [0, null], [null, 1]];
    expect(measureAgreement(table("ordinal", rows), drawing)).toEqual({ raters: 2, subjects: 4, reason: "few-subjects", figures: [] });
    expect(measureAgreement(table("ordinal", mixed(2).slice(0, 5)), drawing)).toMatchObject({ subjects: 5, reason: null });
  });

  it("isn't told of nothing at all", () => {
    expect(measureAgreement(table("nominal", []), drawing)).toMatchObject({ raters: 0, reason: "one-rater" });
  });

  it("gives the share that is the same and a reason for the rest where all gave the same value", () => {
    const { figures } = measureAgreement(table("nominal", places(6).map(() => [1, 1])), drawing); // prettier-ignore
    expect(figures).toEqual([
      { name: "percent", value: 1, reason: null, interval: { low: 1, high: 1 }, failed: 0 },
      ...["kappa", "ac1", "alpha-nominal"].map((name) => ({ name, value: null, reason: "one-value", interval: null, failed: 0 })),
    ]);
  });

  it("leaves a rater who gave no value out, so that two of three are compared as two", () => {
    const rows = mixed(2).map((row) => [row[0] ?? null, null, row[1] ?? null]);
    expect(measureAgreement(table("nominal", rows), drawing)).toEqual(measureAgreement(table("nominal", mixed(2)), drawing));
  });
});

describe("a coefficient in words", () => {
  it.each([
    ["kappa", -0.01, "poor"],
    ["kappa", 0, "slight"],
    ["kappa-linear", 0.2, "slight"],
    ["kappa-quadratic", 0.21, "fair"],
    ["fleiss", 0.41, "moderate"],
    ["ac1", 0.61, "substantial"],
    ["kappa", 0.81, "almost-perfect"],
    ["alpha-nominal", 0.666, "unreliable"],
    ["alpha-ordinal", 0.667, "tentative"],
    ["alpha-interval", 0.8, "reliable"],
  ] as const)("%s of %s is %s", (name, value, word) => {
    expect(readingOf(name, value)?.word).toBe(word);
  });

  it("isn't given for observed agreement", () => {
    expect(readingOf("percent", 0.9)).toBeNull();
  });
});

describe("ratings as they are compared", () => {
  const label = (text: string) => ({ en: text });
  const extraValues = [{ key: "cannot-judge", label: label("cannot judge") }];
  const common = { id: "s", title: label("S"), extraValues };
  const level = (key: string, value: number) => ({ key, value, label: label(key) });
  const ordinal = Scale.parse({ ...common, kind: "ordinal", levels: [level("high", 9), level("low", 1), level("middle", 2)] });
  const yesNo = Scale.parse({ ...common, kind: "yes-no", yes: { label: label("yes") }, no: { label: label("no") } });
  const numeric = Scale.parse({ ...common, kind: "numeric", min: 0, max: 10, step: 0.5, direction: "higher-is-better" });
  const gave = (subjectId: string, rater: string, level: CellJudgement["level"], without: string | null = null): CellJudgement => ({
    ...{ subjectId, rater, level, without },
    criterion: "k1",
    agreed: null,
  });
  const cells = { subjects: ["o1", "o2"], raters: ["a", "b"] };

  it("take the order of an ordinal scale, not its numbers or its file", () => {
    const judgements = [gave("o1", "a", "low"), gave("o1", "b", "high"), gave("o2", "b", "middle"), gave("o2", "a", "middle")];
    const { table, leftOut } = ratingTableOf(ordinal, { ...cells, judgements });
    expect(table).toEqual({ measurement: "ordinal", scores: [0, 1, 2], rows: [[0, 2], [1, 1]] }); // prettier-ignore
    expect(leftOut).toEqual({ without: 0, missing: 0, offScale: 0 });
  });

  it("take the numbers of a numeric scale, and the two values of yes or no as names", () => {
    const numbers = [gave("o1", "a", 7.5), gave("o1", "b", 2), gave("o2", "a", 5)];
    expect(ratingTableOf(numeric, { ...cells, judgements: numbers }).table).toEqual({
      measurement: "interval",
      scores: [2, 5, 7.5],
      rows: [[2, 0], [1, null]], // prettier-ignore
    });
    const table = ratingTableOf(yesNo, { ...cells, judgements: [gave("o1", "a", "no"), gave("o1", "b", "yes")] }).table;
    expect(table).toEqual({ measurement: "nominal", scores: [0, 1], rows: [[1, 0], [null, null]] }); // prettier-ignore
  });

  it("leave out an agreed value, an answer without a level, and what the scale doesn't have any more", () => {
    const judgements = [
      gave("o1", "a", "low"),
      gave("o1", "b", null, "cannot-judge"),
      gave("o1", "reconciled", "high"),
      gave("o2", "a", "gone"),
      gave("o3", "a", "low"),
    ];
    const { table, leftOut } = ratingTableOf(ordinal, { ...cells, judgements });
    expect(table.rows).toEqual([[0, null], [null, null]]); // prettier-ignore
    expect(leftOut).toEqual({ without: 1, missing: 1, offScale: 1 });
  });
});

describe("agreement in words", () => {
  const say: AgreementWords = (key, values) => (values ? `${key} ${JSON.stringify(values)}` : key);
  const figure = (more: Partial<AgreementFigure>): AgreementFigure => ({
    ...{ name: "alpha-nominal", value: 0.81449, reason: null, interval: { low: 0.7, high: 0.9 }, failed: 0 },
    ...more,
  });

  it("has two decimals in the language of the reader, and a percentage of more than twenty subjects", () => {
    expect(writeFigure({ name: "kappa" }, 0.81449, 30, "nl")).toBe("0,81");
    expect(writeFigure({ name: "kappa" }, -0.001, 30, "en-GB")).toBe("0.00");
    expect(writeFigure({ name: "percent" }, 0.815, 20, "en-GB")).toBe("0.82");
    expect(writeFigure({ name: "percent" }, 0.815, 21, "en-GB")).toBe("82%");
  });

  it("tells the reading of the value, and where it is another that of the lower end of its interval", () => {
    const tell = (more: Partial<AgreementFigure>) => tellFigure(figure(more), { subjects: 9 }, say, "en-GB").reading;
    expect(tell({ interval: { low: 0.8, high: 0.9 } })).toMatch(/^reading \{"reading":"readings.reliable"/u);
    expect(tell({})).toMatch(/^readingFrom .*"from":"readings.tentative"/u);
    expect(tell({ name: "percent" })).toBe("noReading");
    expect(tell({ value: null, reason: "one-value" })).toMatch(/^reasons.one-value /u);
  });

  it("says that there is no interval where there is none", () => {
    expect(tellFigure(figure({ interval: null, failed: 700 }), { subjects: 9 }, say, "nl")).toMatchObject({
      ...{ value: "0,81", interval: "noInterval", low: "", high: "", failed: "700" },
    });
  });

  it("adds what was left out, samples without a value, and that an interval without a width tells nothing", () => {
    const of = (...figures: AgreementFigure[]) => ({ raters: 2, subjects: 9, reason: null, figures });
    const none = { without: 0, missing: 0, offScale: 0 };
    expect(tellNotes(of(figure({})), none, say)).toEqual([]);
    expect(tellNotes(of(figure({ failed: 3 }), figure({ failed: 2 })), none, say)).toEqual(['failed {"failed":3,"samples":2000}']);
    expect(tellNotes(of(figure({ name: "percent", value: 1 })), { ...none, without: 2, offScale: 1 }, say)).toEqual([
      'leftOut.these {"out":"leftOut.without {\\"count\\":2}; leftOut.offScale {\\"count\\":1}"}',
      "whole",
    ]);
  });

  it("stands under α, as far as that can be computed", () => {
    const agreement = { raters: 2, subjects: 9, reason: null, figures: [figure({ name: "percent" }), figure({})] };
    expect(headlineOf(agreement)).toMatchObject({ name: "alpha-nominal", value: 0.81449 });
    expect(headlineOf({ ...agreement, figures: [figure({}), figure({ value: null, reason: "one-value" })] })).toBeNull();
    expect(headlineOf({ ...agreement, figures: [] })).toBeNull();
  });
});
