import { describe, expect, it } from "vitest";
import { protocolChanges } from "~/domain/protocol/protocol-changes";
import type { Protocol } from "~/domain/protocol/schema";
import { readProtocolFile } from "~/platform/protocol-file.server";
import { bridges, broken } from "./protocol-example";

function read(file: string): Protocol {
  const { protocol, problems } = readProtocolFile(file);
  if (!protocol) throw new Error(JSON.stringify(problems));
  return protocol;
}

const old = read(bridges);
const told = (next: Protocol, from = old) =>
  protocolChanges(from, next).map(({ kind, code, way, by, keys }) => [kind, code, way, ...by, ...keys].filter(Boolean).join(" "));

describe("what is different between two versions of a protocol", () => {
  it.each<[string, string, string, string[]]>([
    ["nothing", "id: stuff,", "id: stuff,", []],
    ["a title in other words", "title: { nl: Stof, en: Stuff }", "title: { nl: Materiaal, en: Stuff }", ["criterion K2 reworded"]],
    [
      "another scale",
      "title: { nl: Stof, en: Stuff }, scale: sort",
      "title: { nl: Stof, en: Stuff }, scale: three",
      ["criterion K2 changed scale"],
    ],
    ["a criterion under another id", "id: stuff,", "id: material,", ["criterion K2 removed", "criterion K2 added"]],
    ["a level with another value", "value: 2,", "value: 3,", ["scale three changed levels"]],
  ])("tells %s", (_, from, to, expected) => {
    expect(told(read(broken(from, to)))).toEqual(expected);
  });

  it("tells an order and a translation that was added apart from a wording", () => {
    const [first, ...others] = old.questions;
    expect(told({ ...old, questions: first ? [...others, first] : others })).toEqual(["question order"]);
    const untranslated = { ...old, questions: old.questions.map((question) => ({ ...question, text: { nl: question.text["nl"] ?? "" } })) };
    expect(told(old, untranslated)).toEqual(["question 1 translated", "question 1a translated"]);
    expect(told({ ...old, purpose: { nl: "Anders", en: "Otherwise" } })).toEqual(["part purpose reworded"]);
  });

  it("names what stands in the place of a question, with the wording that went", () => {
    const [block] = old.guide?.blocks ?? [];
    const [asked, ...others] = block?.questions ?? [];
    if (!old.guide || !block || !asked) throw new Error("The example has no guide.");
    const halves = ["a", "b"].map((half, at) => ({ ...asked, id: `${asked.id}${half}`, number: 50 + at, replaces: [asked.id] }));
    const next = { ...old, guide: { ...old.guide, blocks: [{ ...block, questions: [...halves, ...others] }] } };
    expect(told(next)).toEqual(["guide-question 1 replaced 50 51", "guide-question 50 added", "guide-question 51 added"]);
    expect(protocolChanges(old, next)[0]?.texts).toEqual([{ before: asked.text, after: null }]);
  });
});
