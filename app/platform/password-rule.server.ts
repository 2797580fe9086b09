import type { ZxcvbnFactory } from "@zxcvbn-ts/core";

/** Shortest password of an account without a second factor, and the longest that is hashed. */
const passwordLength = { least: 15, most: 256 } as const;

/** Fewest characters beside the own words. */
const leastRest = 8;

let known: Promise<ZxcvbnFactory> | undefined;

async function load(): Promise<ZxcvbnFactory> {
  const [core, common, english, dutch] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
    import("@zxcvbn-ts/language-nl-be"),
  ]);
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary, ...dutch.dictionary },
    graphs: common.adjacencyGraphs,
    useLevenshteinDistance: false,
  });
}

/**
 * Why a password can't be used, as a key of the locale namespace `problems`, or null. Counted in characters; the name, mail address
 * and titles in `ownWords` weigh as words that anyone would try.
 */
export async function passwordProblem(
  password: string,
  ownWords: readonly string[],
): Promise<"password-short" | "password-long" | "password-weak" | null> {
  const length = [...password].length;
  if (length < passwordLength.least) return "password-short";
  if (length > passwordLength.most) return "password-long";
  known ??= load();
  const words = wordsOf(ownWords);
  const { score } = (await known).check(password.slice(0, 100), words);
  return score < 3 || restWithout(password, words).length < leastRest ? "password-weak" : null;
}

/** Own words as anyone would try them: whole, joined and in parts. */
function wordsOf(texts: readonly string[]): string[] {
  const parts = texts.flatMap((text) => [text, text.replace(/[^\p{L}\p{N}]/gu, ""), ...text.split(/[^\p{L}\p{N}]+/u)]);
  return ["grondslag", ...parts].map((word) => word.toLowerCase()).filter((word) => word.length > 2);
}

/** What is left of a password once the own words are taken out of it. */
function restWithout(password: string, words: readonly string[]): string {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, word) => rest.replaceAll(word, ""), password.toLowerCase());
}
