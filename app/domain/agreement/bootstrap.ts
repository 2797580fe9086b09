import { seededRandom } from "~/domain/statistics/random";
import type { Coefficient, RatedSubjects } from "./ratings";

/** How an interval is drawn: the number of samples, and the seed of the chance. */
export interface Drawing {
  samples: number;
  seed: number;
}

/** The middle 95 % of a coefficient over samples of subjects; null where too few samples have one. `failed` counts the samples without. */
export interface Interval {
  bounds: { low: number; high: number } | null;
  failed: number;
}

/** The share of the samples that must have a coefficient for an interval to be given: fewer would tell of chosen samples alone. */
const enoughSamples = 0.9;

/**
 * Percentile intervals of 95 % of several coefficients on the same samples, each drawn with replacement from the subjects and as large as they are
 * (B. Efron, R. J. Tibshirani, 1993, An introduction to the bootstrap, chapter 13).
 */
export function bootstrapIntervals(rated: RatedSubjects, coefficients: readonly Coefficient[], { samples, seed }: Drawing): Interval[] {
  const random = seededRandom(seed);
  const { subjects } = rated;
  const found = coefficients.map((): number[] => []);
  for (let sample = 0; sample < samples; sample += 1) {
    const drawn = subjects.map((subject) => subjects[random.below(subjects.length)] ?? subject);
    for (const [place, coefficient] of coefficients.entries()) {
      const value = coefficient({ ...rated, subjects: drawn });
      if (typeof value === "number") found[place]?.push(value);
    }
  }
  return found.map((values) => intervalOf(values, samples));
}

function intervalOf(values: readonly number[], samples: number): Interval {
  const failed = samples - values.length;
  if (values.length === 0 || values.length < enoughSamples * samples) return { bounds: null, failed };
  const sorted = Float64Array.from(values).sort();
  return { bounds: { low: quantileOf(sorted, 0.025), high: quantileOf(sorted, 0.975) }, failed };
}

/** The value that a part (0 to 1) of sorted values lies under, between neighbours in proportion (R. J. Hyndman, Y. Fan, 1996, definition 7). */
export function quantileOf(sorted: ArrayLike<number>, part: number): number {
  const place = (sorted.length - 1) * part;
  const below = Math.floor(place);
  const [low, high] = [sorted[below] ?? NaN, sorted[Math.ceil(place)] ?? NaN];
  return low === high ? low : low + (place - below) * (high - low);
}
