import { TEXT_LIMITS } from "~/domain/text/limits";
import type { Inline, List, ListItem } from "~/domain/text/document";

/** An item of a pasted list before its levels are put together. */
export interface PastedItem {
  level: number;
  ordered: boolean;
  content: Inline[];
}

/** The lists that some items make: an item goes at most one level below the one before it, and no deeper than lists may. */
export function listsOf(items: readonly PastedItem[]): List[] {
  const lists: List[] = [];
  const open: List[] = [];
  for (const { level, ordered, content } of items) {
    const depth = Math.min(level, open.length, TEXT_LIMITS.listLevels - 1);
    const type = ordered ? "ordered_list" : "bullet_list";
    const item: ListItem = { type: "list_item", content: [{ type: "paragraph", ...(content.length > 0 && { content }) }] };
    const current = open[depth];
    open.length = depth + 1;
    if (current?.type === type) current.content.push(item);
    else {
      const list: List = { type, content: [item] };
      open[depth] = list;
      const parent = open[depth - 1]?.content.at(-1);
      if (parent) parent.content.push(list);
      else lists.push(list);
    }
  }
  return lists;
}
