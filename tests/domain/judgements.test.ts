import { describe, expect, it } from "vitest";
import { agreedCells, type CellJudgement, cellsOf, differingCells, joinedTexts, standingOf } from "~/domain/judgements/cells";
import { isOwnStatement } from "~/domain/judgements/own-statement";
import { meanOf, rangeOf, shownValue } from "~/domain/judgements/shown-value";
import { judgedOf, judgementProblems, levelFromStored, missingOf, storedLevel, typedValue } from "~/domain/judgements/value";
import { moveFrom } from "~/domain/moves/table";
import { canMoveRound, isLate, lookOfRound, roundMoves, roundStateOf, roundStates } from "~/domain/moves/round";
import { readNumber } from "~/domain/forms/read-number";
import { Scale } from "~/domain/protocol/scales";

const label = (text: string) => ({ en: text });
const ordinal = Scale.parse({
  id: "five",
  kind: "ordinal",
  title: label("Five"),
  extraValues: [{ key: "cannot-judge", label: label("cannot judge") }],
  levels: ["none", "marginal", "partial", "substantial", "leading"].map((key, value) => ({ key, value, label: label(key) })),
});
const nominal = Scale.parse({
  id: "fit",
  kind: "nominal",
  title: label("Fit"),
  classes: [
    { key: "adds", label: label("adds") },
    { key: "doubles", label: label("doubles") },
  ],
});
const numeric = Scale.parse({ id: "ten", kind: "numeric", title: label("Ten"), min: 0, max: 10, step: 0.5, direction: "higher-is-better" });

const numericOr = Scale.parse({
  ...numeric,
  extraValues: [{ key: "cannot-judge", label: { en: "cannot judge", nl: "niet te beoordelen" } }],
});

const row = (rater: string, level: string | number | null, more: Partial<CellJudgement> = {}): CellJudgement => ({
  subjectId: "o1",
  criterion: "k1",
  rater,
  level,
  without: null,
  agreed: null,
  ...more,
});

describe("the moves of a round", () => {
  it.each([
    ["rating", ["rate", "set-due", "add-rater", "replace-rater", "remove-rater", "abandon", "send"]],
    ["open", ["reconcile", "close"]],
    ["closed", ["reopen"]],
    ["abandoned", []],
  ] as const)("from %s are %j", (state, names) => {
    expect(roundMoves.map(({ name }) => name).filter((name) => moveFrom(roundMoves, state, name))).toEqual(names);
  });
  it("need a reason where they take something back", () => {
    expect(roundMoves.filter(({ needsReason }) => needsReason).map(({ name }) => name)).toEqual(["remove-rater", "abandon", "reopen"]);
  });
  it("follow from its times", () => {
    const at = new Date(0);
    expect(
      [
        { openedAt: null, closedAt: null },
        { openedAt: at, closedAt: null },
        { openedAt: at, closedAt: at },
        { openedAt: null, closedAt: at },
      ].map(roundStateOf),
    ).toEqual([...roundStates]);
  });
});

describe("how a round looks", () => {
  it.each([
    ["rating", 0, 2, 0, "blind"],
    ["rating", 0, 1, 0, "rating"],
    ["open", 2, 3, 1, "differs"],
    ["open", 0, 2, 0, "agreed"],
    ["open", 0, 2, 1, "reconciled"],
    ["open", 0, 1, 0, "judged"],
    ["closed", 0, 2, 1, "closed"],
    ["abandoned", 0, 2, 0, "abandoned"],
  ] as const)("%s with %i differences of %i raters, %i reconciled: %s", (state, left, raters, settled, look) => {
    expect(lookOfRound(state, left, raters, settled)).toBe(look);
  });
  it.each([
    ["rating", "2026-03-03", "2026-03-03", false],
    ["rating", "2026-03-03", "2026-03-04", true],
    ["rating", null, "2026-03-04", false],
    ["open", "2026-03-03", "2026-03-04", false],
    ["abandoned", "2026-03-03", "2026-03-04", false],
  ] as const)("is late: %s, due %s, on %s: %s", (state, dueOn, today, late) => {
    expect(isLate({ state, dueOn }, today)).toBe(late);
  });
  it("offers only the moves of its state", () => {
    expect(canMoveRound("rating", "send")).toBe(true);
    expect(canMoveRound("open", "send")).toBe(false);
    expect(canMoveRound("closed", "reconcile")).toBe(false);
  });
});

describe("a value on a scale", () => {
  it.each([
    ["partial", '"partial"'],
    [7.5, "7.5"],
    [0, "0"],
    [null, null],
  ] as const)("%s is stored as %s and read again", (level, stored) => {
    expect(storedLevel(level)).toBe(stored);
    expect(levelFromStored(stored)).toBe(level);
  });
  it("is an answer without a level where the scale says so", () => {
    expect(judgedOf(ordinal, "cannot-judge")).toEqual({ level: null, without: "cannot-judge" });
    expect(judgedOf(ordinal, "none")).toEqual({ level: "none", without: null });
    expect(judgedOf(ordinal, null)).toEqual({ level: null, without: null });
  });
  it.each([
    [ordinal, " partial ", "partial"],
    [numeric, "7,5", 7.5],
    [numeric, "", null],
    [numeric, "much", "much"],
    [numericOr, " Niet te beoordelen", "cannot-judge"],
    [nominal, null, null],
  ] as const)("of %s is read from %j", (scale, typed, value) => {
    expect(typedValue(scale, typed, (text) => readNumber(text, "nl"))).toBe(value);
  });
  it.each([
    [{ value: "partial", justification: "x", ownExpertise: false }, false, []],
    [{ value: null, justification: "", ownExpertise: false }, false, ["value", "justification"]],
    [{ value: null, justification: "", ownExpertise: false }, true, []],
    [{ value: "brilliant", justification: "x", ownExpertise: true }, true, ["value", "ownExpertise"]],
  ])("%j as a draft (%s) is kept but for %j", (content, draft, fields) => {
    expect(judgementProblems(content, { scale: ordinal, mayUseOwnExpertise: false, draft }).map(({ field }) => field)).toEqual(fields);
  });
  const given = { level: "none", without: null, justification: "x", grounds: 1, ownExpertise: false };
  it.each([
    ["all", {}, []],
    ["own expertise for a ground", { grounds: 0, ownExpertise: true }, []],
    ["no ground", { grounds: 0 }, ["ground"]],
    ["an answer without a level and no ground", { level: null, without: "cannot-judge", grounds: 0 }, []],
    ["an answer without a level and no reason", { level: null, without: "cannot-judge", justification: " " }, ["justification"]],
    ["no value", { level: null }, ["value"]],
    ["nothing", { level: null, justification: "", grounds: 0 }, ["value", "justification", "ground"]],
  ])("to be sent with %s lacks %j", (_what, more, parts) => {
    expect(missingOf({ ...given, ...more })).toEqual(parts);
  });
});

describe("a cell", () => {
  it("stands as its judgements say", () => {
    expect(standingOf([]).state).toBe("unrated");
    expect(standingOf([row("a", "none")]).state).toBe("agreed");
    expect(standingOf([row("a", "none"), row("b", "none")]).state).toBe("agreed");
    expect(standingOf([row("a", "none"), row("b", "leading")]).state).toBe("differs");
    expect(standingOf([row("a", null, { without: "x" }), row("b", null, { without: "x" })]).state).toBe("agreed");
    expect(standingOf([row("a", "none"), row("b", "leading"), row("reconciled", "partial", { agreed: false })])).toMatchObject({
      state: "reconciled",
      counting: { level: "partial" },
    });
    expect(standingOf([row("a", "none"), row("reconciled", "none", { agreed: true })]).state).toBe("agreed");
  });
  it("is agreed only when every rater gave the same, and never in a round of one", () => {
    const other = { criterion: "k2" };
    const rows = [row("a", "none"), row("b", "none"), row("a", "none", other), row("b", "leading", other)];
    expect(agreedCells(rows, 2)).toHaveLength(1);
    expect(agreedCells(rows, 3)).toHaveLength(0);
    expect(agreedCells([row("a", "none")], 1)).toHaveLength(0);
    expect(differingCells(rows)).toEqual([{ subjectId: "o1", criterion: "k2" }]);
  });
  it("is one of subjects times criteria", () => {
    expect(cellsOf({ subjects: ["a", "b"], criteria: ["x", "y", "z"] })).toHaveLength(6);
  });
  it("joins the texts of raters in the first one's language, and in another where all have it", () => {
    const one = { language: "nl", texts: { nl: "Ver.", en: "Far." } };
    expect(joinedTexts([one, { language: "en", texts: { en: "Wide.", nl: "Wijd." } }])).toEqual({
      language: "nl",
      texts: { nl: "Ver.\n\nWijd.", en: "Far.\n\nWide." },
    });
    expect(joinedTexts([one, { language: "nl", texts: { nl: "Wijd." } }])).toEqual({ language: "nl", texts: { nl: "Ver.\n\nWijd." } });
    expect(joinedTexts([one, one]).texts).toEqual({ nl: "Ver.", en: "Far." });
  });
});

describe("showing values", () => {
  it.each([
    [ordinal, { level: "partial", without: null }, { number: 2, label: label("partial"), place: 0.5 }],
    [ordinal, { level: null, without: "cannot-judge" }, { number: null, label: label("cannot judge"), place: null }],
    [nominal, { level: "adds", without: null }, { number: null, label: label("adds"), place: null }],
    [numeric, { level: 7.5, without: null }, { number: 7.5, label: null, place: 0.75 }],
    [numeric, { level: null, without: null }, null],
  ] as const)("gives number, label and place", (scale, judged, shown) => {
    expect(shownValue(scale, judged)).toEqual(shown);
  });
  it("gives a range where there is an order", () => {
    const given = (...levels: string[]) => levels.map((level) => ({ level, without: null }));
    expect(rangeOf(ordinal, given("leading", "marginal", "partial"))).toEqual({ low: 1, high: 4 });
    expect(rangeOf(nominal, given("adds", "doubles"))).toBeNull();
  });
  it("averages levels of one scale only, and leaves out answers without a level", () => {
    const cell = (scale: Scale, level: string | number | null) => ({
      scale,
      judged: { level, without: level === null ? "cannot-judge" : null },
    });
    expect(meanOf([cell(ordinal, "none"), cell(ordinal, "substantial"), cell(ordinal, null)])).toEqual({ mean: 1.5, n: 2 });
    expect(meanOf([cell(ordinal, "none"), cell(numeric, 3)])).toBeNull();
    expect(meanOf([cell(nominal, "adds")])).toBeNull();
  });
});

describe("an own statement", () => {
  const actor = { id: "a7", code: "O7" };
  const fact = (ownStatement: boolean) => ({ originKey: "source s1", fact: { actorCode: "O7", ownStatement } });
  it.each([
    ["no ground at all", [], false],
    ["a fact that only the actor itself says", [fact(true)], true],
    ["a fact from elsewhere", [fact(false)], false],
    ["an interview with the actor", [{ originKey: "interviewee a7", fact: null }, fact(true)], true],
    ["one source of its own among them", [fact(true), { originKey: "source s2", fact: null }], false],
  ] as const)("is %s: %s", (_what, grounds, own) => {
    expect(isOwnStatement(grounds, actor)).toBe(own);
  });
});
