import { describe, expect, it } from "vitest";
import {
  answerProblems,
  offRecord,
  ownWordsOf,
  reasonInOwnWords,
  reasonInWords,
  stateOfForm,
  type AnswerContent,
} from "~/domain/interviews/answer";
import {
  codeOfAnswer,
  guideOf,
  interviewGuide,
  needsRecord,
  openItems,
  storedAnswers,
  valueAnswer,
  type RecordedAnswer,
} from "~/domain/interviews/guide";
import { answerStates } from "~/domain/moves/interview";
import { Guide } from "~/domain/protocol/guide";

const guide = Guide.parse({
  intervieweeKinds: [
    { id: "city", title: { en: "City" } },
    { id: "club", title: { en: "Club" } },
  ],
  blocks: [
    {
      id: "a",
      title: { en: "First" },
      questions: [
        { id: "q1", number: 1, text: { en: "Who are you?" }, answer: { kind: "long-text" } },
        {
          id: "q2",
          number: 2,
          text: { en: "What works?" },
          parts: [
            { key: "which", text: { en: "which" } },
            { key: "why", text: { en: "why" }, answer: { kind: "yes-no-unknown", explanation: "required" } },
          ],
          answer: { kind: "short-text" },
        },
      ],
    },
    {
      id: "b",
      title: { en: "Second" },
      questions: [
        { id: "q3", number: 3, text: { en: "How much?" }, askedOf: ["city"], answer: { kind: "number" } },
        {
          id: "q4",
          number: 4,
          text: { en: "Of what?" },
          askedOf: ["city"],
          onlyIf: { question: "q3", answered: true },
          answer: { kind: "long-text" },
        },
      ],
    },
  ],
  notAskedReasons: [{ key: "time", label: { en: "No time left" } }],
  noAnswerReasons: [{ key: "declined", label: { en: "Declined" } }],
});
const protocol = { guide };
const recorded = (question: string, more: Partial<RecordedAnswer> = {}): RecordedAnswer => ({
  question,
  part: "",
  state: "answered",
  reason: null,
  value: null,
  record: "Said.",
  language: "en",
  ...more,
});
const numbers = (blocks: ReturnType<typeof guideOf>) => blocks.map((block) => block.questions.map(({ number }) => number));

describe("the guide of an interview", () => {
  it("holds what is asked of at least one kind of interviewee", () => {
    expect(numbers(guideOf(protocol, ["city"]))).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(numbers(guideOf(protocol, ["club"]))).toEqual([[1, 2]]);
    expect(numbers(guideOf(protocol, ["club", "city"]))).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(numbers(guideOf(protocol, []))).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(guideOf({}, ["city"])).toEqual([]);
  });

  it("leaves out what its conditions do not ask, and counts only what is asked", () => {
    const before = interviewGuide(protocol, ["city"], []);
    expect([before.asked, before.done]).toEqual([3, 0]);
    const after = interviewGuide(protocol, ["city"], [recorded("q3", { value: 12 })]);
    expect([after.asked, after.done]).toEqual([4, 1]);
    expect(openItems(after).map(({ code }) => code)).toEqual(["1", "2a", "2b", "4"]);
  });

  it("keeps a question open until each of its parts is settled", () => {
    const stateOf2 = (...answers: RecordedAnswer[]) => interviewGuide(protocol, ["club"], answers).blocks[0]?.questions[1]?.state;
    const which = recorded("q2", { part: "which" });
    expect(stateOf2(which)).toBe("open");
    expect(stateOf2(which, recorded("q2", { part: "why" }))).toBe("answered");
    expect(stateOf2(which, recorded("q2", { part: "why", state: "not-asked", reason: "time" }))).toBe("answered");
    expect(stateOf2(recorded("q2", { part: "which", state: "not-asked" }), recorded("q2", { part: "why", state: "not-asked" }))).toBe(
      "not-asked",
    );
  });

  it("reads an answer in words by its language, and one without words by its value", () => {
    const stored = storedAnswers([
      recorded("q1"),
      recorded("q2", { part: "why", value: { value: "yes" } }),
      recorded("q3", { state: "open" }),
    ]);
    expect(stored["q1"]).toMatchObject({ state: "answered", value: { en: "Said." } });
    expect(stored["q2:why"]).toMatchObject({ value: { value: "yes" } });
    expect(stored["q3"]).toMatchObject({ state: "open" });
  });
});

describe("the code of an answer", () => {
  const [q1, q2] = guide.blocks[0]?.questions ?? [];
  it("is the interview's, the number of the question and the letter of the part", () => {
    if (!q1 || !q2) throw new Error("no questions");
    expect(codeOfAnswer("I7", q1, "")).toBe("I7:1");
    expect(codeOfAnswer("I7", q2, "why")).toBe("I7:2b");
  });
  it("does not exist for a part that the question lacks", () => {
    if (!q1 || !q2) throw new Error("no questions");
    expect(codeOfAnswer("I7", q2, "")).toBeNull();
    expect(codeOfAnswer("I7", q1, "why")).toBeNull();
  });
});

describe("what is filled in beside the record", () => {
  it("is nothing for an answer in words", () => {
    expect(valueAnswer({ kind: "long-text" })).toBeNull();
    expect(valueAnswer({ kind: "short-text" })).toBeNull();
    expect(valueAnswer({ kind: "number" })).toEqual({ kind: "number" });
  });
  it("leaves the explanation of yes or no to the record", () => {
    expect(valueAnswer({ kind: "yes-no-unknown", explanation: "required" })).toEqual({ kind: "yes-no-unknown", explanation: "none" });
    expect(needsRecord({ kind: "yes-no-unknown", explanation: "required" })).toBe(true);
    expect(needsRecord({ kind: "yes-no-unknown", explanation: "optional" })).toBe(false);
  });
});

describe("keeping an answer", () => {
  const content = (more: Partial<AnswerContent>): AnswerContent => ({
    state: "answered",
    reason: null,
    value: null,
    notes: "",
    record: "",
    timeMark: null,
    attribution: null,
    givenBy: [],
    ...more,
  });
  const people = [
    { id: "p1", attribution: "organisation" as const },
    { id: "p2", attribution: "organisation-kind" as const },
  ];
  const problems = (more: Partial<AnswerContent>, kind: "long-text" | "number" = "long-text") =>
    answerProblems(content(more), { answer: { kind }, guide }, people).map(({ message }) => message);

  it.each([
    [{ state: "open" as const }, []],
    [{ state: "answered" as const }, ["writeTheAnswer"]],
    [{ state: "answered" as const, record: " \n" }, ["writeTheAnswer"]],
    [{ state: "answered" as const, record: "Said." }, []],
    [{ state: "not-asked" as const }, ["chooseWhyNotAsked"]],
    [{ state: "not-asked" as const, reason: "time" }, []],
    [{ state: "not-asked" as const, reason: "declined" }, ["unknownReason"]],
    [{ state: "not-asked" as const, reason: reasonInOwnWords("The line broke") }, []],
    [{ state: "not-asked" as const, reason: reasonInOwnWords("  ") }, ["chooseWhyNotAsked"]],
    [{ state: "no-answer" as const }, ["chooseWhyNoAnswer"]],
    [{ state: "no-answer" as const, reason: "declined" }, []],
    [{ state: "no-answer" as const, reason: "time" }, ["unknownReason"]],
  ])("%j tells %j", (more, expected) => expect(problems(more)).toEqual(expected));

  it("takes a value or words where the answer is more than words", () => {
    expect(problems({}, "number")).toEqual(["fillInTheAnswer"]);
    expect(problems({ value: 0 }, "number")).toEqual([]);
    expect(problems({ record: "About twelve." }, "number")).toEqual([]);
  });
  it("is never shown more loosely than those who gave it agreed to", () => {
    expect(problems({ record: "x", attribution: "organisation-kind" })).toEqual(["onlyStricter"]);
    expect(problems({ record: "x", attribution: "anonymous" })).toEqual([]);
    expect(problems({ record: "x", givenBy: ["p1"], attribution: "organisation-kind" })).toEqual([]);
    expect(problems({ record: "x", givenBy: ["p1"], attribution: "name" })).toEqual(["onlyStricter"]);
  });
  it("is given by participants of the interview", () => {
    expect(problems({ record: "x", givenBy: ["p1", "p9"] })).toEqual(["unknownGiver"]);
  });
  it("is not given by anybody who took her consent back", () => {
    const left = people.map((one) => ({ ...one, withdrawn: one.id === "p1" }));
    const asked = { answer: { kind: "long-text" } as const, guide };
    const told = (givenBy: string[]) => answerProblems(content({ record: "x", givenBy }), asked, left).map(({ message }) => message);
    expect(told(["p2"])).toEqual([]);
    expect(told(["p1"])).toEqual(["unknownGiver"]);
    expect(told([])).toEqual(["unknownGiver"]);
  });
  it("keeps own words apart from the reasons of the list", () => {
    expect(ownWordsOf(reasonInOwnWords(" The line broke "))).toBe("The line broke");
    expect(ownWordsOf("time")).toBeNull();
    const listed = [{ key: "time", label: { en: "No time left" } }];
    const say = (label: { en?: string }) => label.en ?? "";
    const reasons = [reasonInOwnWords("The line broke"), "time", "unlisted", null].map((reason) => reasonInWords(reason, listed, say));
    expect(reasons).toEqual(["The line broke", "No time left", "unlisted", ""]);
  });
});

describe("the state that a form means", () => {
  const form = { chosen: null, notAsked: null, notAskedWords: "", noAnswer: null, noAnswerWords: "" };
  it("is answered as soon as something is filled in, and open before", () => {
    expect(stateOfForm(form, true, false)).toEqual({ state: "answered", reason: null });
    expect(stateOfForm(form, false, false)).toEqual({ state: "open", reason: null });
  });
  it("has the reason of its own list, and own words before that", () => {
    const both = { ...form, notAsked: "time", noAnswer: "declined" };
    expect(stateOfForm({ ...both, chosen: "not-asked" }, false, false)).toEqual({ state: "not-asked", reason: "time" });
    expect(stateOfForm({ ...both, chosen: "no-answer" }, true, false)).toEqual({ state: "no-answer", reason: "declined" });
    expect(stateOfForm({ ...both, chosen: "not-asked", notAskedWords: " The line broke" }, false, false).reason).toBe(
      "other:The line broke",
    );
  });
  it("stays open in a draft that lacks words or a reason", () => {
    expect(stateOfForm({ ...form, chosen: "answered" }, false, true).state).toBe("open");
    expect(stateOfForm({ ...form, chosen: "not-asked" }, false, true).state).toBe("open");
    expect(stateOfForm({ ...form, chosen: "no-answer" }, false, true).state).toBe("open");
    expect(stateOfForm({ ...form, chosen: "answered" }, false, false).state).toBe("answered");
    expect(stateOfForm({ ...form, chosen: "not-asked" }, false, false).state).toBe("not-asked");
  });
});

describe("citing an answer", () => {
  const now = new Date(0);
  it("needs something that was asked, is not withdrawn and not disputed", () => {
    const told = answerStates.map((state) => offRecord({ state, withdrawnAt: null, disputedAt: null }));
    expect(told).toEqual(["open", null, null, "not-asked"]);
    expect(offRecord({ state: "answered", withdrawnAt: now, disputedAt: now })).toBe("withdrawn");
    expect(offRecord({ state: "answered", withdrawnAt: null, disputedAt: now })).toBe("disputed");
  });
});
