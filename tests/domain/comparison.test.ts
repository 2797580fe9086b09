import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ComparedAnswer,
  comparedCells,
  comparedRows,
  type ComparedState,
  type ComparisonFilter,
  fitsColumn,
  fitsRow,
} from "~/domain/interviews/comparison";
import { Guide } from "~/domain/protocol/guide";
import { firstWords } from "~/domain/text/first-words";

const text = (en: string) => ({ en });
const guide = Guide.parse({
  intervieweeKinds: [
    { id: "city", title: text("City") },
    { id: "club", title: text("Club") },
  ],
  blocks: [
    {
      id: "a",
      title: text("First"),
      questions: [
        { id: "q1", number: 1, text: text("Who are you?"), answer: { kind: "long-text" }, informs: ["1a"] },
        {
          id: "q2",
          number: 2,
          text: text("What works?"),
          answer: { kind: "short-text" },
          parts: [
            { key: "which", text: text("which") },
            { key: "why", text: text("why") },
          ],
        },
      ],
    },
    {
      id: "b",
      title: text("Second"),
      questions: [
        { id: "q3", number: 3, text: text("How many?"), askedOf: ["city"], answer: { kind: "number" } },
        { id: "q4", number: 4, text: text("Since when?"), onlyIf: { question: "q1", answered: true }, answer: { kind: "long-text" } },
      ],
    },
  ],
  notAskedReasons: [{ key: "time", label: text("No time") }],
  noAnswerReasons: [{ key: "declined", label: text("Declined") }],
});
const day = new Date("2026-09-01T09:00:00Z");
const answer = (question: string, part = "", more: Partial<ComparedAnswer> = {}): ComparedAnswer => ({
  question,
  part,
  state: "answered",
  reason: null,
  value: null,
  record: "Yes.",
  language: "en",
  withdrawnAt: null,
  disputedAt: null,
  ...more,
});
const held = (answers: readonly ComparedAnswer[], kinds: readonly string[] = ["club"]) => ({ state: "held" as const, kinds, answers });
const states = (interview: Parameters<typeof comparedCells>[2], all = [interview]) => {
  const rows = comparedRows({ guide }, all);
  return comparedCells({ guide }, rows, interview).map(({ state }, place) => `${rows[place]?.code} ${state}`);
};

describe("the rows of a comparison", () => {
  it("are the questions and parts of the guide in order, and under each the follow-ups that were asked anywhere", () => {
    const rows = comparedRows({ guide }, [held([answer("q2", "+2"), answer("q1", "+10")]), held([answer("q2", "+1"), answer("q1", "+2")])]);
    expect(rows.map(({ code }) => code)).toEqual(["1", "1+2", "1+10", "2a", "2b", "2+1", "2+2", "3", "4"]);
  });

  it("are none without a guide", () => {
    expect(comparedRows({}, [held([])])).toEqual([]);
  });
});

describe("a cell", () => {
  it.each<[string, Partial<ComparedAnswer>, ComparedState]>([
    ["an answer", {}, "answered"],
    ["a draft", { state: "open" }, "open"],
    ["what was not asked", { state: "not-asked", reason: "time" }, "not-asked"],
    ["what was declined", { state: "no-answer", reason: "declined" }, "no-answer"],
    ["a disputed answer", { disputedAt: day }, "disputed"],
    ["a withdrawn answer", { withdrawnAt: day, disputedAt: day }, "withdrawn"],
  ])("says of %s what it is", (_, more, state) => {
    expect(states(held([answer("q1", "", more)]))[0]).toBe(`1 ${state}`);
  });

  it("holds nothing of a withdrawn answer", () => {
    const interview = held([answer("q1", "", { withdrawnAt: day, record: "secret" })]);
    expect(comparedCells({ guide }, comparedRows({ guide }, [interview]), interview)[0]).toEqual({ state: "withdrawn", answer: null });
  });

  it("tells what is not in the guide of this interviewee from what is open", () => {
    expect(states(held([]))).toEqual(["1 open", "2a open", "2b open", "3 not-in-guide", "4 not-in-guide"]);
    expect(states(held([answer("q1")], ["city"]))).toEqual(["1 answered", "2a open", "2b open", "3 open", "4 open"]);
  });

  it("tells a follow-up of another interview from one that is open here", () => {
    const mine = held([answer("q1", "+1", { state: "open" })]);
    const other = held([answer("q1", "+1"), answer("q1", "+2")]);
    expect(states(mine, [mine, other]).slice(1, 3)).toEqual(["1+1 open", "1+2 no-follow-up"]);
  });

  it("is not held as long as the interview was not, unless something is there already", () => {
    const planned = { ...held([answer("q1")]), state: "planned" as const };
    expect(states(planned).slice(0, 2)).toEqual(["1 answered", "2a not-held"]);
  });
});

const every: ComparisonFilter = { perspective: null, block: null, informs: null, state: null, all: false };

describe("a filter", () => {
  it("leaves the columns of interviews that were held, or of all, and of one perspective", () => {
    const one = { state: "recorded" as const, perspective: "practice" };
    const planned = { state: "scheduled" as const, perspective: "practice" };
    expect([one, planned].map((interview) => fitsColumn(interview, every))).toEqual([true, false]);
    expect(fitsColumn(planned, { ...every, all: true })).toBe(true);
    expect(fitsColumn(one, { ...every, perspective: "science" })).toBe(false);
    expect(fitsColumn({ ...one, perspective: null }, { ...every, perspective: "practice" })).toBe(false);
  });

  it("leaves the rows of one block, and those that inform a research question", () => {
    const rows = comparedRows({ guide }, []);
    const codes = (filter: Partial<ComparisonFilter>) =>
      rows.filter((row) => fitsRow(row, { ...every, ...filter })).map(({ code }) => code);
    expect(codes({})).toEqual(["1", "2a", "2b", "3", "4"]);
    expect(codes({ block: "b" })).toEqual(["3", "4"]);
    expect(codes({ informs: "1a" })).toEqual(["1"]);
    expect(codes({ informs: "1a", block: "b" })).toEqual([]);
  });
});

describe("the first words of a text", () => {
  it.each([
    ["Short.", 20, "Short."],
    ["Two\n\nlines  here", 20, "Two lines here"],
    ["Whole words up to there", 12, "Whole words…"],
    ["Ends, with a comma", 6, "Ends…"],
    ["Donaudampfschifffahrt", 8, "Donaudam…"],
    ["", 8, ""],
  ])("of %j up to %i are %j", (whole, most, shown) => {
    expect(firstWords(whole, most)).toBe(shown);
  });

  it("are never longer than asked, end in no half of a character, and begin the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), fc.integer({ min: 2, max: 80 }), (whole, most) => {
        const shown = firstWords(whole, most);
        const head = shown.replace(/…$/u, "");
        expect(head.length).toBeLessThanOrEqual(most);
        expect(shown).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/u);
        expect(whole.replace(/\s+/gu, " ").trim().startsWith(head)).toBe(true);
      }),
    );
  });
});
