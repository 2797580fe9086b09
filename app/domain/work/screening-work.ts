import type { ScreeningStep } from "~/domain/screening/steps";
import { blank, oldestOf, type WaitingTask } from "./task";

/** Publications that wait at one step of the screening, by who has decided there: at `differs` for one decision that counts, else for one more decision. What was decided is not in it. */
export interface WorkScreening {
  step: ScreeningStep;
  differs: boolean;
  screenerIds: readonly string[];
  count: number;
  since: Date;
}

const kinds = { "title-abstract": "screen-titles", retrieval: "find-texts", "full-text": "read-texts" } as const;

/** The screening that waits for a person who may decide: one task per step for what she has not decided on, and one for the differences that she may settle. */
export function screeningTasks(waiting: readonly WorkScreening[], who: { id: string; role: string }): WaitingTask[] {
  const mine = waiting.filter(({ differs, screenerIds }) => !differs && !screenerIds.includes(who.id));
  const differing = waiting.filter(({ differs, screenerIds }) => differs && (who.role === "lead" || screenerIds.includes(who.id)));
  const steps = (Object.keys(kinds) as ScreeningStep[]).flatMap((step) => {
    const here = mine.filter((one) => one.step === step);
    if (here.length === 0) return [];
    const begun = here.filter(({ screenerIds }) => screenerIds.length > 0);
    const path = `/sources/screening/${step}`;
    const task = { ...blank, key: `screen ${step}`, kind: kinds[step], group: "own" as const, path };
    return [{ ...task, ...sumOf(here), of: sumOf(begun).count }];
  });
  if (differing.length === 0) return steps;
  const settle = {
    key: "settle screening",
    kind: "settle-screening" as const,
    group: "others" as const,
    path: "/sources/screening/conflicts",
  };
  return [...steps, { ...blank, ...settle, ...sumOf(differing) }];
}

function sumOf(groups: readonly WorkScreening[]): { count: number; since: Date | null } {
  return {
    count: groups.reduce((sum, { count }) => sum + count, 0),
    since: oldestOf(groups.map(({ since }) => since)),
  };
}
