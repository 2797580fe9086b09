import { useEffect } from "react";

/** Runs `act` when the key is pressed outside a field and without a modifier; nothing happens while `on` is false. */
export function useShortcut(key: string, act: () => void, on = true): void {
  useEffect(() => {
    if (!on) return;
    function press(event: KeyboardEvent) {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
      event.preventDefault();
      act();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [key, act, on]);
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
