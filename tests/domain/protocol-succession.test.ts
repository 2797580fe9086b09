import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareProtocols } from "~/domain/protocol/compare-protocols";
import type { Protocol } from "~/domain/protocol/schema";
import { heirsOf, replacedBy, withSuccession } from "~/domain/protocol/succession";
import { successionProblems } from "~/domain/protocol/succession-problems";
import { readProtocolFile } from "~/platform/protocol-file.server";
import { bridges, broken } from "./protocol-example";

type Asked = { id: string; number?: number; replaces?: string[]; parts?: { key: string; replaces?: string[] }[] };

function read(file: string): Protocol {
  const { protocol, problems } = readProtocolFile(file);
  if (!protocol) throw new Error(JSON.stringify(problems));
  return protocol;
}

const text = { nl: "Vraag", en: "Question" };
const old = read(bridges);

/** The protocol of the bridges with a guide of its own. */
function guided(...asked: Asked[]): Protocol {
  const questions = asked.map(({ id, number, replaces, parts }, at) => ({
    id,
    number: number ?? at + 1,
    text,
    answer: { kind: "long-text" as const },
    ...(replaces && { replaces }),
    ...(parts && { parts: parts.map((part) => ({ ...part, text })) }),
  }));
  return {
    ...old,
    guide: {
      intervieweeKinds: [{ id: "keeper", title: text }],
      notAskedReasons: [{ key: "no-time", label: text }],
      noAnswerReasons: [{ key: "unknown", label: text }],
      blocks: [{ id: "all", title: text, questions }],
    },
  };
}

const heirs = (protocol: Protocol, question: string, part = "") =>
  heirsOf(protocol, "guide-question", question, part).map((heir) => [heir.question, heir.part].join(":").replace(/:$/u, ""));
const problems = (next: Protocol, ...earlier: Protocol[]) =>
  successionProblems(next, earlier, new Map([[1, new Set(["g1"])]])).map(
    ({ code, details }) => `${code} ${details["id"] ?? details["circle"]}`,
  );

describe("questions that take the place of others", () => {
  it("stand for both when one was split, and for one when two were merged", () => {
    const split = guided({ id: "g1a", number: 8, replaces: ["g1"] }, { id: "g1b", number: 9, replaces: ["g1"] });
    expect(heirs(split, "g1")).toEqual(["g1a", "g1b"]);
    expect(heirs(split, "g1", "which")).toEqual(["g1a", "g1b"]);
    expect(heirs(split, "g1", "+1")).toEqual(["g1a", "g1b"]);
    expect(heirs(split, "g2")).toEqual([]);
    const merged = guided({ id: "g9", replaces: ["g1", "g2"] });
    expect([heirs(merged, "g1"), heirs(merged, "g2")]).toEqual([["g9"], ["g9"]]);
    expect(replacedBy(merged, "guide-question", "g9")).toEqual(["g1", "g2"]);
  });

  it("take over one part, and leave the others and the follow-ups where they are", () => {
    const moved = guided({ id: "g1", parts: [{ key: "which" }, { key: "since" }] }, { id: "g5", replaces: ["g1:why"] });
    expect(heirs(moved, "g1", "why")).toEqual(["g5"]);
    expect(heirs(moved, "g1", "which")).toEqual([]);
    expect(heirs(moved, "g1", "+1")).toEqual([]);
    expect(replacedBy(moved, "guide-question", "g5")).toEqual([]);
    const apart = guided({ id: "g5", replaces: ["g1:why"] }, { id: "g6", replaces: ["g1:which"] });
    expect(heirs(apart, "g1", "+1")).toEqual(["g5", "g6"]);
  });

  it("hand on over the versions what they had taken over", () => {
    const second = guided({ id: "g2", replaces: ["g1"] });
    const third = withSuccession(guided({ id: "g3", replaces: ["g2"] }), second);
    expect([heirs(third, "g1"), heirs(third, "g2")]).toEqual([["g3"], ["g3"]]);
    expect(heirs(withSuccession(guided({ id: "g2" }, { id: "g7" }), second), "g1")).toEqual(["g2"]);
    expect(withSuccession(old, old)).toBe(old);
  });

  it("are followed over any chain of versions to the newest", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), (versions) => {
        let now = guided({ id: "q0" });
        for (let at = 1; at <= versions; at += 1) now = withSuccession(guided({ id: `q${at}`, replaces: [`q${at - 1}`] }), now);
        for (let at = 0; at < versions; at += 1) expect(heirs(now, `q${at}`)).toEqual([`q${versions}`]);
      }),
      { numRuns: 20 },
    );
  });
});

describe("the check of what takes the place of what", () => {
  it.each([
    ["what is there still", "id: g1", "id: g1\n          replaces: ['g1:new']", "replaces-present"],
    ["one id twice", "id: g1", "id: g1\n          replaces: [g0, g0]", "replaces-twice"],
    ["no id", "id: g1", "id: g1\n          replaces: ['g0:']", "bad-id"],
    ["an empty list", "id: g1", "id: g1\n          replaces: []", "empty"],
  ])("refuses %s", (_, from, to, code) => {
    expect(readProtocolFile(broken(from, to)).problems.map((problem) => problem.code)).toContain(code);
  });

  it("refuses ids of no earlier version, circles over versions and a number that another question was answered under", () => {
    const before = guided({ id: "g1" });
    expect(problems(guided({ id: "g2", number: 8, replaces: ["g1"] }), before)).toEqual([]);
    expect(problems(guided({ id: "g2", number: 8, replaces: ["g0"] }), before)).toEqual(["replaces-unknown g0"]);
    expect(problems(guided({ id: "g1", replaces: ["g2"] }), before, guided({ id: "g2", number: 8, replaces: ["g1"] }))).toEqual([
      "cycle g1 → g2 → g1",
    ]);
    expect(problems(guided({ id: "g2", number: 1, replaces: ["g1"] }), before)).toEqual(["number-taken g1"]);
  });

  it("lets what has records vanish only with something in its place", () => {
    const before = guided({ id: "g1" });
    const told = (next: Protocol, from = before, recorded = ["g1"]) =>
      compareProtocols(from, next, { "guide-question": recorded }).map(({ code, details }) => `${code} ${details["id"]}`);
    expect(told(guided({ id: "g2" }))).toEqual(["kept-missing g1"]);
    expect(told(guided({ id: "g2", replaces: ["g1"] }))).toEqual([]);
    const second = guided({ id: "g2", replaces: ["g1"] });
    expect(told(guided({ id: "g3", replaces: ["g2"] }), second)).toEqual([]);
    expect(told(guided({ id: "g3" }), second)).toEqual(["kept-missing g1"]);
    expect(told(guided({ id: "g1", parts: [{ key: "a" }, { key: "b" }] }))).toEqual(["kept-missing g1"]);
    expect(told(guided({ id: "g1", parts: [{ key: "a", replaces: ["g1"] }, { key: "b" }] }))).toEqual([]);
  });
});
