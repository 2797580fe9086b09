import type { RefObject } from "react";
import { useEffect, useState } from "react";

/** A passage that was selected, in UTF-16 units of the text. */
export interface Selected {
  start: number;
  end: number;
  words: string;
}

/** What was last selected within an element that holds a text and nothing else; it stays when the selection moves on to a field. */
export function useSelected(box: RefObject<HTMLElement | null>): [Selected | null, () => void] {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    function look() {
      const found = box.current && selectedIn(box.current);
      if (found) setSelected(found);
    }
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [box]);
  return [selected, () => setSelected(null)];
}

function selectedIn(element: HTMLElement): Selected | null {
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  if (!range || !element.contains(range.startContainer) || !element.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const words = range.toString();
  const start = before.toString().length;
  return words.trim() === "" ? null : { start, end: start + words.length, words };
}
