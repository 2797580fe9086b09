import type { OpenDatabase } from "./db.server";
import { localSignal } from "./live-signal-sqlite.server";
import { serverSignal } from "./live-signal-postgresql.server";

/** Hears what was told of a chain: the number of its newest event, 0 = who is there changed, null = something may have been missed. */
export type Heard = (chain: string, number: number | null) => void;

/** How the processes of one installation tell each other that something is new; never what. */
export interface Signal {
  /** Tells it to this process at once, and to every other that watches the chain. */
  tell(chain: string, number: number): void;
  /** From when this has resolved, what others tell of the chain is heard. */
  watch(chain: string): Promise<void>;
  unwatch(chain: string): void;
  close(): Promise<void>;
}

/** The signal of a database: an embedded one has one process, a server may have several. */
export function openSignal({ dialect, url }: Pick<OpenDatabase, "dialect" | "url">, heard: Heard): Promise<Signal> {
  return dialect === "sqlite" ? Promise.resolve(localSignal(heard)) : serverSignal(url, heard);
}
