import { useEffect, useRef } from "react";
import type { LiveChange } from "~/domain/sections/live";
import type { Present } from "~/domain/sections/presence";

interface Told {
  change: (told: { wait: number; changes: LiveChange[] }) => void;
  people: (present: Present[]) => void;
}

/** A stream that was refused or ended for good is asked for again after so many milliseconds. */
const later = 60_000;

/**
 * Keeps the stream of a section open while the page is in sight: a browser has few connections, and pages behind others would leave none for
 * saving. It goes on from the event that was heard last.
 */
export function useStream(path: string, since: number, told: Told): void {
  const tell = useRef(told);
  tell.current = told;
  const last = useRef(since);
  useEffect(() => {
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const close = () => {
      clearTimeout(timer);
      source?.close();
      source = null;
    };
    const open = () => {
      close();
      if (document.visibilityState !== "visible") return;
      const made = new EventSource(`${path}/live?since=${last.current}`);
      source = made;
      const again = () => {
        close();
        timer = setTimeout(open, later);
      };
      made.addEventListener("change", (event: MessageEvent<string>) => {
        last.current = Number(event.lastEventId);
        tell.current.change(JSON.parse(event.data) as { wait: number; changes: LiveChange[] });
      });
      made.addEventListener("people", (event: MessageEvent<string>) => tell.current.people(JSON.parse(event.data) as Present[]));
      made.addEventListener("over", again);
      made.addEventListener("error", () => made.readyState === EventSource.CLOSED && again());
    };
    open();
    document.addEventListener("visibilitychange", open);
    return () => {
      document.removeEventListener("visibilitychange", open);
      close();
    };
  }, [path]);
}
