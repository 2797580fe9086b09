import { useEffect, useRef, type RefObject } from "react";

/** The arrow keys go from the field down to the first result, and from result to result. */
export function useArrowKeys(): RefObject<HTMLDivElement> {
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const within = area.current;
    if (!within) return;
    const press = (event: KeyboardEvent) => walk(within, event);
    within.addEventListener("keydown", press);
    return () => within.removeEventListener("keydown", press);
  }, []);
  return area;
}

function walk(within: HTMLElement, event: KeyboardEvent) {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const stops = [...within.querySelectorAll<HTMLElement>("input[type=search], .hits > li > a, .hits > li > .row > a")];
  const next = stops[stops.findIndex((stop) => stop === event.target) + step];
  if (!stops.some((stop) => stop === event.target) || !next) return;
  event.preventDefault();
  next.focus();
}
