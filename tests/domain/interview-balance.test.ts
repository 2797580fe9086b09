import { describe, expect, it } from "vitest";
import { balanceOf, hasLevel, questionsReached, type WeighedInterview } from "~/domain/interviews/balance";
import { Protocol } from "~/domain/protocol/schema";
import { interviewProtocol } from "../support/interview-scene";

const text = (en: string) => ({ en, nl: en });
const guide = interviewProtocol.guide;
if (!guide) throw new Error("the protocol of the cast has a guide");

/** Perspectives: the city pays (asked 1, 2a), the club plays (asked 1 only); nobody brings in the press. Question 2b is for clubs. */
const protocol = Protocol.parse({
  ...interviewProtocol,
  perspectives: [
    { id: "pays", title: text("Pays"), intervieweeKinds: ["city"] },
    { id: "plays", title: text("Plays"), intervieweeKinds: ["club"] },
    { id: "press", title: text("Press") },
  ],
  questions: [
    { id: "1", kind: "main", text: text("One") },
    { id: "2", kind: "group", text: text("Two") },
    { id: "2a", kind: "question", parent: "2", text: text("Two a") },
    { id: "2b", kind: "question", parent: "2", text: text("Two b") },
    { id: "3", kind: "main", text: text("Three, for which nobody is asked anything") },
  ],
  guide: {
    ...guide,
    blocks: [
      {
        id: "a",
        title: text("Block"),
        questions: [
          { id: "g1", number: 1, text: text("All"), answer: { kind: "long-text" }, informs: ["1"] },
          { id: "g2", number: 2, text: text("Cities"), answer: { kind: "long-text" }, askedOf: ["city"], informs: ["2a", "1"] },
          { id: "g3", number: 3, text: text("Clubs"), answer: { kind: "long-text" }, askedOf: ["club"], informs: ["2b"] },
        ],
      },
    ],
  },
});

const interview = (more: Partial<WeighedInterview>): WeighedInterview => ({
  state: "planned",
  perspective: "pays",
  levels: ["national"],
  kinds: ["city"],
  answered: [],
  ...more,
});

describe("what an interview reaches", () => {
  it.each([
    ["the guide for its kinds until it is held", interview({}), ["1", "2a"]],
    ["the guide for all its kinds", interview({ kinds: ["city", "club"] }), ["1", "2a", "2b"]],
    ["the guide for the kinds of its perspective while nobody is named", interview({ kinds: [], perspective: "plays" }), ["1", "2b"]],
    ["nothing known without kinds and perspective", interview({ kinds: [], perspective: null }), []],
    ["nothing known where the perspective names no kind", interview({ kinds: [], perspective: "press" }), []],
    ["once held, nothing but what was answered", interview({ state: "held" }), []],
    ["once held, what was answered", interview({ state: "recorded", answered: ["g1"] }), ["1"]],
    ["a question that is no longer in the guide informs nothing", interview({ state: "held", answered: ["gone"] }), []],
  ] as const)("is %s", (_, one, reached) => {
    expect(questionsReached(protocol, one)).toEqual(reached);
  });
});

describe("the balance of interviews", () => {
  const interviews = [
    interview({}), // pays: planned, national
    interview({ state: "recorded", levels: ["national", "regional"], answered: ["g1"] }), // pays: held, answered for 1 alone
    interview({ state: "candidate", perspective: "plays", kinds: ["club"], levels: [] }),
    interview({ state: "invited", perspective: "plays", kinds: ["club"], levels: ["regional"] }),
    interview({ state: "cancelled", perspective: "press", kinds: ["club"] }),
  ];
  const balance = balanceOf(protocol, interviews);

  it("counts perspectives by level, those that did not take place nowhere", () => {
    const counts = balance.byLevel.map(({ head, cells }) => [
      head,
      cells.map(({ column, counts }) => [column, counts.candidates, counts.planned, counts.held]),
    ]);
    expect(counts).toEqual([
      [
        "pays",
        [
          ["global", 0, 0, 0],
          ["regional", 0, 0, 1],
          ["national", 0, 1, 1],
          [null, 0, 0, 0],
        ],
      ],
      [
        "plays",
        [
          ["global", 0, 0, 0],
          ["regional", 0, 1, 0],
          ["national", 0, 0, 0],
          [null, 1, 0, 0],
        ],
      ],
      [
        "press",
        [
          ["global", 0, 0, 0],
          ["regional", 0, 0, 0],
          ["national", 0, 0, 0],
          [null, 0, 0, 0],
        ],
      ],
    ]);
  });

  it("counts the questions for which the guide asks anything by perspective", () => {
    const counts = balance.byQuestion.map(({ head, cells }) => [
      head,
      cells.map(({ counts }) => `${counts.candidates}-${counts.planned}-${counts.held}`),
    ]);
    expect(counts).toEqual([
      ["1", ["0-1-1", "1-1-0", "0-0-0"]],
      ["2a", ["0-1-0", "0-0-0", "0-0-0"]],
      ["2b", ["0-0-0", "1-1-0", "0-0-0"]],
    ]);
  });

  it("says what is one-sided", () => {
    expect(balance.remarks).toEqual([
      { kind: "no-perspective", perspective: "press", candidates: 0 },
      { kind: "no-level", level: "global" },
      { kind: "one-perspective", question: "2a", perspective: "pays" },
      { kind: "one-perspective", question: "2b", perspective: "plays" },
    ]);
  });

  it("says that a question is reached by nobody, also when it was planned to be and was not answered", () => {
    const held = [interview({ state: "held", answered: ["g1"] })];
    expect(balanceOf(protocol, held).remarks).toContainEqual({ kind: "no-question", question: "2a" });
  });

  it("names candidates of a perspective that has nobody else", () => {
    const remarks = balanceOf(protocol, [interview({}), interview({ state: "candidate", perspective: "press" })]).remarks;
    expect(remarks).toContainEqual({ kind: "no-perspective", perspective: "press", candidates: 1 });
  });

  it("does not take interviews without a perspective for another perspective", () => {
    const remarks = balanceOf(protocol, [interview({}), interview({ perspective: null })]).remarks;
    expect(remarks).toContainEqual({ kind: "one-perspective", question: "2a", perspective: "pays" });
  });

  it("says one thing while nobody was chosen", () => {
    expect(balanceOf(protocol, []).remarks).toEqual([{ kind: "nobody" }]);
    expect(balanceOf(protocol, [interview({ state: "candidate" }), interview({ state: "declined" })]).remarks).toEqual([
      { kind: "nobody" },
    ]);
  });

  it("does not speak of levels that nobody writes down, nor of one perspective where there is no other", () => {
    const one = Protocol.parse({ ...protocol, perspectives: [{ id: "pays", title: text("Pays"), intervieweeKinds: ["city"] }] });
    expect(balanceOf(one, [interview({ levels: [], kinds: ["city", "club"] })]).remarks).toEqual([]);
  });

  it("has a row and a column for what is not known only where there is such an interview", () => {
    expect(balanceOf(protocol, [interview({})])).toMatchObject({
      perspectives: ["pays", "plays", "press"],
      levels: ["global", "regional", "national"],
    });
    expect(balanceOf(protocol, [interview({ perspective: null, levels: [] })])).toMatchObject({
      perspectives: ["pays", "plays", "press", null],
      levels: ["global", "regional", "national", null],
    });
    expect(hasLevel({ levels: [] }, null)).toBe(true);
  });
});
