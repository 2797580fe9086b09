import { z } from "zod";
import { bootstrapIntervals, type Drawing } from "./bootstrap";
import { cohenKappa } from "./cohen";
import { fleissKappa } from "./fleiss";
import { gwetAc1 } from "./gwet";
import { krippendorffAlpha } from "./krippendorff";
import { percentAgreement } from "./percent";
import {
  type Coefficient,
  isComparable,
  type Measurement,
  notComputed,
  type RatedSubjects,
  ratedSubjects,
  type RatingTable,
} from "./ratings";

/**
 * The fewest subjects judged by two or more raters for which figures are given: 5. A choice of the product: five subjects can be drawn in 126 different
 * samples, four in 35, which is no ground for an interval.
 */
export const fewestSubjects = 5;

/** The coefficients by name. */
const coefficientNames = [
  "percent",
  "kappa",
  "kappa-linear",
  "kappa-quadratic",
  "fleiss",
  "ac1",
  "alpha-nominal",
  "alpha-ordinal",
  "alpha-interval",
] as const;
/** The name of a coefficient. */
export type CoefficientName = (typeof coefficientNames)[number];

const coefficients: Record<CoefficientName, Coefficient> = {
  percent: percentAgreement,
  kappa: cohenKappa("none"),
  "kappa-linear": cohenKappa("linear"),
  "kappa-quadratic": cohenKappa("quadratic"),
  fleiss: fleissKappa,
  ac1: gwetAc1,
  "alpha-nominal": krippendorffAlpha("nominal"),
  "alpha-ordinal": krippendorffAlpha("ordinal"),
  "alpha-interval": krippendorffAlpha("interval"),
};

const AgreementFigure = z.strictObject({
  name: z.enum(coefficientNames),
  value: z.number().nullable(),
  /** Why there is no value; null where there is one. */
  reason: z.enum(notComputed).nullable(),
  /** The interval of 95 %; null where too few samples have a value. */
  interval: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  /** How many samples have no value. */
  failed: z.int().min(0),
});

/** How far raters agree on one criterion. */
export const Agreement = z.strictObject({
  /** How many raters gave a value. */
  raters: z.int().min(0),
  /** How many subjects two or more raters gave a value. */
  subjects: z.int().min(0),
  /** Why nothing is given at all; null where there are figures. */
  reason: z.enum(["one-rater", "few-subjects"]).nullable(),
  figures: z.array(AgreementFigure),
});
/** How far raters agree on one criterion. */
export type Agreement = z.infer<typeof Agreement>;
/** One coefficient with its interval, or why it is not given. */
export type AgreementFigure = Agreement["figures"][number];

/** The coefficients that fit a measurement and a number of raters, the headline last: κ for two raters, Fleiss' κ for more, α for any. */
export function fittingCoefficients(measurement: Measurement, raters: number): CoefficientName[] {
  switch (measurement) {
    case "nominal":
      return ["percent", raters === 2 ? "kappa" : "fleiss", "ac1", "alpha-nominal"];
    case "ordinal":
      return ["percent", ...(raters === 2 ? (["kappa-linear", "kappa-quadratic"] as const) : []), "alpha-ordinal"];
    case "interval":
      return ["percent", "alpha-interval"];
  }
}

/** How far raters agree: each fitting coefficient with its interval, the same for the same table and seed. Below the minimum it says why instead. */
export function measureAgreement(table: RatingTable, drawing: Drawing): Agreement {
  const raters = ratersWhoGave(table);
  const rated = ratedSubjects({ ...table, rows: table.rows.map((row) => row.filter((_, place) => raters.includes(place))) });
  const subjects = rated.subjects.filter(isComparable).length;
  const found = { raters: raters.length, subjects };
  if (raters.length < 2) return { ...found, reason: "one-rater", figures: [] };
  if (subjects < fewestSubjects) return { ...found, reason: "few-subjects", figures: [] };
  return { ...found, reason: null, figures: figuresOf(rated, fittingCoefficients(table.measurement, raters.length), drawing) };
}

/** The places of the raters who gave at least one value. */
function ratersWhoGave({ rows }: RatingTable): number[] {
  const places = rows[0]?.map((_, place) => place) ?? [];
  return places.filter((place) => rows.some((row) => row[place] != null));
}

function figuresOf(rated: RatedSubjects, names: readonly CoefficientName[], drawing: Drawing): AgreementFigure[] {
  const values = names.map((name) => ({ name, value: coefficients[name](rated) }));
  const given = values.flatMap(({ name, value }) => (typeof value === "number" ? [name] : []));
  const intervals = bootstrapIntervals(
    rated,
    given.map((name) => coefficients[name]),
    drawing,
  );
  const intervalOf = new Map(given.map((name, place) => [name, intervals[place]]));
  return values.map(({ name, value }) => {
    if (typeof value === "string") return { name, value: null, reason: value, interval: null, failed: 0 };
    const { bounds = null, failed = 0 } = intervalOf.get(name) ?? {};
    return { name, value, reason: null, interval: bounds, failed };
  });
}
