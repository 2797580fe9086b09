import { describe, expect, it } from "vitest";
import { outcomeOf, roundOutcomeIfAny } from "~/domain/moves/review-round";
import { assignedPeople } from "~/domain/sections/assignment";
import { readSignedContent, verdictOf, type CertificateChecks } from "~/domain/sections/certificate";
import { dataDifference } from "~/domain/sections/data-difference";
import { offeredViews, reviewViewOf } from "~/domain/sections/review-views";
import { reviewersLacking, signOffTally, type SignOffRule } from "~/domain/sections/sign-off";
import type { WorkSection } from "~/domain/work/study-work";
import { reviewerTask, reviewTask } from "~/domain/work/section-work";

const all: SignOffRule = { rule: "all-named-reviewers" };
const some = (k: number): SignOffRule => ({ rule: "k-of-n", k });

describe("who is left to sign", () => {
  it.each([
    ["everyone may", all, ["a", "b"], [], [], [], 0],
    ["one of all named wrote in it", all, ["a", "b"], ["b"], [], [], 1],
    ["one wrote in it after her sign-off, which holds", all, ["a", "b"], ["b"], [], ["b"], 0],
    ["one of all named left", all, ["a", "b"], [], ["b"], [], 1],
    ["one left after her sign-off, which holds", all, ["a", "b"], [], ["b"], ["b"], 0],
    ["nobody is named", all, [], [], [], [], 1],
    ["one of two is enough", some(1), ["a", "b"], ["b"], [], [], 0],
    ["one of two is enough, and both left", some(1), ["a", "b"], [], ["a", "b"], [], 1],
    ["two of three, and two wrote in it", some(2), ["a", "b", "c"], ["b", "c"], [], [], 1],
    ["two of one", some(2), ["a"], [], [], [], 1],
  ] as const)("when %s", (_, rule, reviewers, authorIds, gone: readonly string[], validSignerIds, lacking) => {
    const activeIds = reviewers.filter((id) => !gone.includes(id));
    expect(reviewersLacking(rule, reviewers, { authorIds, activeIds, validSignerIds })).toBe(lacking);
  });
  it("is told with how many the rule asks for and how many there are", () => {
    expect(signOffTally(some(2), ["a", "b", "c"], ["b", "x"])).toEqual({ rule: "k-of-n", needed: 2, of: 3, signed: 1 });
    expect(signOffTally(all, [], [])).toEqual({ rule: "all-named-reviewers", needed: 1, of: 0, signed: 0 });
  });
});

describe("who stepped back", () => {
  const sections = [
    { id: "chapter", parentId: null },
    { id: "part", parentId: "chapter" },
  ];
  const assignments = ["a", "b"].map((userId) => ({ sectionId: "chapter", userId, part: "review" as const }));
  it("is no reviewer of that section, and still of every other", () => {
    const people = assignedPeople(sections, assignments, [{ sectionId: "part", userId: "b" }]);
    expect(people.get("part")).toMatchObject({ reviewerIds: ["a"], reviewersFromId: "chapter" });
    expect(people.get("chapter")?.reviewerIds).toEqual(["a", "b"]);
  });
});

describe("the outcome of a round", () => {
  it("follows from the move that ends it", () => {
    const moves = ["start", "send-to-review", "recall", "ask-changes", "sign-off", "reopen"] as const;
    expect(moves.map(outcomeOf)).toEqual([undefined, undefined, "recalled", "changes-asked", "signed-off", undefined]);
    expect(roundOutcomeIfAny(null)).toBeNull();
    expect(() => roundOutcomeIfAny("lost")).toThrow(RangeError);
  });
});

describe("the view of a review", () => {
  const seen = { changes: 3 };
  it.each([
    ["a stale sign-off first", null, { seen, signed: { changes: 2, holds: false } }, "signed"],
    ["what she has not seen", null, { seen, signed: { changes: 5, holds: true } }, "seen"],
    ["the whole, when she has seen it all", null, { seen: { changes: 5 }, signed: null }, "whole"],
    ["the whole to who never saw it", "seen", { seen: null, signed: null }, "whole"],
    ["what is asked for", "beside", { seen, signed: null }, "beside"],
    ["nothing that can't be compared", "signed", { seen: null, signed: null }, "whole"],
  ] as const)("is %s", (_, asked, before, view) => {
    expect(reviewViewOf(asked, 5, before)).toBe(view);
  });
  it("offers only what there is", () => {
    expect(offeredViews({ seen: null, signed: null })).toEqual(["whole"]);
    expect(offeredViews({ seen, signed: { changes: 1, holds: true } })).toEqual(["seen", "signed", "whole", "beside"]);
  });
});

describe("the verdict of a certificate", () => {
  const good: CertificateChecks = { content: true, evidence: true, trail: true, hash: true, now: true };
  it.each([
    ["holds", good, false],
    ["stale", { ...good, now: false }, false],
    ["ended", good, true],
    ["ended", { ...good, now: false }, true],
    ["broken", { ...good, content: false }, false],
    ["broken", { ...good, evidence: false }, true],
    ["broken", { ...good, trail: null, hash: null }, false],
    ["broken", { ...good, trail: false }, false],
    ["broken", { ...good, hash: false }, false],
  ] as const)("is %s", (verdict, checks, ended) => {
    expect(verdictOf(checks, ended)).toBe(verdict);
  });
  it("reads what was signed, and passes over a block of a form that it does not know", () => {
    const text = { nl: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Kranen werken." }] }] } };
    const stored = JSON.stringify({
      heading: { nl: "Het veld" },
      language: null,
      blocks: [{ kind: "text", text, links: [] }, { kind: "new" }],
      data: [],
    });
    const { blocks } = readSignedContent(stored);
    expect(blocks[0]).toMatchObject({ kind: "text", links: [] });
    expect(blocks[1]).toBeNull();
  });
});

describe("values that a section shows", () => {
  const content = (rows: unknown[], block = "actors") => JSON.stringify({ data: [{ block, columns: ["name", "budget"], rows }] });
  const row = (id: string, name: string, budget: unknown) => ({ id, cells: [name, budget] });

  it("are told before and after, with the rows that came and went", () => {
    const before = content([row("1", "Alfa", { nl: "2 miljoen", en: "2 million" }), row("2", "Beta", null)]);
    const after = content([row("1", "Alfa", { nl: "3 miljoen", en: "3 million" }), row("3", "Gamma", "9")]);
    expect(dataDifference(before, after, "en")).toEqual([
      { block: "actors", row: "Alfa", column: "budget", before: "2 million", after: "3 million" },
      { block: "actors", row: "Gamma", column: "name", before: null, after: "Gamma" },
      { block: "actors", row: "Beta", column: "name", before: "Beta", after: null },
    ]);
    expect(dataDifference(before, before, "nl")).toEqual([]);
  });
  it("are told too when the whole block went", () => {
    expect(dataDifference(content([row("1", "Alfa", "1")]), '{"data":[]}', "nl")).toMatchObject([{ row: "Alfa", after: null }]);
  });
});

describe("tasks around a review", () => {
  const section: WorkSection = {
    ...{ id: "s", code: "3.1", number: "3.1", annex: false, depth: 1, heading: {}, state: "in-review", status: "in-review" },
    ...{ writerIds: ["noor"], reviewerIds: ["rosa", "bas"], authorIds: [], signedByIds: [], lapsedByIds: [], needsSignOff: true },
    ...{ complete: false, statements: 1, unsupported: [], since: null, dueOn: "2026-10-09", reviewDueOn: "2026-10-01" },
    ...{ missing: 2, lacking: 0, vacantSince: null },
  };
  const rosa = { id: "rosa", role: "reviewer" } as const;

  it("are due when the writer asked for a decision", () => {
    expect(reviewTask(section, rosa)).toMatchObject([{ kind: "review-section", dueOn: "2026-10-01" }]);
  });
  it("come back to who signed, where the others left", () => {
    expect(reviewTask({ ...section, signedByIds: ["rosa"] }, rosa)).toEqual([]);
    expect(reviewTask({ ...section, signedByIds: ["rosa"], complete: true }, rosa)).toHaveLength(1);
  });
  it("go on a stale section to whose sign-off lapsed, and to others only where more are asked for", () => {
    const stale = { ...section, state: "signed-off" as const, lapsedByIds: ["bas"], missing: 1 };
    expect(reviewTask(stale, rosa)).toEqual([]);
    expect(reviewTask(stale, { id: "bas", role: "reviewer" })).toMatchObject([{ kind: "sign-again" }]);
    expect(reviewTask({ ...stale, missing: 2 }, rosa)).toMatchObject([{ kind: "review-section" }]);
  });
  it("tell the lead of a reviewer who stepped back, and of too few who may sign", () => {
    expect(reviewerTask(section)).toEqual([]);
    expect(reviewerTask({ ...section, lacking: 1 })).toMatchObject([{ kind: "name-reviewer", count: 1 }]);
    expect(reviewerTask({ ...section, lacking: 1, vacantSince: new Date(0) })).toMatchObject([
      { kind: "replace-reviewer", path: "/sections/3.1/step-back" },
    ]);
  });
});
