import { useEffect } from "react";
import { beatEvery } from "~/domain/sections/presence";

/** Says every twenty seconds that somebody is on this page, and on which block: at once when it comes in sight, and that she left when it goes. */
export function usePresence(path: string): void {
  useEffect(() => {
    const page = crypto.randomUUID();
    const address = `${path}/presence`;
    let block = "";
    let timer: ReturnType<typeof setInterval> | undefined;
    const body = (leaving: boolean) => new URLSearchParams({ page, block, ...(leaving && { leaving: "yes" }) });
    const beat = () => void fetch(address, { method: "POST", body: body(false), keepalive: true }).catch(() => undefined);
    const leave = () => {
      if (timer === undefined) return;
      clearInterval(timer);
      timer = undefined;
      navigator.sendBeacon(address, body(true));
    };
    const follow = () => {
      if (document.visibilityState !== "visible") return leave();
      if (timer !== undefined) return;
      beat();
      timer = setInterval(beat, beatEvery);
    };
    const moved = ({ target }: FocusEvent) => {
      const place = target instanceof Element ? target.closest<HTMLElement>("[data-block]") : null;
      block = place?.dataset["block"] ?? "";
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    document.addEventListener("focusin", moved);
    window.addEventListener("pagehide", leave);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      document.removeEventListener("focusin", moved);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [path]);
}
