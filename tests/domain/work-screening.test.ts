import { describe, expect, it } from "vitest";
import { screeningTasks, type WorkScreening } from "~/domain/work/screening-work";

const day = (n: number) => new Date(Date.UTC(2026, 8, n));
const waiting = (more: Partial<WorkScreening>): WorkScreening => ({
  step: "title-abstract",
  differs: false,
  screenerIds: [],
  count: 1,
  since: day(5),
  ...more,
});
const noor = { id: "noor", role: "researcher" };
const lotte = { id: "lotte", role: "lead" };

const study = [
  waiting({ count: 4, since: day(4) }),
  waiting({ count: 2, since: day(3), screenerIds: ["samir"] }),
  waiting({ count: 3, screenerIds: ["noor"] }),
  waiting({ step: "full-text", count: 15 }),
  waiting({ step: "full-text", count: 1, differs: true, screenerIds: ["noor", "samir"] }),
  waiting({ step: "title-abstract", count: 2, differs: true, screenerIds: ["ines", "samir"], since: day(2) }),
];

describe("the screening that waits", () => {
  it("is one task per step, with what a person has not decided on, and how much of it waits for her as the second", () => {
    expect(screeningTasks(study, noor).map(({ kind, path, count, of, since }) => [kind, path, count, of, since])).toEqual([
      ["screen-titles", "/sources/screening/title-abstract", 6, 2, day(3)],
      ["read-texts", "/sources/screening/full-text", 15, 0, day(5)],
      ["settle-screening", "/sources/screening/conflicts", 1, 0, day(5)],
    ]);
  });

  it("lets the lead settle every difference, and others those that they decided on", () => {
    const differences = (who: typeof noor) =>
      screeningTasks(study, who).flatMap(({ kind, count }) => (kind === "settle-screening" ? [count] : []));
    expect(differences(lotte)).toEqual([3]);
    expect(differences({ id: "ines", role: "researcher" })).toEqual([2]);
    expect(differences({ id: "omar", role: "researcher" })).toEqual([]);
  });

  it("asks whether a text was obtained, and nothing where nothing waits", () => {
    expect(screeningTasks([waiting({ step: "retrieval", count: 2 })], noor)).toMatchObject([
      { kind: "find-texts", path: "/sources/screening/retrieval", count: 2 },
    ]);
    expect(screeningTasks([], lotte)).toEqual([]);
  });
});
