import { readNumber } from "~/domain/forms/read-number";
import { hasOrder } from "./weights";
import type { Criterion } from "~/domain/protocol/criteria";
import type { Scale } from "~/domain/protocol/scales";

/** The highest weight that can be typed, as in a protocol. */
const mostWeight = 1000;

/** What is wrong with a weight; each is a key of the locale namespace `problems`. */
type WeightProblem = "required" | "number" | "too-low" | "too-high";

/** Weights as they were typed, by the name of their field, with what is wrong; `weights` are those that can be counted with, by the id of the criterion. */
export interface TypedWeights {
  typed: Record<string, string>;
  problems: Record<string, WeightProblem>;
  weights: Map<string, number>;
}

/** The name under which the weight of a criterion is asked. */
export function weightField({ code }: { code: string }): string {
  return `w-${code}`;
}

/** Reads weights that somebody tries: of criteria on a scale with an order, each a number from 0 to 1,000; one that was not typed stays that of the protocol. */
export function readWeights(
  criteria: readonly Criterion[],
  scaleOf: (criterion: Criterion) => Scale | null,
  entry: (name: string) => string | null,
  language: string,
): TypedWeights {
  const read: TypedWeights = { typed: {}, problems: {}, weights: new Map() };
  for (const criterion of criteria) {
    const name = weightField(criterion);
    const text = entry(name);
    if (text === null || !hasOrder(scaleOf(criterion))) continue;
    read.typed[name] = text;
    const weight = readNumber(text, language);
    const problem = problemOf(text, weight);
    if (problem) read.problems[name] = problem;
    else if (weight !== null) read.weights.set(criterion.id, weight);
  }
  return read;
}

function problemOf(text: string, weight: number | null): WeightProblem | null {
  if (text.trim() === "") return "required";
  if (weight === null) return "number";
  if (weight < 0) return "too-low";
  return weight > mostWeight ? "too-high" : null;
}
