import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "~/platform/ids.server";
import { indexText } from "~/platform/index-text.server";
import { searchTexts } from "~/platform/search.server";
import { loadCast, type Cast } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { hour } from "../support/interview-scene";

useDatabase();
let cast: Cast;
const names = new Map<string, string>();

/** What each text says, by the name that the tests call it by: kind, language, words. */
const texts: Readonly<Record<string, readonly [kind: string, language: string, text: string]>> = {
  wells: ["excerpt", "nl", "De waterputten bij de scholen worden slecht onderhouden. Een put kost veel."],
  cafe: ["excerpt", "nl", "In het café aan de Coördinatiestraat spraken zij over foto’s en video's."],
  schools: ["interview-answer", "en", "Schools were maintained badly; nobody paid the teachers."],
  girls: ["interview-answer", "nl", "Meisjes blijven thuis van school als er geen water is."],
  far: ["actor-fact", "nl", "Water is er genoeg. Onderwijs is er nauwelijks, en geen school."],
  numbers: ["actor-fact", "en", "In 2015 it spent 3.5 million on CO2 and visited example.org, 22b and 1e5 times."],
  often: ["excerpt", "nl", "Subsidie op subsidie: de subsidie."],
  once: ["excerpt", "nl", `De subsidie ${"is een lang verhaal dat over van alles gaat ".repeat(12)}.`],
  elsewhere: ["excerpt", "nl", "Waterputten van een andere studie."],
};

beforeAll(async () => {
  cast = await loadCast();
  const tx = rawWriter();
  for (const [name, [kind, language, text]] of Object.entries(texts)) {
    const recordId = newId(hour(names.size));
    names.set(recordId, name);
    const assessmentId = name === "elsewhere" ? cast.otherAssessment.id : cast.assessment.id;
    await indexText(tx, { assessmentId, kind, recordId, field: "text", language, text });
  }
});

const kinds = ["excerpt", "interview-answer", "actor-fact"];

async function found(words: string, more: { kinds?: readonly string[]; only?: string; limit?: number } = {}): Promise<string[]> {
  const hits = await searchTexts({ assessmentId: cast.assessment.id, kinds, languages: ["nl", "en"], limit: 20, words, ...more });
  return hits.map(({ recordId }) => names.get(recordId) ?? recordId);
}
const sorted = async (words: string, more = {}) => (await found(words, more)).sort();

describe("words", () => {
  it.each([
    ["school", ["far", "girls", "schools", "wells"]], // scholen → school, schools → school
    ["scholen", ["far", "girls", "wells"]],
    ["maintaining school", ["schools"]],
    ["onderhouden", ["wells"]],
    ["CAFÉ", ["cafe"]],
    ["cafe", ["cafe"]],
    ["coordinatiestraat", ["cafe"]],
    ["foto's", ["cafe"]],
    ["foto", ["cafe"]],
    ["meisje water", ["girls"]],
    ["meisjes water", ["girls"]],
    ["subsidies verhaal", ["once"]],
    ["2015", ["numbers"]],
    ["3.5", ["numbers"]],
    ["co2", ["numbers"]],
    ["22b", ["numbers"]],
    ["1e5", ["numbers"]],
    ["example.org", ["numbers"]],
    ["example", ["numbers"]],
    ["water giraffe", []],
  ] as const)("finds %s", async (words, wanted) => {
    expect(await sorted(words)).toEqual(wanted);
  });

  it.each([
    ["put", ["wells"]],
    ["waterp", ["wells"]], // the last word may go on
    ["waterp slecht", []], // another one may not
    ["waterp* slecht", ["wells"]],
    ["waterp*", ["wells"]],
    ["* *", []],
  ] as const)("takes the beginning of a word: %s", async (words, wanted) => {
    expect(await sorted(words)).toEqual(wanted);
  });

  it.each([
    ['"water is"', ["far", "girls"]],
    ['"geen water is"', ["girls"]],
    ['"blijven thuis"', ["girls"]],
    ['"thuis blijven"', []],
    ["“blijven thuis”", ["girls"]],
    ["„blijven thuis”", ["girls"]],
    ["«blijven thuis»", ["girls"]],
    ['"blijven thuis van school" meisje', ["girls"]],
    ['"school worden"', ["wells"]], // stemmed inside as well
    ['"blijven thuis', ["girls"]], // not closed yet
    ['"blijven thu', ["girls"]],
    ['water "geen school"', ["far"]],
    ['water"geen school"', ["far"]],
    ['""', []],
    ['"', []],
  ] as const)("finds words next to each other: %s", async (words, wanted) => {
    expect(await sorted(words)).toEqual(wanted);
  });

  it.each([
    ["school -water", ["schools", "wells"]],
    ['school -"is er"', ["girls", "schools", "wells"]],
    ["-water", []],
    ["school - water", ["far", "girls", "wells"]],
    ["school --", ["far", "girls", "schools", "wells"]],
  ] as const)("leaves out what may not be there: %s", async (words, wanted) => {
    expect(await sorted(words)).toEqual(wanted);
  });
});

describe("where and in what order", () => {
  it("looks in one study, in the kinds and the language that are asked for", async () => {
    expect(await sorted("waterput")).toEqual(["wells"]);
    expect(await sorted("school", { kinds: ["interview-answer"] })).toEqual(["girls", "schools"]);
    expect(await sorted("school", { kinds: ["interview-answer"], only: "en" })).toEqual(["schools"]);
    expect(await sorted("school", { kinds: [] })).toEqual([]);
    expect(await sorted("school", { kinds: ['"', "x' | 'k:excerpt"] })).toEqual([]);
  });

  it("puts what says it more often, in a shorter text, and as a whole word first", async () => {
    expect(await found("subsidie")).toEqual(["often", "once"]);
    expect(await found("put")).toEqual(["wells"]);
    expect((await found("school"))[0]).toBe("schools");
  });

  it("gives no more of a kind than asked for", async () => {
    expect(await found("subsidie", { limit: 1 })).toEqual(["often"]);
    expect(await found("school", { limit: 1 })).toHaveLength(3);
  });
});

describe("whatever is typed", () => {
  it.each([
    ["a quote mark of SQL", '\'; DROP TABLE "SearchText"; --'],
    ["marks of FTS5", '^water* NEAR(school geen, 2) {words}: -words : "a" + "b"* AND OR NOT ( )'],
    ["NEAR(", "NEAR("],
    ["marks of a tsquery", "water & | ! <-> :* ( ) \\ 'x'"],
    ["a backslash", "\\"],
    ["NUL", "wa\u0000ter \u0000"],
    ["half a character", "\ud800 water \udc00"],
    ["emoji", "💧🚰 👩🏽‍🔬"],
    ["text from right to left", "مياه \u202e الشرب מים"],
    ["ten thousand characters", "a".repeat(10_000)],
    ["ten thousand words", "wa ".repeat(10_000)],
    ["letters that fold to many", "\ufdfa".repeat(400)],
    ["marks alone", "\u0301".repeat(300)],
    ["only words that every text holds", "de het een en of the a of"],
    ["nothing", " \t\n"],
    ["a lot of quote marks", '"'.repeat(401)],
    ["a lot of minus signs", "-".repeat(401)],
    ["a lot of stars", "*".repeat(401)],
  ])("does not fail on %s", async (_, words) => {
    await expect(found(words)).resolves.toBeInstanceOf(Array);
  });
});
