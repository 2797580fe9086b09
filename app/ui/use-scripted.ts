import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether script runs: false on the server and until the page has been hydrated. */
export function useScripted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
