import { createContext, useContext, useSyncExternalStore } from "react";

/** What a form that is checked while it is filled in knows of its fields. */
export interface LiveErrors {
  subscribe: (listener: () => void) => () => void;
  /** What is wrong at the first of these entries that is wrong; null = checked and in order; undefined = not checked. */
  at: (entries: readonly string[]) => string | null | undefined;
}

/** The form around a field, where it is checked while it is filled in. */
export const LiveErrorsContext = createContext<LiveErrors | null>(null);

const never = () => () => undefined;

/**
 * What is wrong at a field: as found while it was filled in, else as the server answered (`given`). Of a field with several controls
 * what was found says which one it is about, by the names in `named`.
 */
export function useFieldError(entries: readonly string[], given?: string, named?: Readonly<Record<string, string>>): string | undefined {
  const live = useContext(LiveErrorsContext);
  const found = useSyncExternalStore(
    live?.subscribe ?? never,
    () => {
      const message = live?.at(entries);
      const name = message && named?.[entries.find((entry) => live?.at([entry])) ?? ""];
      return name ? `${name}: ${message}` : message;
    },
    () => undefined,
  );
  return found === undefined ? given : (found ?? undefined);
}
