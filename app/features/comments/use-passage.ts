import { useEffect, useState } from "react";
import { wholeWords } from "~/domain/codes/anchor";

/** A passage that was selected in a text of the page. */
export interface SelectedPassage {
  blockId: string;
  language: string;
  start: number;
  end: number;
  words: string;
  /** Where it ends on the page, for the button beside it. */
  at: { left: number; top: number };
}

/** What was last selected within one text of the page; it stays when the selection moves on to a field, until it is let go. */
export function usePassage(): [SelectedPassage | null, () => void] {
  const [passage, setPassage] = useState<SelectedPassage | null>(null);
  useEffect(() => {
    function look() {
      const found = selectedNow();
      if (found) setPassage(found);
    }
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, []);
  return [passage, () => setPassage(null)];
}

function selectedNow(): SelectedPassage | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const home = textAround(range.startContainer) ?? textAround(range.endContainer);
  const [blockId, language] = home?.dataset["passages"]?.split(" ") ?? [];
  if (!home || blockId === undefined || language === undefined) return null;
  const parts = [...home.querySelectorAll<HTMLElement>("[data-at]")].filter((part) => range.intersectsNode(part));
  const spans = parts.map((part) => spanIn(part, range)).filter(({ start, end }) => end > start);
  const [first, last] = [spans[0], spans.at(-1)];
  const words = parts
    .map((part) => wordsIn(part, range))
    .join("")
    .trim();
  if (!first || !last || words === "") return null;
  const box = range.getBoundingClientRect();
  return { blockId, language, start: first.start, end: last.end, words, at: { left: box.right, top: box.bottom } };
}

function textAround(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>("[data-passages]") ?? null;
}

/** The part of a stretch of text that is selected, in whole words and in units of the whole text. */
function spanIn(part: HTMLElement, range: Range): { start: number; end: number } {
  const at = Number(part.dataset["at"]);
  const text = part.firstChild;
  const words = text?.textContent ?? "";
  const start = text && range.startContainer === text ? range.startOffset : 0;
  const end = text && range.endContainer === text ? range.endOffset : words.length;
  const span = wholeWords(words, { start, end });
  return { start: at + span.start, end: at + span.end };
}

function wordsIn(part: HTMLElement, range: Range): string {
  const at = Number(part.dataset["at"]);
  const { start, end } = spanIn(part, range);
  return (part.firstChild?.textContent ?? "").slice(start - at, end - at);
}
