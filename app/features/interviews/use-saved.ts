import { useEffect, useRef } from "react";
import type { SaveStatus } from "~/ui/saved-indicator";
import { useReread } from "./use-reread";

/** Tells the page what became of a form that saves by itself, and reads the page again once it was kept. */
export function useSaved(status: SaveStatus, onStatus: (status: SaveStatus) => void): void {
  const reread = useReread();
  const tell = useRef(onStatus);
  tell.current = onStatus;
  useEffect(() => {
    if (status.state === "idle") return;
    tell.current(status);
    if (status.state === "saved") reread();
  }, [status, reread]);
}
