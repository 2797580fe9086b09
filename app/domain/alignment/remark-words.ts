import { rangeWords, valueWords } from "~/domain/judgements/tally-words";
import type { PictureWords } from "~/domain/pictures/words";
import type { FrameworkTree } from "./framework-tree";
import type { Contradiction } from "./remarks";

/** A contradiction in a sentence, with its reason. */
export function contradictionWords(
  { framework, scale, nodes }: FrameworkTree,
  all: readonly FrameworkTree[],
  found: Contradiction,
  words: PictureWords,
): string {
  const node = nodes.find(({ node: { id } }) => id === found.node);
  const name = !node ? found.node : node.isGroup ? `“${words.text(node.node.title)}”` : node.code;
  switch (found.kind) {
    case "far-apart": {
      const { lowest, highest } = found;
      return words.say("pictures.alignment.far-apart", {
        node: name,
        low: lowest.code,
        lowest: valueWords(scale, lowest.value, words),
        high: highest.code,
        highest: valueWords(scale, highest.value, words),
      });
    }
    case "unlike-below":
      return words.say("pictures.alignment.unlike-below", {
        node: name,
        value: valueWords(scale, found.value, words),
        below: rangeWords(scale, found.below, words),
      });
    case "unlike-elsewhere": {
      const there = all.find((tree) => tree.framework.id === found.framework);
      return words.say("pictures.alignment.unlike-elsewhere", {
        node: name,
        value: valueWords(scale, found.value, words),
        framework: words.text((there?.framework ?? framework).title),
        there: rangeWords(scale, found.there, words),
      });
    }
    case "cited-against":
      return words.say(found.ground === null ? "pictures.alignment.cited-against" : "pictures.alignment.ground-against", {
        node: name,
        ground: found.ground ?? "",
        statement: found.statement,
      });
  }
}
