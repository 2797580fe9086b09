import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";

/**
 * Puts the focus at the head of a page that came in place of another, when what held it went with that one; without it, the keyboard and who
 * listens would begin at the very top of the frame. What takes the focus itself, such as a status line or what was refused, keeps it.
 */
export function usePageFocus(): void {
  const { key } = useLocation();
  const last = useRef(key);
  useEffect(() => {
    if (last.current === key) return;
    last.current = key;
    if (document.activeElement !== document.body && document.activeElement !== null) return;
    const head = document.querySelector<HTMLElement>("#main h1") ?? document.querySelector<HTMLElement>("#main");
    if (head && !head.hasAttribute("tabindex")) head.tabIndex = -1;
    head?.focus({ preventScroll: true });
  }, [key]);
}
