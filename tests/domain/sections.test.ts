import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareStatementCodes, statementCode } from "~/domain/evidence/codes";
import { makeGraph, reachableFromSection } from "~/domain/evidence/graph";
import { sectionStates, type SectionMove, type SectionState } from "~/domain/moves/section";
import type { Person, Role } from "~/domain/permissions";
import { assignedPeople } from "~/domain/sections/assignment";
import { movesOf, needsSignOff, sectionMove, type SectionFacts } from "~/domain/sections/moves-of";
import { numberSections } from "~/domain/sections/numbering";
import { isSignOffComplete, isStale, isValidSignOff, signOffsMissing, staleCauses } from "~/domain/sections/sign-off";
import { firstSortKeys, sortKeyBetween, sortKeyShape } from "~/domain/sections/sort-key";
import { isTranslationWritable, isWritable, statusKey } from "~/domain/sections/standing";

const moves: SectionMove[] = ["start", "send-to-review", "recall", "ask-changes", "sign-off", "reopen"];

describe("every move in every state", () => {
  const none = null;
  // MODEL, "Writing, review, sign-off": rows are states, columns the moves in the order above
  const table: [SectionState, boolean, (SectionState | null)[]][] = [
    ["not-started", false, ["in-writing", none, none, none, none, none]],
    ["in-writing", false, [none, "in-review", none, none, none, none]],
    ["in-review", false, [none, none, "in-writing", "changes-asked", "signed-off", none]],
    ["changes-asked", false, [none, "in-review", none, none, none, none]],
    ["signed-off", false, [none, none, none, none, none, "in-writing"]],
    ["signed-off", true, [none, none, none, "changes-asked", "signed-off", "in-writing"]],
  ];
  it.each(table)("%s, stale %s", (state, stale, to) => {
    expect(moves.map((name) => sectionMove({ state, stale }, name)?.to ?? null)).toEqual(to);
  });
  it("asks a reason for changes and for re-opening only", () => {
    const needing = sectionStates.flatMap((state) => moves.filter((name) => sectionMove({ state, stale: true }, name)?.needsReason));
    expect([...new Set(needing)].toSorted()).toEqual(["ask-changes", "reopen"]);
  });
});

const person = (id: string, role: Role): Person => ({ id, administrator: false, mayStart: false, roles: { study: role } });
const people = { assessmentId: "study", writerIds: ["writer"], reviewerIds: ["reviewer", "author"], authorIds: ["writer", "author"] };
const facts: SectionFacts = { state: "in-review", stale: false, needsSignOff: true, contradictionsOpen: 0, signedByMe: false };

describe("what a person can do with a section", () => {
  const seen = (who: Person, changed: Partial<SectionFacts> = {}) =>
    Object.fromEntries(movesOf(people, who, { ...facts, ...changed }).map((move) => [move.name, move.hindrance]));

  it("tells the writer why she can't sign, and lets her recall", () => {
    expect(seen(person("writer", "researcher"))).toEqual({ recall: null, "ask-changes": "not-reviewer", "sign-off": "not-reviewer" });
  });
  it("tells a reviewer who wrote a part of it", () => {
    expect(seen(person("author", "reviewer"))).toEqual({ recall: "not-writer", "ask-changes": null, "sign-off": "own-work" });
  });
  it("lets a reviewer decide, once", () => {
    expect(seen(person("reviewer", "reviewer"))).toEqual({ recall: "not-writer", "ask-changes": null, "sign-off": null });
    expect(seen(person("reviewer", "reviewer"), { signedByMe: true })["sign-off"]).toBe("already-signed");
  });
  it("re-opens for the lead alone", () => {
    expect(seen(person("lead", "lead"), { state: "signed-off" })).toEqual({ reopen: null });
    expect(seen(person("writer", "researcher"), { state: "signed-off" })).toEqual({ reopen: "not-lead" });
  });
  it("holds back a section with an open contradiction, and one that needs no sign-off", () => {
    const writing: Partial<SectionFacts> = { state: "in-writing" };
    expect(seen(person("writer", "researcher"), { ...writing, contradictionsOpen: 1 })).toEqual({ "send-to-review": "contradiction-open" });
    expect(seen(person("writer", "researcher"), { ...writing, needsSignOff: false })).toEqual({ "send-to-review": "needs-no-sign-off" });
    expect(seen(person("writer", "researcher"), writing)).toEqual({ "send-to-review": null });
  });
  it("needs no sign-off when it shows the approvals or the colophon and nothing else", () => {
    expect(needsSignOff({ dataBlock: "approvals", blocks: 0 })).toBe(false);
    expect(needsSignOff({ dataBlock: "approvals", blocks: 1 })).toBe(true);
    expect(needsSignOff({ dataBlock: "colophon", blocks: 0 })).toBe(false);
    expect(needsSignOff({ dataBlock: "sources", blocks: 0 })).toBe(true);
    expect(needsSignOff({ dataBlock: null, blocks: 0 })).toBe(true);
  });
});

describe("a sign-off", () => {
  const signed = { contentDigest: "c", evidenceDigest: "e", endedAt: null };
  it("holds exactly while both digests are equal, also after going back", () => {
    expect(isValidSignOff(signed, { content: "c", evidence: "e" })).toBe(true);
    expect(isValidSignOff(signed, { content: "other", evidence: "e" })).toBe(false);
    expect(isValidSignOff(signed, { content: "c", evidence: "other" })).toBe(false);
    expect(isValidSignOff({ ...signed, endedAt: new Date(0) }, { content: "c", evidence: "e" })).toBe(false);
  });
  it("is needed of every named reviewer, or of k of them; nobody named is never enough", () => {
    const all = { rule: "all-named-reviewers" } as const;
    const two = { rule: "k-of-n", k: 2 } as const;
    expect(isSignOffComplete(all, ["a", "b"], ["a"])).toBe(false);
    expect(isSignOffComplete(all, ["a", "b"], ["b", "a", "c"])).toBe(true);
    expect(isSignOffComplete(all, [], [])).toBe(false);
    expect(isSignOffComplete(two, ["a", "b", "c"], ["a", "x"])).toBe(false);
    expect(isSignOffComplete(two, ["a", "b", "c"], ["a", "c"])).toBe(true);
    expect([
      signOffsMissing(all, ["a", "b"], ["a"]),
      signOffsMissing(two, ["a", "b", "c"], []),
      signOffsMissing(all, ["a"], ["a"]),
    ]).toEqual([1, 2, 0]);
  });
  it("makes a section stale only where it counts", () => {
    expect(sectionStates.map((state) => isStale(state, false))).toEqual([false, false, false, false, true]);
    expect(sectionStates.map((state) => statusKey(state, true))).toEqual([...sectionStates]);
    expect(statusKey("signed-off", false)).toBe("stale");
  });
});

describe("why a sign-off is stale", () => {
  const entry = (kind: "statement" | "excerpt" | "interview-answer", id: string, digest = "old") => ({ kind, id, digest });
  const graph = makeGraph({
    blocks: [
      { id: "bC", sectionId: "five", repeats: null },
      { id: "bF", sectionId: "three", repeats: null },
    ],
    statements: [
      { id: "C1", blockId: "bC", sectionId: "five", kind: "conclusion", code: "C1", question: null, part: null, contradictionAnswer: "" },
      { id: "F26", blockId: "bF", sectionId: "three", kind: "finding", code: "F26", question: null, part: null, contradictionAnswer: "" },
    ],
    links: [
      { id: "1", fromBlockId: "bC", to: { kind: "statement", id: "F26" }, kind: "supports", note: "" },
      { id: "2", fromBlockId: "bF", to: { kind: "interview-answer", id: "i3" }, kind: "supports", note: "" },
      { id: "3", fromBlockId: "bC", to: { kind: "excerpt", id: "new" }, kind: "context", note: "" },
    ],
    grounds: [],
  });
  const reached = reachableFromSection(graph, "five");
  const before = { contentDigest: "c", evidence: [entry("statement", "F26"), entry("interview-answer", "i3"), entry("excerpt", "gone")] };

  it("names the nearest cause first, directly or through a statement", () => {
    const entries = [entry("statement", "F26"), entry("interview-answer", "i3", "corrected"), entry("excerpt", "new")];
    expect(staleCauses(before, { content: "c", entries, reached })).toEqual([
      { what: "evidence", kind: "removed", node: { kind: "excerpt", id: "gone" }, steps: 1, through: null },
      { what: "evidence", kind: "added", node: { kind: "excerpt", id: "new" }, steps: 1, through: null },
      {
        what: "evidence",
        kind: "changed",
        node: { kind: "interview-answer", id: "i3" },
        steps: 2,
        through: { kind: "statement", id: "F26" },
      },
    ]);
  });
  it("puts the content before the evidence, and tells nothing when nothing changed", () => {
    expect(staleCauses(before, { content: "other", entries: before.evidence, reached })).toEqual([{ what: "content" }]);
    expect(staleCauses(before, { content: "c", entries: before.evidence, reached })).toEqual([]);
  });
});

describe("where a section may be written", () => {
  it("is before review and after changes were asked", () => {
    expect(sectionStates.filter(isWritable)).toEqual(["not-started", "in-writing", "changes-asked"]);
  });
  it("stays open in a signed section for a language that no sign-off covers", () => {
    expect(isTranslationWritable("signed-off", true, ["nl"], "en")).toBe(true);
    expect(isTranslationWritable("signed-off", true, ["nl", "en"], "en")).toBe(false);
    expect(isTranslationWritable("in-review", false, [], "en")).toBe(false);
    expect(isTranslationWritable("in-writing", false, [], "en")).toBe(true);
  });
});

describe("sort keys", () => {
  it("stay in order and in shape wherever is inserted", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 200 }), { maxLength: 200 }), (places) => {
        const keys: string[] = [];
        for (const place of places) {
          const at = keys.length === 0 ? 0 : place % (keys.length + 1);
          keys.splice(at, 0, sortKeyBetween(keys[at - 1] ?? null, keys[at] ?? null));
        }
        expect(keys).toEqual(keys.toSorted());
        expect(new Set(keys).size).toBe(keys.length);
        for (const key of keys) expect(key).toMatch(sortKeyShape);
      }),
    );
  });
  it("grow slowly at the end and refuse neighbours that are not in order", () => {
    expect(firstSortKeys(36)).toEqual([..."123456789abcdefghijklmnopqrstuvwxyz", "z1"]);
    expect(() => sortKeyBetween("b", "a")).toThrow(RangeError);
    expect(() => sortKeyBetween("a", "a")).toThrow(RangeError);
  });
});

describe("printed numbers", () => {
  const section = (code: string, parentId: string | null, sort: string, kind = "section") => ({ id: code, code, parentId, sort, kind });
  const numbers = (list: ReturnType<typeof section>[]) => numberSections(list).map((one) => [one.section.code, one.number, one.depth]);

  it("count from 1 per level, annexes apart, summaries not", () => {
    const list = [
      section("summary", null, "1", "summary"),
      section("intro", null, "2", "chapter"),
      section("why", "intro", "1"),
      section("how", "intro", "2"),
      section("end", null, "3", "chapter"),
      section("people", null, "4", "annex"),
      section("guide", null, "5", "annex"),
    ];
    expect(numbers(list.toReversed())).toEqual([
      ["summary", null, 0],
      ["intro", "1", 0],
      ["why", "1.1", 1],
      ["how", "1.2", 1],
      ["end", "2", 0],
      ["people", "1", 0],
      ["guide", "2", 0],
    ]);
  });
  it("keep a gap that the codes leave", () => {
    const list = [
      section("3", null, "1", "chapter"),
      section("3.2", "3", "1"),
      section("3.6", "3", "2"),
      section("3.6.1", "3.6", "1"),
      section("close", "3", "3", "closing"),
    ];
    expect(numbers(list)).toEqual([
      ["3", "3", 0],
      ["3.2", "3.2", 1],
      ["3.6", "3.6", 1],
      ["3.6.1", "3.6.1", 2],
      ["close", "3.7", 1],
    ]);
  });
});

describe("people of a section", () => {
  it("come from the nearest section upwards that has them, each part by itself", () => {
    const sections = [
      { id: "3", parentId: null },
      { id: "3.6", parentId: "3" },
      { id: "3.6.1", parentId: "3.6" },
    ];
    const found = assignedPeople(sections, [
      { sectionId: "3", userId: "ruben", part: "write" },
      { sectionId: "3", userId: "noor", part: "review" },
      { sectionId: "3.6", userId: "sanne", part: "write" },
    ]);
    expect(found.get("3.6.1")).toEqual({ writerIds: ["sanne"], reviewerIds: ["noor"], writersFromId: "3.6", reviewersFromId: "3" });
    expect(found.get("3")).toEqual({ writerIds: ["ruben"], reviewerIds: ["noor"], writersFromId: null, reviewersFromId: null });
  });
});

describe("codes of statements", () => {
  it("are the letter with a number, or of an answer its question with its part", () => {
    expect(statementCode("finding", { number: 12 })).toBe("F12");
    expect(statementCode("answer", { number: 1, question: "1a" })).toBe("A1a");
    expect(statementCode("answer", { number: 1, question: "0", part: "fit" })).toBe("A0.fit");
    expect(statementCode("recommendation", { number: 2 })).toBe("R2");
  });
  it("are listed along the chain, by value", () => {
    expect(["R1", "C2", "F10", "A1b", "F9", "A1a", "C10"].toSorted(compareStatementCodes)).toEqual([
      "F9",
      "F10",
      "A1a",
      "A1b",
      "C2",
      "C10",
      "R1",
    ]);
  });
});
