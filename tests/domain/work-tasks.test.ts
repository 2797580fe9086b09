import { describe, expect, it } from "vitest";
import type { StudyWork, Worker, WorkSection } from "~/domain/work/study-work";
import { isReadyToCompile, unassignedSections } from "~/domain/work/section-work";
import { tasksFor } from "~/domain/work/tasks";

const day = (n: number) => new Date(Date.UTC(2026, 8, n));

const section = (more: Partial<WorkSection> = {}): WorkSection => ({
  id: "s",
  code: "3.1",
  number: "3.1",
  annex: false,
  depth: 1,
  heading: { en: "What works" },
  state: "in-writing",
  status: "in-writing",
  writerIds: ["noor"],
  reviewerIds: ["rosa"],
  authorIds: [],
  signedByIds: [],
  lapsedByIds: [],
  needsSignOff: true,
  complete: false,
  statements: 2,
  unsupported: ["F2"],
  since: day(5),
  dueOn: null,
  reviewDueOn: null,
  missing: 1,
  lacking: 0,
  vacantSince: null,
  ...more,
});

const study = (more: Partial<StudyWork> = {}): StudyWork => ({
  slug: "dues",
  title: { en: "Dues" },
  languages: ["en"],
  startedAt: day(1),
  endsOn: null,
  frozen: true,
  sections: [],
  interviews: [],
  rounds: [],
  frameworks: [],
  sources: { total: 0, read: 0 },
  editions: [],
  asked: [],
  corrections: [],
  withdrawn: [],
  notices: [],
  screening: [],
  talk: { threads: [], suggestions: [], remarks: [] },
  ...more,
});

const noor = { id: "noor", role: "researcher" } as const;
const rosa = { id: "rosa", role: "reviewer" } as const;
const lotte = { id: "lotte", role: "lead" } as const;
const cees = { id: "cees", role: "commissioner" } as const;
const round = {
  number: 1,
  title: { en: "First" },
  state: "rating",
  subjectKind: "actor",
  since: day(3),
  raterIds: ["noor", "samir", "rosa"],
  sentIds: ["samir"],
  differing: 0,
  dueOn: null,
  late: false,
  gone: [],
} as const;
const kinds = (...asked: Parameters<typeof tasksFor>) => tasksFor(...asked).map(({ kind, group }) => `${group} ${kind}`);

describe("what waits for whom", () => {
  it.each([
    ["in writing, for its writer", section(), noor, ["own write-section"]],
    ["not started, for its writer", section({ state: "not-started", status: "not-started" }), noor, ["own start-section"]],
    ["changes asked, for its writer", section({ state: "changes-asked", status: "changes-asked" }), noor, ["others change-section"]],
    ["in review, for its reviewer", section({ state: "in-review", status: "in-review" }), rosa, ["review review-section"]],
    ["in review, not for its writer", section({ state: "in-review", status: "in-review" }), noor, []],
    ["in review, not for a reviewer who wrote in it", section({ state: "in-review", status: "in-review", authorIds: ["rosa"] }), rosa, []],
    ["in review, not for a reviewer who signed", section({ state: "in-review", status: "in-review", signedByIds: ["rosa"] }), rosa, []],
    [
      "signed off and stale, for who signed it",
      section({ state: "signed-off", status: "stale", lapsedByIds: ["rosa"] }),
      rosa,
      ["review sign-again"],
    ],
    ["signed off, for nobody", section({ state: "signed-off", status: "signed-off", signedByIds: ["rosa"], complete: true }), rosa, []],
    ["in writing by another", section(), { id: "samir", role: "researcher" } as const, []],
  ])("a section %s", (_, one, who, expected) => {
    expect(kinds(study({ sections: [one] }), who)).toEqual(expected);
  });

  it("asks a rater who has not sent, and says of the others only how many have", () => {
    const [task] = tasksFor(study({ rounds: [round] }), noor);
    expect(task).toMatchObject({ kind: "rate", group: "others", status: "blind", count: 1, of: 3 });
    expect(kinds(study({ rounds: [round] }), { id: "samir", role: "researcher" })).toEqual([]);
    expect(kinds(study({ rounds: [{ ...round, state: "open" }] }), noor)).toEqual([]);
  });

  it("asks who holds an interview to hold it and to settle its open questions", () => {
    const interview = {
      code: "I1",
      state: "planned",
      plannedOn: "2026-09-09",
      heldOn: null,
      interviewerIds: ["noor"],
      open: 0,
      unconsented: 0,
      since: day(2),
    } as const;
    expect(kinds(study({ interviews: [interview] }), noor)).toEqual(["own hold-interview"]);
    expect(tasksFor(study({ interviews: [{ ...interview, state: "held", open: 4 }] }), noor)).toMatchObject([
      { kind: "record-interview", count: 4 },
    ]);
    expect(
      kinds(
        study({
          interviews: [
            { ...interview, state: "recorded" },
            { ...interview, state: "declined" },
          ],
        }),
        noor,
      ),
    ).toEqual([]);
    expect(kinds(study({ interviews: [interview] }), rosa)).toEqual([]);
    const candidates = study({ interviews: [interview, { ...interview, code: "I2", state: "candidate" }] });
    expect(kinds(candidates, noor)).toEqual(["own hold-interview"]);
    expect(tasksFor(candidates, lotte)).toMatchObject([{ kind: "agree-interviews", count: 1, of: 2, path: "/interviews?state=candidate" }]);
  });

  it("asks who held an interview, and the lead, for the consent that is still to be recorded", () => {
    const interview = {
      code: "I1",
      state: "recorded",
      plannedOn: null,
      heldOn: "2026-09-09",
      interviewerIds: ["noor"],
      open: 0,
      unconsented: 2,
      since: day(2),
    } as const;
    const asked = [{ kind: "record-consent", group: "others", count: 2, path: "/interviews/I1/participants" }];
    expect(tasksFor(study({ interviews: [interview] }), noor)).toMatchObject(asked);
    expect(tasksFor(study({ interviews: [interview] }), lotte)).toMatchObject(asked);
    expect(kinds(study({ interviews: [interview] }), { id: "samir", role: "researcher" })).toEqual([]);
    expect(kinds(study({ interviews: [interview] }), rosa)).toEqual([]);
    expect(kinds(study({ interviews: [{ ...interview, unconsented: 0 }] }), lotte)).toEqual([]);
  });

  it("asks the lead to deal with released editions that show more than is agreed, one task for each", () => {
    const notices = [
      { edition: 2, since: day(9) },
      { edition: 1, since: day(7) },
      { edition: 2, since: day(8) },
    ];
    expect(tasksFor(study({ notices }), lotte)).toMatchObject([
      { kind: "settle-notices", group: "others", code: "1", count: 1, since: day(7), path: "/editions/1/notices" },
      { kind: "settle-notices", group: "others", code: "2", count: 2, since: day(8), path: "/editions/2/notices" },
    ]);
    expect(tasksFor(study({ notices }), noor)).toEqual([]);
  });

  it("tells raters and lead that ratings are late, and the lead whom a round waits for in vain", () => {
    const late = { ...round, dueOn: "2026-03-03", late: true };
    const shown = (rounds: StudyWork["rounds"], who: Worker) =>
      tasksFor(study({ rounds }), who).map(({ kind, status, dueOn, count, of }) => ({ kind, status, dueOn, count, of }));
    const dueOn = "2026-03-03";
    // Three raters, of whom Samir has sent: Noor and Rosa are late.
    expect(shown([late], noor)).toEqual([{ kind: "rate", status: "late", dueOn, count: 1, of: 3 }]);
    expect(shown([late], lotte)).toEqual([{ kind: "chase-raters", status: "late", dueOn, count: 2, of: 3 }]);
    const alone = { ...late, raterIds: ["lotte"], sentIds: [] };
    expect(shown([alone], lotte)).toEqual([{ kind: "rate", status: "late", dueOn, count: 0, of: 1 }]);
    const gone = { ...late, gone: ["Rosa"] };
    expect(tasksFor(study({ rounds: [gone] }), lotte)).toMatchObject([
      { kind: "replace-rater", group: "others", path: "/actors/rounds#round-1", name: { en: "Rosa" }, count: 1 },
      { kind: "chase-raters", count: 1 },
    ]);
    expect(shown([{ ...round, raterIds: ["noor"], sentIds: [] }], noor)).toMatchObject([{ kind: "rate", status: "rating" }]);
  });

  it("asks the lead to freeze, to assign and to reconcile", () => {
    const bare = section({ writerIds: [] });
    const differing = { ...round, state: "open", differing: 2 } as const;
    expect(kinds(study({ frozen: false, sections: [bare], rounds: [differing] }), lotte)).toEqual([
      "others freeze",
      "others assign",
      "others reconcile",
    ]);
    expect(kinds(study({ frozen: false, sections: [bare], rounds: [differing] }), rosa)).toEqual([]);
  });

  it("asks the lead to compile once every section is signed and nothing was compiled since", () => {
    const signed = section({ state: "signed-off", status: "signed-off", complete: true, signedByIds: ["rosa"], since: day(8) });
    expect(isReadyToCompile(study({ sections: [signed] }))).toBe(true);
    expect(isReadyToCompile(study({ sections: [signed, section()] }))).toBe(false);
    expect(isReadyToCompile(study({ sections: [signed], editions: [{ number: 1, draft: 1, released: false, at: day(9) }] }))).toBe(false);
    expect(isReadyToCompile(study({ sections: [signed], editions: [{ number: 1, draft: 1, released: false, at: day(7) }] }))).toBe(true);
  });

  it("shows the commissioner the newest released edition and nothing of the work", () => {
    const editions = [
      { number: 2, draft: 1, released: false, at: day(9) },
      { number: 1, draft: 3, released: true, at: day(6) },
    ];
    expect(
      tasksFor(study({ editions, frozen: false, sections: [section({ writerIds: ["cees"], reviewerIds: ["cees"] })] }), cees),
    ).toMatchObject([{ kind: "read-edition", path: "/editions/1/read", code: "1" }]);
    expect(tasksFor(study(), cees)).toEqual([]);
  });

  it("puts the oldest first and what was never dated last", () => {
    const sections = [section({ code: "a", since: null }), section({ code: "b", since: day(7) }), section({ code: "c", since: day(2) })];
    expect(tasksFor(study({ sections }), noor).map(({ path }) => path)).toEqual(["/sections/c", "/sections/b", "/sections/a"]);
  });

  it("counts as unassigned only what needs a sign-off", () => {
    expect(
      unassignedSections(
        study({ sections: [section({ reviewerIds: [], needsSignOff: false }), section({ code: "4", reviewerIds: [] })] }),
      ).map(({ code }) => code),
    ).toEqual(["4"]);
  });
});
