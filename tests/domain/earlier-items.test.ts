import { describe, expect, it } from "vitest";
import { comparedCells, comparedRows } from "~/domain/interviews/comparison";
import { earlierItems } from "~/domain/interviews/earlier-items";
import { interviewGuide, openItems, type RecordedAnswer, settledGuide } from "~/domain/interviews/guide";
import { questionsInformed } from "~/domain/evidence/questions-informed";
import { affectedBy, countAffected, type RecordedUnder } from "~/domain/protocol/affected";
import { protocolChanges } from "~/domain/protocol/protocol-changes";
import type { GuideQuestion } from "~/domain/protocol/guide";
import type { Protocol } from "~/domain/protocol/schema";
import { interviewProtocol } from "../support/interview-scene";

type Asked = Partial<GuideQuestion> & { id: string; number: number };

/** The protocol of the cast with these questions in its guide. */
function asking(...asked: Asked[]): Protocol {
  const { guide } = interviewProtocol;
  if (!guide) throw new Error("The cast has no guide.");
  const questions = asked.map((question) => ({
    text: { nl: question.id, en: question.id },
    answer: { kind: "long-text" as const },
    ...question,
  }));
  return { ...interviewProtocol, guide: { ...guide, blocks: [{ id: "all", title: { en: "All" }, questions }] } };
}

const before = asking({ id: "who", number: 1, informs: ["1"] }, { id: "how", number: 2, answer: { kind: "number", min: 0, decimals: 0 } });
const merged = asking({ id: "both", number: 9, replaces: ["who", "how"], informs: ["1"] });
const split = asking(
  { id: "left", number: 8, replaces: ["who"], askedOf: ["city"] },
  { id: "right", number: 9, replaces: ["who"] },
  { id: "how", number: 2 },
);

const answer = (question: string, part = "", more: Partial<RecordedAnswer> = {}): RecordedAnswer => ({
  question,
  part,
  state: "answered",
  reason: null,
  value: null,
  record: "Iets",
  language: "nl",
  ...more,
});
const shown = (protocol: Protocol, answers: readonly RecordedAnswer[], kinds: readonly string[] = ["club"]) =>
  interviewGuide(protocol, kinds, answers, earlierItems(protocol, [before]));
const told = (guide: ReturnType<typeof interviewGuide>) =>
  guide.blocks.flatMap(({ questions }) =>
    questions.map(
      ({ question, items, state }) =>
        `${question.id} ${state}: ${items.map(({ code, earlier }) => (earlier ? `(${code})` : code)).join(" ")}`,
    ),
  );

describe("what was answered before a question took the place of others", () => {
  it("stands under it with its number, and the question itself is asked while the interview is open", () => {
    const guide = shown(merged, [
      answer("who"),
      answer("how", "", { value: 3 }),
      answer("who", "+1", { state: "open", wording: { nl: "Sinds wanneer?" } }),
    ]);
    expect(told(guide)).toEqual(["both open: 9 (1) (2) (1+1)"]);
    expect(openItems(guide).map(({ code }) => code)).toEqual(["9"]);
    expect(guide.blocks[0]?.questions[0]?.items[2]?.field.answer).toEqual({ kind: "number", min: 0, decimals: 0 });
  });

  it("counts as the answer once the record is closed", () => {
    const guide = settledGuide(shown(merged, [answer("who")]));
    expect(told(guide)).toEqual(["both answered: (1)"]);
    expect([guide.asked, guide.done]).toEqual([1, 1]);
    expect(told(settledGuide(shown(merged, [])))).toEqual(["both open: 9"]);
  });

  it("stands under each that it was split into, also where that is not asked of these interviewees", () => {
    expect(told(shown(split, [answer("who")]))).toEqual(["left answered: (1)", "right open: 9 (1)", "how open: 2"]);
  });

  it("has a row under what took its place when interviews are compared, and informs what that informs", () => {
    const interview = { state: "held" as const, kinds: ["club"], answers: [{ ...answer("who"), withdrawnAt: null, disputedAt: null }] };
    const rows = comparedRows(merged, [interview], earlierItems(merged, [before]));
    expect(rows.map(({ code, earlier }) => [code, earlier?.wording])).toEqual([
      ["9", undefined],
      ["1", { nl: "who", en: "who" }],
    ]);
    expect(comparedCells(merged, rows, interview).map(({ state }) => state)).toEqual(["open", "answered"]);
    expect(questionsInformed(merged, { guideQuestion: "who" }, [])).toEqual(["1"]);
    expect(questionsInformed(split, { guideQuestion: "how" }, [])).toEqual([]);
  });
});

describe("what a change of the protocol concerns", () => {
  const records: RecordedUnder[] = [
    { kind: "interview-answer", id: "a", code: "I1:1", path: "", guideQuestion: "who" },
    { kind: "interview-answer", id: "b", code: "I1:2", path: "", guideQuestion: "how" },
    { kind: "judgement", id: "j", code: "O1:K1", path: "", criterion: "reach" },
    { kind: "alignment", id: "n", code: "P 1", path: "", framework: "plan", node: "p1" },
    { kind: "statement", id: "s", code: "A1", path: "", question: "1" },
    { kind: "section", id: "c", code: "1", path: "", section: "s1", questions: ["1"] },
  ];
  const concerned = (next: Protocol) => affectedBy(before, protocolChanges(before, next), records).map(({ code }) => code);
  const scale = (label: string) => (before.scales ?? []).map((each) => (each.id === "two" ? { ...each, title: { en: label } } : each));

  it.each<[string, Protocol, string[]]>([
    [
      "nothing that is new or only elsewhere",
      { ...before, options: [...(before.options ?? []), { id: "x", code: "W2", kind: "mode", title: { en: "X" } }] },
      [],
    ],
    ["the answers to questions that were merged", merged, ["I1:1", "I1:2"]],
    [
      "what answers a research question that is worded otherwise",
      { ...before, questions: before.questions.map((each) => ({ ...each, text: { en: "Why?" } })) },
      ["A1", "1"],
    ],
    ["everything on a scale that is called otherwise", { ...before, scales: scale("Other") }, ["O1:K1", "P 1"]],
    [
      "a node",
      {
        ...before,
        frameworks: (before.frameworks ?? []).map((each) => ({
          ...each,
          nodes: each.nodes.map((node) => ({ ...node, title: { en: "Else" } })),
        })),
      },
      ["P 1"],
    ],
    ["a translation", { ...before, purpose: { ...before.purpose, nl: before.purpose["nl"] ?? "" } }, []],
  ])("is %s", (_, next, expected) => {
    expect(concerned(next)).toEqual(expected);
  });

  it("is counted once by kind, however many changes concern it", () => {
    const twice = [0, 1].map((change) => ({ change, kind: "judgement" as const, id: "j" }));
    expect(countAffected([...twice, { kind: "section", id: "c" }])).toEqual([
      { kind: "judgement", count: 1 },
      { kind: "section", count: 1 },
    ]);
  });
});
