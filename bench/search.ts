import type { Finding } from "./report";
import { base, comparedAcross, withSizes } from "./sizes";

const found = (words: string, more = "") => `${base}/search?q=${encodeURIComponent(words)}${more}`;

/** Each way to look for something: by a word that few texts hold and by one that many do, as a phrase, by a beginning, narrowed down, and beside a statement. */
const searches = {
  "a rare word": found("pandemie"),
  "a common word": found("kinderen"),
  "two common words": found("seksuele kinderen"),
  "a phrase": found('"seksuele uitbuiting"'),
  "the beginning of a word": found("kind*"),
  "a common word without another": found("kinderen -seksuele"),
  "a common word, only what can be cited": found("kinderen", "&citable=yes"),
  "all of one kind": found("kinderen", "&kind=excerpt"),
  "a word that no text holds": found("xyzzyx"),
  "evidence for a statement": `${base}/sections/2.4/edit?cite=F6&q=kinderen`,
};

/** How much slower a search becomes with a hundred times the data. */
export async function* search(): AsyncGenerator<Finding> {
  yield* withSizes([1, 100], async function* (sizes) {
    for (const [name, path] of Object.entries(searches)) yield* comparedAcross(sizes, { bench: "search", name, path });
  });
}
