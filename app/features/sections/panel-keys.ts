import { NavigationType, useNavigate, useNavigationType } from "@remix-run/react";
import { useEffect, useRef, type RefObject } from "react";
import type { FoundGround } from "./search-grounds.server";

/** What the keys of the evidence panel need to know of it. */
interface KeyedPanel {
  cite: string;
  blockId: string;
  found: readonly FoundGround[];
}

/**
 * The keys of the evidence panel. The focus goes to the search when it opens; the arrows go from there to the results; Enter cites, with Shift as
 * contradicting and with Alt as context; `Esc` closes it, and the focus goes back to where it was opened from.
 */
export function usePanelKeys(panel: KeyedPanel, closeHref: string) {
  const navigate = useNavigate();
  const opened = useNavigationType() === NavigationType.Push;
  const box = useRef<HTMLElement>(null);
  const words = useRef<HTMLInputElement>(null);
  const opener = useRef<Element | null>(null);
  const { cite, blockId, found } = panel;
  useEffect(() => {
    opener.current = document.activeElement;
    if (opened) words.current?.focus({ preventScroll: true });
    // Only when it opens for another statement: a search or a citation keeps the focus where it is.
  }, [cite]);
  useFocusAfterCiting(box, found);
  const leave = () => focusOpener(opener.current, blockId);
  useEffect(() => {
    function press(event: KeyboardEvent) {
      const within = box.current;
      if (!within?.contains(document.activeElement)) return;
      if (event.key === "Escape") {
        focusOpener(opener.current, blockId);
        navigate(closeHref, { preventScrollReset: true });
      } else if (event.key === "Enter") citeAs(event);
      else walk(within, event);
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [blockId, closeHref, navigate]);
  return { box, words, leave };
}

/** Where the panel was opened from, if that is still there; else the editor of the statement, or the link under it. */
function focusOpener(opener: Element | null, blockId: string): void {
  if (opener instanceof HTMLElement && opener !== document.body && document.contains(opener)) return opener.focus();
  const block = `#${CSS.escape(`block-${blockId}`)}`;
  (
    document.querySelector<HTMLElement>(`${block} [contenteditable=true]`) ??
    document.querySelector<HTMLElement>(`${block} a[href$="#evidence"]`)
  )?.focus();
}

/** The place of a result that has the focus: its first button, or the words that it is cited here. */
const stopOf = (result: Element) => result.querySelector<HTMLElement>("button[name=kind], [tabindex='-1']");

function walk(within: HTMLElement, event: KeyboardEvent): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const stops = [...within.querySelectorAll("input[type=search], .res")].flatMap((one) =>
    one.matches("input") ? one : (stopOf(one) ?? []),
  );
  const here = stops.findIndex((stop) => stop === event.target || stop.closest(".res")?.contains(document.activeElement));
  const next = stops[here + step];
  if (here < 0 || !(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
  next.closest(".res")?.scrollIntoView({ block: "nearest" });
}

/** Enter alone is the button's own; with Shift or Alt it is the button beside it. */
function citeAs(event: KeyboardEvent): void {
  const kind = event.shiftKey ? "contradicts" : event.altKey ? "context" : null;
  const result = event.target instanceof Element ? event.target.closest(".res") : null;
  const button = result?.querySelector<HTMLElement>(`button[name=kind][value=${String(kind)}]`);
  if (kind === null || !result) return;
  event.preventDefault();
  button?.click();
}

/** A citation takes its buttons away; the focus stays with the result, so that the keys go on from there. */
function useFocusAfterCiting(box: RefObject<HTMLElement | null>, found: readonly FoundGround[]): void {
  const last = useRef<number>(-1);
  useEffect(() => {
    const within = box.current;
    const remember = (event: Event) => {
      const result = event.target instanceof Element ? event.target.closest(".res") : null;
      last.current = result && within ? [...within.querySelectorAll(".res")].indexOf(result) : -1;
    };
    within?.addEventListener("submit", remember);
    return () => within?.removeEventListener("submit", remember);
  }, [box]);
  useEffect(() => {
    const result = box.current?.querySelectorAll(".res")[last.current];
    const holder = document.activeElement;
    // The result itself is what was asked for, and goes before the line that tells of it.
    if (!result || !(holder === null || holder === document.body || holder.matches(".told"))) return;
    last.current = -1;
    stopOf(result)?.focus();
  }, [box, found]);
}
