import { foldWord } from "~/domain/fold";
import { wordSegments } from "~/domain/formats";

/** How many letters two words may differ in: one in a short word, two in a longer one. */
const mostApart = (word: string) => (word.length < 6 ? 1 : 2);

/**
 * The word of some texts that is most like one that was typed, as it is written there: the fewest letters apart, then the most often used.
 * Null where none is near enough, or where the word stands there as it was typed.
 */
export function nearestWord(typed: string, texts: readonly string[]): string | null {
  const wanted = foldWord(typed, "und");
  const counts = new Map<string, { written: string; times: number }>();
  for (const text of texts)
    for (const { segment, isWordLike } of wordSegments(text, "und")) {
      const folded = isWordLike ? foldWord(segment, "und") : "";
      if (folded === wanted) return null;
      if (Math.abs(folded.length - wanted.length) > mostApart(wanted)) continue;
      const known = counts.get(folded);
      counts.set(folded, { written: known?.written ?? segment.toLowerCase(), times: (known?.times ?? 0) + 1 });
    }
  const near = [...counts].map(([folded, one]) => ({ ...one, apart: lettersApart(wanted, folded) }));
  const [best] = near
    .filter(({ apart }) => apart <= mostApart(wanted))
    .toSorted((one, other) => one.apart - other.apart || other.times - one.times || (one.written < other.written ? -1 : 1));
  return best?.written ?? null;
}

/** In how many letters two words differ: added, left out, another one, or two changed about. */
export function lettersApart(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let n = 1; n <= one.length; n += 1) {
    const next = [n];
    for (let m = 1; m <= other.length; m += 1) {
      const same = one[n - 1] === other[m - 1] ? 0 : 1;
      const swapped = n > 1 && m > 1 && one[n - 1] === other[m - 2] && one[n - 2] === other[m - 1] ? (before[m - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min((row[m] ?? 0) + 1, (next[m - 1] ?? 0) + 1, (row[m - 1] ?? 0) + same, swapped));
    }
    [before, row] = [row, next];
  }
  return row[other.length] ?? 0;
}
