import type { ShownDifference } from "./differences.server";

/** Where one difference is settled, below the assessment. */
export function differencePath({ code, kind, round }: Pick<ShownDifference, "code" | "kind" | "round">): string {
  return `/actors/reconcile?cell=${encodeURIComponent(code)}&of=${kind}&round=${round}`;
}

/** Where the person is in the list of differences of a round: how many are settled, and those before and after this one. */
export function stepsOf(differences: readonly ShownDifference[], code: string, round: number) {
  const here = differences.filter((one) => one.round === round);
  const place = here.findIndex((one) => one.code === code);
  const path = (one: ShownDifference | undefined) => one && differencePath(one);
  return {
    settled: here.filter(({ settled }) => settled).length,
    total: here.length,
    /** From 1; 0 where what is shown is no difference of this round. */
    place: place + 1,
    previous: place > 0 ? path(here[place - 1]) : undefined,
    next: place >= 0 ? path(here[place + 1]) : undefined,
  };
}

/** Where it goes on once a cell is settled: the next that is not, else the list of the round. */
export function afterSettling(differences: readonly ShownDifference[], round: number): string {
  const next = differences.find((one) => one.round === round && !one.settled);
  return next ? differencePath(next) : `/actors/reconcile?round=${round}`;
}
