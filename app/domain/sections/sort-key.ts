/** The digits of a sort key in their order; one case only, so that both databases sort them alike. */
const digits = "0123456789abcdefghijklmnopqrstuvwxyz";
const base = digits.length;

/** The shape of a sort key: base-36 digits behind an unwritten "0.", without zeros at the end. */
export const sortKeyShape = /^[0-9a-z]*[1-9a-z]$/;

/**
 * A sort key between two neighbours, so that inserting changes no other row; null = no neighbour on that side.
 * Throws when the keys are not in order. At the end a key grows by one digit in 35 insertions, elsewhere by one in about five.
 */
export function sortKeyBetween(before: string | null, after: string | null): string {
  if (before !== null && after !== null && before >= after) throw new RangeError(`sort keys not in order: ${before}, ${after}`);
  return after === null ? keyAfter(before ?? "") : keyBetween(before ?? "", after);
}

/** The first `count` sort keys of a new list, in order. */
export function firstSortKeys(count: number): string[] {
  const keys: string[] = [];
  for (let at = 0; at < count; at += 1) keys.push(sortKeyBetween(keys.at(-1) ?? null, null));
  return keys;
}

function keyAfter(before: string): string {
  const last = before.at(-1);
  if (last === undefined) return "1";
  return last === "z" ? `${before}1` : before.slice(0, -1) + digitAt(valueOf(last) + 1);
}

function keyBetween(before: string, after: string): string {
  const shared = sharedLength(before, after);
  if (shared > 0) return after.slice(0, shared) + keyBetween(before.slice(shared), after.slice(shared));
  const [low, high] = [valueOf(before.charAt(0)), valueOf(after.charAt(0))];
  if (high - low > 1) return digitAt(Math.floor((low + high) / 2));
  if (after.length > 1 && high > low) return after.charAt(0);
  return digitAt(low) + halfwayUp(before.slice(1));
}

/** A key between `before` and the end. */
function halfwayUp(before: string): string {
  const low = valueOf(before.charAt(0));
  if (base - low > 1) return digitAt(Math.ceil((low + base) / 2));
  return digitAt(low) + halfwayUp(before.slice(1));
}

function sharedLength(before: string, after: string): number {
  let at = 0;
  while (at < after.length && (before.charAt(at) || "0") === after.charAt(at)) at += 1;
  return at;
}

function valueOf(digit: string): number {
  return digit === "" ? 0 : digits.indexOf(digit);
}

function digitAt(value: number): string {
  return digits.charAt(value);
}
