/** Somebody who has a section open, and the block that she is on if she is on one. */
export interface Present {
  userId: string;
  name: string;
  blockId: string | null;
}

/** How often a page says that somebody is still there, in milliseconds. */
export const beatEvery = 20_000;

/** After so long without a sign of life nobody is there any more, in milliseconds. */
export const goneAfter = 60_000;

/** Those whom one person is shown: everybody else, each once, on the block that she was on last. Expects the newest sign of life last. */
export function othersPresent(present: readonly Present[], me: string): Present[] {
  const others = new Map<string, Present>();
  for (const one of present) {
    const known = others.get(one.userId);
    if (one.userId !== me) others.set(one.userId, one.blockId === null && known ? known : one);
  }
  return [...others.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
