import type { ZxcvbnFactory } from "@zxcvbn-ts/core";

/** Shortest password of an account without a second factor, and the longest that is hashed. */
export const passwordLength = { least: 15, most: 256 } as const;

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
export async function passwordProblem(password: string, ownWords: readonly string[]): Promise<"password-short" | "password-long" | "password-weak" | null> {
  const length = [...password].length;
  if (length < passwordLength.least) return "password-short";
  if (length > passwordLength.most) return "password-long";
  known ??= load();
  const words = ["grondslag", ...ownWords.flatMap((text) => [text, ...text.split(/[\s@.,:;-]+/)])].filter((word) => word.length > 2);
  const { score } = (await known).check(password.slice(0, 100), words);
  return score < 3 ? "password-weak" : null;
}
