import { useRevalidator } from "@remix-run/react";
import { useCallback } from "react";

/** Reads the page again once something was kept: conditions, progress and what was added may have changed. */
export function useReread(): () => void {
  const { revalidate } = useRevalidator();
  return useCallback(() => void whenReached().then((reached) => reached && revalidate()), [revalidate]);
}

/** A page that can't be read again would be replaced by one that says so, and what is being typed with it. */
function whenReached(): Promise<boolean> {
  return fetch("/health/live", { cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
}
