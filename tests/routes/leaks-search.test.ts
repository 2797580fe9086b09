import { beforeAll, describe, expect, it } from "vitest";
import { dialect, useDatabase } from "../support/database";
import { forbidden, may, secretNames, sentinels } from "../support/leak-rule";
import { givenLeakScene, secret, wordsBeside, type LeakScene, type SecretName } from "../support/leak-scene";
import { searchesFor, wholeSearches } from "../support/leak-searches";
import { answerOf, cookieOf, walkers, type Leak, type Stop, type Walker } from "../support/leak-walk";
import { folded, leaksIn, needlesOf, textOf } from "../support/leaks";

useDatabase();

let scene: LeakScene;
let cookies: Record<Walker, string>;
beforeAll(async () => {
  scene = await givenLeakScene();
  const entries = await Promise.all(walkers.map(async (walker) => [walker, await cookieOf(scene, walker)]));
  cookies = Object.fromEntries(entries) as Record<Walker, string>; // one of each
}, 240_000);

/** The other secrets: what was typed is sent back, so only what was not typed counts. */
const othersThan = (name: SecretName) => {
  const begins = (word: string) => needlesOf(secret[name]).some((needle) => folded(word).startsWith(needle));
  return sentinels.filter(({ words }) => !words.some(begins));
};

const addressed = (words: string) => encodeURIComponent(words);

/** A text without what was typed, as it stands in data and in an address, and without what differs from one request to the next. */
function bare(text: string, words: string): string {
  const typed = [
    JSON.stringify(words).slice(1, -1),
    addressed(addressed(words)),
    addressed(words),
    new URLSearchParams({ q: words }).toString().slice(2),
  ];
  return typed.reduce((rest, form) => rest.replaceAll(form, "…"), text).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gu, "id");
}

/** What pages answer to one who searches, each under its address. */
async function answersTo(walker: Walker, words: string, stops: readonly Stop[]): Promise<string[]> {
  const given = async (stop: Stop) => `${stop.path}\n${await textOf(await answerOf(stop, cookies[walker]))}`;
  return (await Promise.all(stops.map(given))).map((text) => bare(text, words));
}

/** What is told of secrets on pages that somebody searched. */
const toldIn = (walker: Walker, answers: readonly string[], looked: typeof sentinels): Leak[] =>
  answers.flatMap((text) => leaksIn(text, looked).map(({ what }) => ({ to: walker, what, where: text.split("\n", 1)[0] ?? "" })));

/** The pages to search; those that look in a list by its titles do so alike on both databases, and are asked on one. */
const searches = dialect === "sqlite" ? searchesFor : wholeSearches;

const nowhere = "Qwzxvbnm";

describe("what a protected person said and who she is", () => {
  it.each(walkers)(
    "is told to %s who searches for it only as far as it may be, and else as if it stood nowhere",
    async (walker) => {
      const nothing = await answersTo(walker, nowhere, await searches(scene, nowhere));
      for (const name of secretNames)
        for (const words of secret[name].words) {
          const answers = await answersTo(walker, words, await searches(scene, words));
          expect(forbidden(toldIn(walker, answers, othersThan(name)))).toEqual([]);
          if (!may[name].includes(walker)) expect(answers, words).toEqual(nothing);
        }
    },
    240_000,
  );

  it.each(walkers)(
    "is told to %s who searches for its beginning or the whole phrase only as far as it may be, and else as if it stood nowhere",
    async (walker) => {
      const nothing = await answersTo(walker, nowhere, await wholeSearches(scene, nowhere));
      for (const name of secretNames) {
        const { text } = secret[name];
        for (const words of [`"${text}"`, ...needlesOf(secret[name]).map((needle) => `${needle}*`)]) {
          const answers = await answersTo(walker, words, await wholeSearches(scene, words));
          expect(forbidden(toldIn(walker, answers, othersThan(name)))).toEqual([]);
          if (!may[name].includes(walker)) expect(answers, words).toEqual(nothing);
        }
      }
    },
    240_000,
  );

  it.each(walkers)("is not told to %s who searches for the words that stand beside it", async (walker) => {
    for (const words of wordsBeside) {
      const answers = await answersTo(walker, words, await searches(scene, words));
      expect(forbidden(toldIn(walker, answers, sentinels))).toEqual([]);
    }
  });
});

describe("the searching itself", () => {
  it.each([
    ["subsidie", "komt te laat"],
    ["loket", "werkt"],
    ["kade", "wordt nooit nat"],
  ])("finds by the word %s what a protected person said", async (words, rest) => {
    const [found = ""] = await answersTo("reviewer", words, await searchesFor(scene, words));
    expect(found).toContain(rest);
  });

  const hers: SecretName[] = ["name", "organisation", "role", "title"];
  const ofTheOther: SecretName[] = ["hiddenName", "hiddenOrganisation", "hiddenRole"];
  const ofTheCommissioner: SecretName[] = ["remarkSent", "remarkAnswer"];
  it.each<[Walker, SecretName[]]>([
    ["lead", [...hers, ...ofTheOther, ...ofTheCommissioner]],
    ["researcher", [...hers, ...ofTheCommissioner]],
    ["secondResearcher", [...ofTheOther, ...ofTheCommissioner]],
    ["reviewer", ofTheCommissioner],
  ])("finds for the %s what may be known of whom", async (walker, expected) => {
    const asked = async (words: string) => answersTo(walker, words, (await searchesFor(scene, words)).slice(0, 1));
    const [nothing] = await asked(nowhere);
    const found = await Promise.all(
      secretNames.map(async (name) => (await asked(secret[name].words.at(0) ?? "")).some((text) => text !== nothing)),
    );
    expect(secretNames.filter((_, at) => found[at])).toEqual(expected);
  });
});
