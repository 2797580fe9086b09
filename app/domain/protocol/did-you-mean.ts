/** The number of letters to add, drop, change or swap with a neighbour to turn one word into the other (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, (beforePrevious[j - 2] ?? 0) + 1);
      row.push(best);
    }
    [beforePrevious, previous] = [previous, row];
  }
  return previous[b.length] ?? 0;
}

/** The word that was most likely meant: spelt the same but for case, `-` and `_`, or at most a third of its letters away; else null. */
export function didYouMean(word: string, known: readonly string[]): string | null {
  if (word.length > 80) return null;
  const plain = (text: string) => text.toLowerCase().replaceAll(/[-_.\s]/g, "");
  const same = known.find((each) => plain(each) === plain(word));
  if (same !== undefined) return same;
  const most = Math.max(1, Math.floor(word.length / 3));
  const near = known
    .filter((each) => Math.abs(each.length - word.length) <= most)
    .map((each) => ({ each, distance: editDistance(plain(word), plain(each)) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.each ?? null;
}

/** The suggestion as arguments of a sentence: `hint` is `yes` or `no`. */
export function hintFor(word: string, known: readonly string[]): { hint: "yes" | "no"; suggestion: string } {
  const suggestion = didYouMean(word, known);
  return suggestion === null ? { hint: "no", suggestion: "" } : { hint: "yes", suggestion };
}
