import type { Criterion } from "~/domain/protocol/criteria";
import type { Scale } from "~/domain/protocol/scales";

/** Where the weight of a criterion comes from: the protocol, equal shares since the protocol has no weights, the mean of the others since it lacks one of its own, or somebody who tries another. */
type WeightSource = "protocol" | "equal" | "mean" | "typed";

/** A criterion as a ranking takes it. */
export interface WeighedCriterion {
  id: string;
  code: string;
  scale: Scale | null;
  /** 0 or more; the sum is free. 0 = shown and not counted. */
  weight: number;
  source: WeightSource;
  /** Whether the scale has an order, so that its values can be counted with: classes and yes/no can't. */
  isOrdered: boolean;
  /** Whether a lower value is the better one, from the criterion or else from its scale. */
  isTurned: boolean;
}

/** Whether the values of a scale can be counted with. */
export function hasOrder(scale: Scale | null): boolean {
  return scale?.kind === "ordinal" || scale?.kind === "numeric";
}

/** Whether a lower value on a criterion is the better one: the criterion says so, or else its scale; a higher one is where nothing is said. */
function isLowerBetter({ direction }: Pick<Criterion, "direction">, scale: Scale | null): boolean {
  const own = scale?.kind === "ordinal" || scale?.kind === "numeric" ? scale.direction : undefined;
  return (direction ?? own) === "lower-is-better";
}

/**
 * The criteria of one kind of subject with their weights. Without any weight in the protocol they count equally; where some have one, a criterion
 * that lacks it counts as the mean of those above 0. `typed` are weights that somebody tries, by id.
 */
export function weighCriteria(
  criteria: readonly Criterion[],
  scaleOf: (criterion: Criterion) => Scale | null,
  typed: ReadonlyMap<string, number> = new Map(),
): WeighedCriterion[] {
  const ordered = criteria.filter((criterion) => hasOrder(scaleOf(criterion)));
  const given = ordered.flatMap(({ weight }) => (weight === undefined ? [] : [weight]));
  const above = given.filter((weight) => weight > 0);
  const mean = above.length === 0 ? 1 : above.reduce((sum, weight) => sum + weight, 0) / above.length;
  return criteria.map((criterion) => {
    const { id, code, weight } = criterion;
    const scale = scaleOf(criterion);
    const own = typed.get(id);
    const usual = weight ?? mean;
    const source = own !== undefined && own !== usual ? "typed" : weight !== undefined ? "protocol" : given.length === 0 ? "equal" : "mean";
    return { id, code, scale, weight: own ?? usual, source, isOrdered: hasOrder(scale), isTurned: isLowerBetter(criterion, scale) };
  });
}

/** The weights as a score counts them: 0 for a criterion whose scale has no order. */
export function countedWeights(criteria: readonly WeighedCriterion[]): number[] {
  return criteria.map(({ weight, isOrdered }) => (isOrdered ? weight : 0));
}
