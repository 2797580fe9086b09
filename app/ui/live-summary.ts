import { useSyncExternalStore } from "react";
import type { FieldError } from "./error-summary";

// A form stands below the summary of its page, so what it found on being sent is handed over here. Browser only.
let found: readonly FieldError[] | null = null;
const listeners = new Set<() => void>();

/** Tells the summary of the page what is wrong in the form that was to be sent; null = nothing was to be sent, the server's word stands. */
export function tellSummary(errors: readonly FieldError[] | null): void {
  if (found === errors) return;
  found = errors;
  for (const listener of listeners) listener();
}

/** What was told last. */
export function useLiveSummary(): readonly FieldError[] | null {
  return useSyncExternalStore(
    subscribe,
    () => found,
    () => null,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
