import type { PictureWords } from "~/domain/pictures/words";
import type { LeftOut, OptionCriterion, PairComparison } from "./dominance";
import type { Option } from "~/domain/protocol/options";

/** The options and criteria that a comparison names. */
export interface NamedOptions {
  options: readonly Option[];
  criteria: readonly OptionCriterion[];
}

/** How two options of one kind compare, in a sentence: which criteria it rests on, and on which each is better. */
export function pairWords(pair: PairComparison, named: NamedOptions, words: PictureWords): string {
  const code = (id: string) => named.options.find((option) => option.id === id)?.code ?? id;
  const list = (ids: readonly string[]) => ids.map((id) => titleOf(id, named, words)).join(", ");
  const { verdict, firstBetter, secondBetter, same, needed } = pair;
  const shared = firstBetter.length + secondBetter.length + same.length;
  const [first, second] = [code(pair.first), code(pair.second)];
  const values = { first, second, shared, needed, firstBetter: list(firstBetter), secondBetter: list(secondBetter), same: list(same) };
  switch (verdict) {
    case "first":
    case "second": {
      const [winner, loser] = verdict === "first" ? [first, second] : [second, first];
      return words.say(same.length > 0 ? "pictures.options.dominates" : "pictures.options.dominatesAll", {
        ...values,
        winner,
        loser,
        better: list(verdict === "first" ? firstBetter : secondBetter),
      });
    }
    case "trade-off":
      return words.say(same.length > 0 ? "pictures.options.tradeOff" : "pictures.options.tradeOffAll", values);
    case "equal":
      return words.say("pictures.options.equal", values);
    case "too-few":
      return words.say("pictures.options.tooFew", values);
  }
}

function titleOf(id: string, { criteria }: NamedOptions, { text }: PictureWords): string {
  return text(criteria.find(({ criterion }) => criterion.id === id)?.criterion.title);
}

/** What the comparison leaves out, by reason: "no level for W1: Scale, Costs; …"; "" when it leaves out nothing. */
export function leftOutWords(pair: PairComparison, named: NamedOptions, words: PictureWords): string {
  const code = (id: string) => named.options.find((option) => option.id === id)?.code ?? id;
  const reasons: readonly LeftOut[] = ["first-without", "second-without", "both-without", "no-order"];
  const parts = reasons.flatMap((why) => {
    const ids = pair.leftOut.filter((one) => one.why === why).map(({ criterion }) => criterion);
    const criteria = ids.map((id) => titleOf(id, named, words)).join(", ");
    return ids.length === 0
      ? []
      : [words.say(`pictures.options.leftOut.${why}`, { first: code(pair.first), second: code(pair.second), criteria })];
  });
  return parts.length === 0 ? "" : words.say("pictures.options.leftOut.all", { parts: parts.join("; ") });
}
