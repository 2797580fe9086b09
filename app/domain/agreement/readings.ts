import type { CoefficientName } from "./measure";

/** A published way to put a coefficient into words. Both are conventions of their authors, not results. */
export type Benchmark = "landis-koch" | "krippendorff";

/** What a coefficient is read as; each is a key of the locale namespace `agreement`, below `readings`. */
export const readings = {
  "landis-koch": ["poor", "slight", "fair", "moderate", "substantial", "almost-perfect"],
  krippendorff: ["unreliable", "tentative", "reliable"],
} as const;

/** A coefficient in words, by whose convention. */
export type Reading =
  | { benchmark: "landis-koch"; word: (typeof readings)["landis-koch"][number] }
  | { benchmark: "krippendorff"; word: (typeof readings)["krippendorff"][number] };

/**
 * A coefficient in words: α by K. Krippendorff (2004, Content analysis, 2nd edition, p. 241: 0.800 to rely on, 0.667 for tentative conclusions), κ and AC1 by
 * J. R. Landis and G. G. Koch (1977, The measurement of observer agreement for categorical data, Biometrics 33, p. 165). Observed agreement has no
 * reading, since part of it is chance: null.
 */
export function readingOf(name: CoefficientName, value: number): Reading | null {
  if (name === "percent") return null;
  if (name.startsWith("alpha"))
    return { benchmark: "krippendorff", word: value >= 0.8 ? "reliable" : value >= 0.667 ? "tentative" : "unreliable" };
  return { benchmark: "landis-koch", word: landisKoch(value) };
}

function landisKoch(value: number) {
  if (value < 0) return "poor";
  if (value <= 0.2) return "slight";
  if (value <= 0.4) return "fair";
  if (value <= 0.6) return "moderate";
  return value <= 0.8 ? "substantial" : "almost-perfect";
}
