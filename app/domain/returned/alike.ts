/** How much two texts are alike, 0 to 1: the words that they share, twice, by the words that both have (Dice 1945). */
export function alikeness(one: string, other: string): number {
  const [ones, others] = [wordsIn(one), wordsIn(other)];
  const total = ones.length + others.length;
  if (total === 0) return 0;
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of ones) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared += 1;
  }
  return (2 * shared) / total;
}

const wordsIn = (text: string) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The one that is alike enough and clearly more than every other; none where two are nearly as alike. */
export function unmistakable<One extends { likeness: number }>(
  all: readonly One[],
  { least, ahead }: { least: number; ahead: number },
): One | undefined {
  const [best, second] = all.toSorted((one, other) => other.likeness - one.likeness);
  return best && best.likeness >= least && best.likeness - (second?.likeness ?? 0) >= ahead ? best : undefined;
}
