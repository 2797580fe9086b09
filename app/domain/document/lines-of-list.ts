import type { Inline, ListShown } from "~/domain/document/model";

/** The lines of a list and of the lists below its items, in reading order. */
export function linesOfList({ items }: ListShown): Inline[][] {
  return items.flatMap(({ content, lists }) => [content, ...lists.flatMap(linesOfList)]);
}
