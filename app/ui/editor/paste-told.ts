/** What a paste left out or changed, each counted, to be said to whoever pasted. */
export interface PasteTold {
  images: number;
  /** Tables with cells over several rows or columns, which were given a cell each. */
  unrolled: number;
  /** Links to an address that no text may lead to; their words stay. */
  links: number;
  comments: number;
  /** Passages that were deleted in a text with tracked changes. */
  deleted: number;
}

/** Nothing left out yet. */
export const nothingTold: PasteTold = { images: 0, unrolled: 0, links: 0, comments: 0, deleted: 0 };
