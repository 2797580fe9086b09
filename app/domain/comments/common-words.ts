/** Two places that hold the same word: its index among the words of each text. */
export type WordPair = readonly [before: number, after: number];

/** How many words may differ before two texts count as written anew; keeps the cost of comparing within bounds. */
const mostEdits = 800;

/**
 * The words that two lists have in common, in order: a longest common subsequence by the greedy algorithm of E. Myers, "An O(ND) difference
 * algorithm and its variations" (1986). Nothing in common where more than 800 words would have to be added or removed.
 */
export function commonWords(before: readonly string[], after: readonly string[]): WordPair[] {
  const reached = new Map<number, number>([[1, 0]]);
  const history: ReadonlyMap<number, number>[] = [];
  for (let edits = 0; edits <= Math.min(mostEdits, before.length + after.length); edits += 1) {
    history.push(new Map(reached));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = startOn(diagonal, edits, reached);
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      reached.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) return pairsOf(history, before.length, after.length);
    }
  }
  return [];
}

type Reached = ReadonlyMap<number, number>;

/** From which word of the first list a diagonal goes on: one was added (from above) or removed (from the left). */
function startOn(diagonal: number, edits: number, reached: Reached): number {
  return isAdded(diagonal, edits, reached) ? furthest(reached, diagonal + 1) : furthest(reached, diagonal - 1) + 1;
}

function isAdded(diagonal: number, edits: number, reached: Reached): boolean {
  return diagonal === -edits || (diagonal !== edits && furthest(reached, diagonal - 1) < furthest(reached, diagonal + 1));
}

const furthest = (reached: Reached, diagonal: number) => reached.get(diagonal) ?? 0;

/** The way back from the end of both lists: where it went along a diagonal, the words are the same. */
function pairsOf(history: readonly Reached[], before: number, after: number): WordPair[] {
  const pairs: WordPair[] = [];
  let x = before;
  let y = after;
  for (let edits = history.length - 1; edits >= 0; edits -= 1) {
    const reached = history[edits] ?? new Map<number, number>();
    const from = isAdded(x - y, edits, reached) ? x - y + 1 : x - y - 1;
    const fromX = edits === 0 ? 0 : furthest(reached, from);
    const fromY = edits === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY) pairs.push([(x -= 1), (y -= 1)]);
    x = fromX;
    y = fromY;
  }
  return pairs.reverse();
}
