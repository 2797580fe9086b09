import type { RefObject } from "react";
import { useEffect, useRef } from "react";
import { useLocation } from "@remix-run/react";

/** Makes a `details` behave as a menu once script runs: `Esc`, a press outside and a new page close it, and focus returns. */
export function useDisclosure(): RefObject<HTMLDetailsElement> {
  const details = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  useEffect(() => {
    if (details.current) details.current.open = false;
  }, [key]);
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key === "Escape" && details.current?.open) close(details.current);
    }
    function point(event: PointerEvent) {
      if (details.current?.open && event.target instanceof Node && !details.current.contains(event.target)) details.current.open = false;
    }
    document.addEventListener("keydown", press);
    document.addEventListener("pointerdown", point);
    return () => {
      document.removeEventListener("keydown", press);
      document.removeEventListener("pointerdown", point);
    };
  }, []);
  return details;
}

function close(details: HTMLDetailsElement): void {
  details.open = false;
  details.querySelector("summary")?.focus();
}
