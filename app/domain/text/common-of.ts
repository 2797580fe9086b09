/**
 * What two lists have in common in the same order, each as its places in both: a longest common subsequence by the greedy algorithm of
 * E. Myers, "An O(ND) difference algorithm and its variations" (1986). Nothing where more entries would have to be added or removed than
 * `mostEdits`, which keeps the cost of comparing within bounds.
 */
export function commonOf(one: readonly string[], other: readonly string[], mostEdits: number): (readonly [number, number])[] {
  const most = Math.min(one.length + other.length, mostEdits);
  const middle = most + 1;
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(reach.slice(middle - edits - 1, middle + edits + 2));
    for (let line = -edits; line <= edits; line += 2) {
      const below = reach[middle + line + 1] ?? 0;
      const above = reach[middle + line - 1] ?? 0;
      let x = line === -edits || (line !== edits && above < below) ? below : above + 1;
      while (x < one.length && x - line < other.length && one[x] === other[x - line]) x += 1;
      reach[middle + line] = x;
      if (x >= one.length && x - line >= other.length) return pairsOf(trace, one.length, other.length);
    }
  }
  return [];
}

/** Walks a trace back from its end, and gives the pairs that it passed. */
function pairsOf(trace: readonly Int32Array[], length: number, otherLength: number): [number, number][] {
  const pairs: [number, number][] = [];
  let [x, y] = [length, otherLength];
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const before = trace[edits];
    const at = (line: number) => before?.[line + edits + 1] ?? 0;
    const line = x - y;
    const from = line === -edits || (line !== edits && at(line - 1) < at(line + 1)) ? line + 1 : line - 1;
    const [fromX, fromY] = edits === 0 ? [0, 0] : [at(from), at(from) - from];
    while (x > fromX && y > fromY) {
      [x, y] = [x - 1, y - 1];
      pairs.push([x, y]);
    }
    [x, y] = [fromX, fromY];
  }
  return pairs.reverse();
}
