import type { Heard, Signal } from "./live-signal.server";

/** The signal of an embedded database: one process serves it, so there is nobody else to tell. */
export function localSignal(heard: Heard): Signal {
  const watched = new Set<string>();
  return {
    tell: (chain, number) => {
      if (watched.has(chain)) heard(chain, number);
    },
    watch: (chain) => {
      watched.add(chain);
      return Promise.resolve();
    },
    unwatch: (chain) => void watched.delete(chain),
    close: () => {
      watched.clear();
      return Promise.resolve();
    },
  };
}
