import { describe, expect, it } from "vitest";
import { formFields, guideFields } from "~/domain/forms/form-field";
import { askedFields } from "~/domain/forms/is-asked";
import { progressOf } from "~/domain/forms/progress";
import { StoredAnswer } from "~/domain/forms/stored-answer";
import type { Condition, Field } from "~/domain/protocol/fields";
import { guideQuestions } from "~/domain/protocol/readers";
import { readProtocolFile } from "~/platform/protocol-file.server";
import { bridges } from "./protocol-example";

const label = { nl: "Vraag", en: "Question" };
const given = (value: unknown): StoredAnswer => StoredAnswer.parse({ state: "answered", value, wording: label, protocolVersion: 1 });
const settled: StoredAnswer = { state: "not-asked", reason: "no-time", wording: label, protocolVersion: 1 };
const field = (key: string, onlyIf?: Condition, required = false): Field => ({
  key,
  label,
  required,
  answer: { kind: "long-text" },
  ...(onlyIf ? { onlyIf } : {}),
});
const names = (list: { name: string }[]) => list.map(({ name }) => name);

describe("a field with a condition", () => {
  it.each<[string, Omit<Condition, "field">, unknown, boolean]>([
    ["is", { is: "yes" }, { value: "yes" }, true],
    ["is, otherwise answered", { is: "yes" }, { value: "no" }, false],
    ["is, unanswered", { is: "yes" }, undefined, false],
    ["isNot, unanswered", { isNot: "yes" }, undefined, true],
    ["isNot, answered so", { isNot: "yes" }, { value: "yes" }, false],
    ["isAnyOf of several choices", { isAnyOf: ["a", "b"] }, ["c", "b"], true],
    ["isAnyOf, none of them", { isAnyOf: ["a", "b"] }, ["c"], false],
    ["answered", { answered: true }, 0, true],
    ["answered: false", { answered: false }, undefined, true],
    ["atLeast an amount", { atLeast: 10 }, { amount: 10, currency: "EUR" }, true],
    ["atLeast, unanswered", { atLeast: 0 }, undefined, false],
    ["atMost", { atMost: 3 }, 4, false],
    ["two tests, one fails", { atLeast: 1, atMost: 3 }, 5, false],
  ])("%s", (_, tests, value, asked) => {
    const fields = formFields([field("first"), field("second", { field: "first", ...tests })]);
    const answers = value === undefined ? {} : { first: given(value) };
    expect(names(askedFields(fields, answers)).includes("second")).toBe(asked);
  });

  it("counts no answer to a question that is itself no longer asked", () => {
    const fields = formFields([field("a"), field("b", { field: "a", is: "x" }), field("c", { field: "b", is: "y" })]);
    expect(names(askedFields(fields, { a: given("x"), b: given("y") }))).toEqual(["a", "b", "c"]);
    expect(names(askedFields(fields, { a: given("z"), b: given("y") }))).toEqual(["a"]);
  });
});

describe("progress", () => {
  const fields = formFields([field("a", undefined, true), field("b"), field("c", { field: "a", is: "x" }, true)]);
  it.each<[string, Record<string, StoredAnswer>, string, string[]]>([
    ["nothing", {}, "not-started", ["a"]],
    ["only what is optional", { b: given("q") }, "in-progress", ["a"]],
    ["what is required", { a: given("z") }, "complete", []],
    ["an answer that asks for more", { a: given("x") }, "in-progress", ["c"]],
    ["a reason instead of an answer", { a: settled }, "complete", []],
  ])("with %s", (_, answers, status, left) => expect(progressOf(fields, answers)).toMatchObject({ status, left }));

  it("needs everything settled where nothing is required", () => {
    const free = formFields([field("a"), field("b")]);
    expect(progressOf(free, { a: settled })).toEqual({ status: "in-progress", asked: 2, settled: 1, left: ["b"] });
    expect(progressOf(free, { a: settled, b: given("q") }).status).toBe("complete");
  });
});

describe("a guide as a form", () => {
  const { protocol } = readProtocolFile(bridges);
  const fields = protocol ? guideFields(guideQuestions(protocol, "keeper")) : [];

  it("has a field per part, with the code that follows the interview's", () => {
    expect(fields.map(({ name, code }) => [name, code])).toEqual([
      ["g1:old", "1a"],
      ["g1:new", "1b"],
      ["g2", "2"],
    ]);
    expect(fields[0]?.wording).toEqual({ nl: "Welke bruggen? (oude)", en: "Which bridges? (old)" });
  });

  it("asks only of those who are asked, and only if the condition holds", () => {
    expect(protocol && names(guideFields(guideQuestions(protocol, "someone-else")))).toEqual(["g2"]);
    expect(names(askedFields(fields, {}))).toEqual(["g1:old", "g1:new"]);
    expect(names(askedFields(fields, { "g1:old": given("a") }))).toEqual(["g1:old", "g1:new", "g2"]);
  });
});

describe("a stored answer", () => {
  it.each([
    [{ state: "answered", wording: label, protocolVersion: 1 }],
    [{ state: "open", value: "x", wording: label, protocolVersion: 1 }],
    [{ state: "not-asked", wording: label, protocolVersion: 1 }],
    [{ state: "answered", value: "x", protocolVersion: 1 }],
    [{ state: "answered", value: "x", wording: label }],
  ])("refuses %j", (stored) => expect(StoredAnswer.safeParse(stored).success).toBe(false));
});
