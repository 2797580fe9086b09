import type { RefObject } from "react";
import { useEffect, useState } from "react";
import { wholeWords } from "~/domain/codes/anchor";

/** A passage that was selected, in UTF-16 units of the text. */
export interface Selected {
  start: number;
  end: number;
  words: string;
}

/**
 * What was last selected within an element that holds a text and nothing else, in whole words; it stays when the selection moves on to a field, until
 * `marks` changes.
 */
export function useSelected(box: RefObject<HTMLElement | null>, marks: number): [Selected | null, () => void] {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    function look() {
      const found = box.current && selectedIn(box.current);
      if (found) setSelected(found);
    }
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [box]);
  useEffect(() => setSelected(null), [marks]);
  return [selected, () => setSelected(null)];
}

function selectedIn(element: HTMLElement): Selected | null {
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  if (!range || !element.contains(range.startContainer) || !element.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const text = element.textContent ?? "";
  const start = before.toString().length;
  const span = wholeWords(text, { start, end: start + range.toString().length });
  const words = text.slice(span.start, span.end);
  return words === "" ? null : { ...span, words };
}
