import { useEffect } from "react";

/** So long after somebody moved on a page it is looked where she is, and so long after that it is told, in milliseconds. */
const rests = 500;
const tells = 10_000;

/** Tells the server where on a page its reader is: now and then while she reads, and when she leaves. No answer is waited for. */
export function useReadingPosition(address: string, section: string): void {
  useEffect(() => {
    let place = "";
    let told: string | undefined;
    const timers = new Map<() => void, number>();
    const after = (ms: number, run: () => void) => {
      if (!timers.has(run))
        timers.set(
          run,
          window.setTimeout(() => (timers.delete(run), run()), ms),
        );
    };
    const tell = () => {
      if (told === place) return;
      told = place;
      navigator.sendBeacon(address, new URLSearchParams({ section, place }));
    };
    const look = () => {
      place = placeInView();
      after(tells, tell);
    };
    const move = () => after(rests, look);
    const hide = () => {
      if (document.visibilityState === "visible") return;
      place = placeInView();
      tell();
    };
    move();
    window.addEventListener("scroll", move, { passive: true });
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("scroll", move);
      document.removeEventListener("visibilitychange", hide);
      for (const timer of timers.values()) window.clearTimeout(timer);
      tell();
    };
  }, [address, section]);
}

/** The last statement or heading that begins in the upper third of the window; empty at the top of the page. */
function placeInView(): string {
  const places = [...document.querySelectorAll<HTMLElement>("article.read :is(.rs, h2)[id]")];
  return places.findLast((one) => one.getBoundingClientRect().top < window.innerHeight / 3)?.id ?? "";
}
