import { describe, expect, it } from "vitest";
import { storedWhyNotHeld, whyNotHeld, whyNotHeldProblem } from "~/domain/interviews/not-held";
import {
  firstInterviewState,
  type InterviewMove,
  interviewMoves,
  interviewStages,
  type InterviewState,
  interviewStates,
  nextInterviewMove,
  stageOf,
} from "~/domain/moves/interview";
import { moveFrom } from "~/domain/moves/table";

const names = interviewMoves.map(({ name }) => name);

/** Written out by hand: where each move leads from each state. What is not here is refused. */
const expected: Record<InterviewState, Partial<Record<InterviewMove, InterviewState>>> = {
  candidate: { agree: "planned", decline: "declined", cancel: "cancelled" },
  planned: { invite: "invited", schedule: "scheduled", hold: "held", decline: "declined", cancel: "cancelled" },
  invited: { schedule: "scheduled", hold: "held", decline: "declined", cancel: "cancelled" },
  scheduled: { hold: "held", decline: "declined", cancel: "cancelled" },
  held: { "finish-record": "recorded", "undo-hold": "planned" },
  recorded: { "reopen-record": "held" },
  declined: { "plan-again": "planned" },
  cancelled: { "plan-again": "planned" },
};

describe("the moves of an interview", () => {
  it.each(interviewStates.flatMap((state) => names.map((name) => [state, name] as const)))("from %s: %s", (state, name) => {
    expect(moveFrom(interviewMoves, state, name)?.to).toBe(expected[state][name]);
  });

  it("ask a reason where an interview does not take place, was not held after all, or its record is opened again", () => {
    expect(interviewMoves.filter(({ needsReason }) => needsReason).map(({ name }) => name)).toEqual([
      "reopen-record",
      "undo-hold",
      "decline",
      "cancel",
    ]);
  });

  it("begin on the long list, or planned when agreed at once", () => {
    expect(firstInterviewState(null)).toBe("candidate");
    expect(firstInterviewState("2026-08-20")).toBe("planned");
  });

  it("have one that comes next, except where the record is finished", () => {
    expect(interviewStates.map((state) => nextInterviewMove(state))).toEqual([
      "agree",
      "invite",
      "schedule",
      "hold",
      "finish-record",
      undefined,
      "plan-again",
      "plan-again",
    ]);
  });

  it("put every state in one stage of the long list", () => {
    expect(interviewStages.flatMap(({ states }) => states).toSorted()).toEqual(interviewStates.toSorted());
    expect(interviewStates.map(stageOf)).toEqual(["candidate", "toHold", "toHold", "toHold", "held", "held", "notHeld", "notHeld"]);
  });
});

describe("why an interview did not take place", () => {
  it("is stored as a key, with own words after it", () => {
    expect(storedWhyNotHeld({ why: "no-time", words: "  " })).toBe("no-time");
    expect(storedWhyNotHeld({ why: "other", words: " Verhuisd: naar elders " })).toBe("other: Verhuisd: naar elders");
  });

  it.each([
    ["no-time", { why: "no-time", words: "" }],
    ["other: Verhuisd: naar elders", { why: "other", words: "Verhuisd: naar elders" }],
    ["Wilde niet", { why: "other", words: "Wilde niet" }],
    ["no-time left", { why: "other", words: "no-time left" }],
    [null, { why: "other", words: "" }],
  ] as const)("is read again from %s", (stored, read) => {
    expect(whyNotHeld(stored)).toEqual(read);
  });

  it.each([
    [null, "", "why"],
    [null, " \n", "why"],
    ["other", "", "reason"],
    ["no-time", "", null],
    ["other", "Verhuisd", null],
    [null, "Verhuisd", null],
  ] as const)("chosen %s with words “%s” lacks %s", (why, words, lacking) => {
    expect(whyNotHeldProblem(why, words)).toBe(lacking);
  });
});
