import { useCallback, useEffect, useRef } from "react";

/**
 * Keeps the focus where it is while a page is read again: a field that is drawn anew takes it over from the one that went, if nothing else has
 * it by then. Gives the function to call before the reading.
 */
export function useKeptFocus(done: boolean): () => void {
  const kept = useRef<Element | null>(null);
  useEffect(() => {
    const last = kept.current;
    if (!done || !last) return;
    kept.current = null;
    if (last.isConnected || document.activeElement !== document.body || last.id === "") return;
    document.getElementById(last.id)?.focus({ preventScroll: true });
  });
  return useCallback(() => {
    kept.current = document.activeElement === document.body ? null : document.activeElement;
  }, []);
}
