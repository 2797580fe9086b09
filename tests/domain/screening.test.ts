import { describe, expect, it } from "vitest";
import { screeningMoves, screeningStateFor, screeningStates, canMoveScreening } from "~/domain/moves/screening";
import { countKinds, fullTextCount, reasonOfCount } from "~/domain/screening/counts";
import { isAppraised, readAppraisal, storedAppraisal, withNote } from "~/domain/screening/appraisal";
import { agrees, prismaFlow, type CountedSource, type FlowRecords } from "~/domain/screening/flow";
import { DecideForm } from "~/features/screening/schema";
import { standingOf, type KnownDecision } from "~/domain/screening/standing";
import type { ScreeningDecision, ScreeningStep } from "~/domain/screening/steps";

type Short = [ScreeningStep, string, ScreeningDecision | null, (string | null)?];
const known = (...short: Short[]): KnownDecision[] =>
  short.map(([step, screener, decision, reason = null]) => ({ step, screener, decision, reason }));
const title = "title-abstract";
const full = "full-text";

describe("how a publication stands", () => {
  const cases: [string, number, KnownDecision[], string, string | null][] = [
    ["nobody has decided", 2, [], "to-screen", null],
    ["one of two has decided, seen by herself", 2, known([title, "a", "include"]), "second", null],
    ["one of two has decided, not seen", 2, known([title, "a", null]), "second", null],
    ["two let it go on", 2, known([title, "a", "include"], [title, "b", "include"]), "to-retrieve", null],
    ["one is unsure: it goes on", 2, known([title, "a", "unsure"], [title, "b", "include"]), "to-retrieve", null],
    ["two are unsure: it goes on", 2, known([title, "a", "unsure"], [title, "b", "unsure"]), "to-retrieve", null],
    [
      "two leave it out, for two reasons: by title that is no conflict",
      2,
      known([title, "a", "exclude", "x"], [title, "b", "exclude"]),
      "excluded",
      "x",
    ],
    ["they differ", 2, known([title, "a", "include"], [title, "b", "exclude"]), "conflict", null],
    ["unsure and left out differ", 2, known([title, "a", "unsure"], [title, "b", "exclude"]), "conflict", null],
    [
      "settled after a conflict",
      2,
      known([title, "a", "include"], [title, "b", "exclude"], [title, "agreed", "exclude", "x"]),
      "excluded",
      "x",
    ],
    ["one screener, unsure", 1, known([title, "a", "unsure"]), "to-retrieve", null],
    [
      "not to be had",
      2,
      known([title, "a", "include"], [title, "b", "include"], ["retrieval", "a", "not-retrieved"]),
      "not-retrieved",
      null,
    ],
    [
      "one person finds out that it is there",
      2,
      known([title, "a", "include"], [title, "b", "include"], ["retrieval", "a", "retrieved"]),
      "to-assess",
      null,
    ],
    [
      "left out in full for two reasons: a conflict",
      2,
      known(
        [title, "a", "include"],
        [title, "b", "include"],
        ["retrieval", "a", "retrieved"],
        [full, "a", "exclude", "x"],
        [full, "b", "exclude", "y"],
      ),
      "conflict",
      null,
    ],
    ["included", 1, known([title, "a", "include"], ["retrieval", "a", "retrieved"], [full, "a", "include"]), "included", null],
  ];
  it.each(cases)("%s", (_, screeners, decisions, key, reason) => {
    expect(standingOf(decisions, "database", screeners)).toMatchObject({ key, reason });
  });

  it("goes straight to retrieval when it was found otherwise", () => {
    expect(standingOf([], "website", 2)).toEqual({ key: "to-retrieve", step: "retrieval", reason: null });
    expect(standingOf([], "unknown", 2)).toEqual({ key: "to-retrieve", step: "retrieval", reason: null });
  });
});

describe("the moves at a step", () => {
  const at = (decisions: KnownDecision[], step: ScreeningStep = title, personId = "a", screeners = 2) =>
    screeningStateFor({ decisions, channel: "database", screeners, step, personId });
  const both = known([title, "a", "include"], [title, "b", "include"]);
  const cases: [string, string, string][] = [
    ["nobody", at([]), "open"],
    ["the other only", at(known([title, "b", null])), "open"],
    ["me only", at(known([title, "a", "include"])), "mine"],
    ["both the same", at(both), "settled"],
    ["both, to a third", at(both, title, "c"), "settled"],
    ["both, differing", at(known([title, "a", "include"], [title, "b", "exclude"])), "conflict"],
    ["retrieval before both have decided", at(known([title, "a", "include"]), "retrieval"), "unreached"],
    ["full text before retrieval", at(both, full), "unreached"],
    ["title once retrieval has begun", at([...both, ...known(["retrieval", "b", "retrieved"])]), "passed"],
    ["the only screener", at(known([title, "a", "exclude"]), title, "a", 1), "mine"],
    ["the only screener, to another", at(known([title, "a", "exclude"]), title, "b", 1), "settled"],
    ["the only screener, settled since", at(known([title, "a", "exclude"], [title, "agreed", "include"]), title, "a", 1), "settled"],
  ];
  it.each(cases)("%s decided", (_, state, expected) => expect(state).toBe(expected));

  it("allows each act in the states of the table and in no other", () => {
    const allowed = { decide: ["open"], change: ["mine"], settle: ["conflict", "settled"] };
    for (const { name } of screeningMoves) expect(screeningStates.filter((state) => canMoveScreening(state, name))).toEqual(allowed[name]);
  });
});

const decided = {
  intent: "decide",
  source: "0193a7d0-0000-7000-8000-000000000001",
  step: full,
  version: "0",
  decision: "exclude",
  note: "",
};
const reasons = [{ key: "country" }, { key: "method" }];
const empty: FlowRecords = { sources: [], imports: [], counts: new Map(), screeners: 1, reasons };
let number = 0;
const source = (channel: string | null, decisions: KnownDecision[], isImported = false): CountedSource => ({
  code: `S${String((number += 1)).padStart(2, "0")}`,
  channel,
  isImported,
  isArchived: false,
  decisions,
});
const archived = (...given: Parameters<typeof source>): CountedSource => ({ ...source(...given), isArchived: true });
const screened = (decision: ScreeningDecision, reason: string | null = null) => known([title, "a", decision, reason]);
const retrieved = [...screened("include"), ...known(["retrieval", "a", "retrieved"])];
const included = [...retrieved, ...known([full, "a", "include"])];
const fullOut = (reason: string) => [...retrieved, ...known([full, "a", "exclude", reason])];

describe("the flow of PRISMA 2020", () => {
  it("counts records, imports and counts by hand into the boxes (calculated by hand)", () => {
    const flow = prismaFlow({
      ...empty,
      imports: [
        { channel: "database", identified: 12, duplicates: 3, added: 8 },
        { channel: "register", identified: 2, duplicates: 1, added: 1 },
      ],
      counts: new Map([
        ["automation", 5],
        ["identified-database", 5],
      ]),
      sources: [
        ...[1, 2].map(() => source("database", screened("exclude"), true)),
        source("database", screened("unsure"), true),
        source("database", [...screened("include"), ...known(["retrieval", "a", "not-retrieved"])], true),
        source("database", fullOut("method"), true),
        source("database", fullOut("other:in a language nobody reads"), true),
        source("database", included, true),
        source("database", [], true),
        source("register", included, true),
        source("database", included),
        source("website", known(["retrieval", "a", "retrieved"], [full, "a", "include"])),
        source("citation", known(["retrieval", "a", "retrieved"], [full, "a", "exclude", "country"])),
        source("organisation", known(["retrieval", "a", "not-retrieved"])),
      ],
    });
    expect(flow.searched).toEqual({
      identified: [
        { channel: "database", count: 12 + 1 + 5 },
        { channel: "register", count: 2 },
      ],
      removed: { duplicates: 3 + 1, automation: 5, other: 12 - 3 - 8 },
      screened: 9,
      excluded: 2,
      sought: 7,
      notRetrieved: 1,
      assessed: 5,
      excludedInFull: [
        { key: "method", count: 1 },
        { key: "other:", count: 1 },
      ],
      included: 3,
      waiting: { "title-abstract": 1, retrieval: 1, "full-text": 0 },
      entered: 20 - 4 - 5 - 1,
      accounted: 10,
    });
    expect(agrees(flow.searched)).toBe(true);
    expect(flow.other).toMatchObject({
      screened: 0,
      excluded: 0,
      sought: 3,
      notRetrieved: 1,
      assessed: 2,
      included: 1,
      entered: 3,
      accounted: 3,
    });
    expect(flow.other.excludedInFull).toEqual([{ key: "country", count: 1 }]);
    expect(flow.included).toBe(4);
  });

  it("takes the later boxes from counts by hand where no record was kept", () => {
    const flow = prismaFlow({
      ...empty,
      sources: Array.from({ length: 18 }, () => source("database", included)),
      counts: new Map([
        ["identified-database", 43],
        ["duplicates", 9],
        ["excluded", 27],
        ["not-retrieved", 1],
        [fullTextCount("searched", "country"), 4],
        [fullTextCount("searched", "method"), 2],
      ]),
    });
    expect(flow.searched).toMatchObject({
      entered: 52,
      screened: 52,
      excluded: 27,
      sought: 25,
      notRetrieved: 1,
      assessed: 24,
      included: 18,
    });
    expect(agrees(flow.searched)).toBe(true);
  });

  it("shows that counts do not agree, and names what has no channel", () => {
    const flow = prismaFlow({
      ...empty,
      counts: new Map([
        ["identified-database", 4],
        ["excluded", 3],
      ]),
      sources: [source("database", [], true), { ...source(null, []), code: "S77" }],
    });
    expect(agrees(flow.searched)).toBe(false);
    expect(flow.searched).toMatchObject({ entered: 5, accounted: 4 });
    expect(flow.withoutChannel).toEqual(["S77"]);
    expect(flow.other.identified.at(-1)).toEqual({ channel: "unknown", count: 1 });
    expect(agrees(flow.other)).toBe(true);
  });

  it("counts what was archived as removed, or where it was left out before, and what was added by hand nowhere", () => {
    const flow = prismaFlow({
      ...empty,
      imports: [{ channel: "database", identified: 7, duplicates: 1, added: 5 }],
      sources: [
        archived("database", screened("exclude"), true),
        archived("database", fullOut("method"), true),
        archived("database", [], true),
        archived("database", included, true),
        source("database", included, true),
        archived("database", screened("include")),
        archived("website", []),
      ],
    });
    expect(flow.searched).toMatchObject({
      identified: [
        { channel: "database", count: 7 },
        { channel: "register", count: 0 },
      ],
      removed: { duplicates: 1, automation: 0, other: 1 + 2 },
      entered: 3,
      screened: 3,
      excluded: 1,
      sought: 2,
      assessed: 2,
      excludedInFull: [{ key: "method", count: 1 }],
      included: 1,
      accounted: 3,
    });
    expect(flow.other).toMatchObject({ entered: 0, sought: 0, accounted: 0 });
  });

  it("counts a publication by its own channel, also where its import names another", () => {
    const flow = prismaFlow({
      ...empty,
      imports: [{ channel: "database", identified: 3, duplicates: 0, added: 3 }],
      sources: [source("database", [], true), source("database", [], true), source("website", [], true)],
    });
    expect(flow.searched).toMatchObject({ entered: 2, accounted: 2 });
    expect(flow.other).toMatchObject({ entered: 1, accounted: 1 });
  });

  it("leaves out of the second column what was there already or was skipped: it has no box for that", () => {
    const flow = prismaFlow({
      ...empty,
      imports: [{ channel: "website", identified: 6, duplicates: 2, added: 3 }],
      sources: [1, 2, 3].map(() => source("website", [], true)),
    });
    expect(flow.other).toMatchObject({ removed: { duplicates: 0, automation: 0, other: 0 }, entered: 3, sought: 3, accounted: 3 });
    expect(flow.other.identified[0]).toEqual({ channel: "website", count: 3 });
  });

  it("does not take a reason of the protocol for own words, whatever its key", () => {
    const flow = prismaFlow({
      ...empty,
      reasons: [{ key: "other" }, { key: "own" }],
      sources: [source("database", fullOut("other")), source("database", fullOut("own")), source("database", fullOut("other:far away"))],
    });
    expect(flow.searched.excludedInFull).toEqual([
      { key: "other", count: 1 },
      { key: "own", count: 1 },
      { key: "other:", count: 1 },
    ]);
    expect(DecideForm.parse({ ...decided, reason: "own", ownReason: "" })).toMatchObject({ reason: "own" });
    expect(DecideForm.safeParse({ ...decided, reason: "other:", ownReason: "" }).success).toBe(false);
  });

  it("counts a publication that waits for its second screener in no box but the first", () => {
    const flow = prismaFlow({ ...empty, screeners: 2, sources: [source("database", known([title, "b", null]))] });
    expect(flow.searched).toMatchObject({ screened: 0, excluded: 0, sought: 0, waiting: { "title-abstract": 1 } });
  });

  it("knows the kinds of count, and which are about a reason", () => {
    expect(countKinds([{ key: "method" }])).toContain("other-full-text:method");
    expect(countKinds([])).not.toContain("identified-unknown");
    expect(reasonOfCount("full-text:method")).toBe("method");
    expect(reasonOfCount("other-full-text:a.b")).toBe("a.b");
    expect(reasonOfCount("duplicates")).toBeNull();
  });
});

describe("an appraisal", () => {
  const judged = {
    criteria: { relevance: { level: "high", reason: "" }, method: { level: null, reason: "Described" } },
    note: "Own words",
  };
  it("is read as it was stored, and a text from before is all free words", () => {
    expect(readAppraisal(storedAppraisal(judged))).toEqual(judged);
    for (const text of ["", "Own measurement.", "5", "{}", '{"criteria":1}'])
      expect(readAppraisal(text)).toEqual({ criteria: {}, note: text });
    expect(storedAppraisal({ criteria: { method: { level: null, reason: " " } }, note: "Only this" })).toBe("Only this");
  });
  it("keeps what was found by criterion when the free words change", () => {
    expect(readAppraisal(withNote(storedAppraisal(judged), "Other words"))).toEqual({ ...judged, note: "Other words" });
  });
  it("is done when every criterion was looked at, or when there is a note where there are none", () => {
    expect(isAppraised(storedAppraisal(judged), [{ id: "relevance" }, { id: "method" }])).toBe(true);
    expect(isAppraised(storedAppraisal(judged), [{ id: "publisher" }])).toBe(false);
    expect(isAppraised("Own words", [{ id: "publisher" }])).toBe(false);
    expect(isAppraised("Own words", [])).toBe(true);
    expect(isAppraised(" ", [])).toBe(false);
  });
});
