/** What has been committed: a chain and the number of its newest event. What happened is read from the trail. */
export interface Committed {
  chain: string;
  seq: number;
}

type Listener = (committed: Committed) => void;

const key = Symbol.for("grondslag.after-commit");
const holder = globalThis as { [key]?: Set<Listener> };
const listeners = (holder[key] ??= new Set());

/** Asks to be told after each commit (mail, files, live updates); gives the function that ends it. */
export function afterCommit(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells the listeners what was committed. The change stands, whatever a listener does: its defect becomes a warning of the process. */
export function tellCommitted(committed: readonly Committed[]): void {
  for (const one of committed) for (const listener of listeners) callSafely(listener, one);
}

function callSafely(listener: Listener, committed: Committed): void {
  try {
    listener(committed);
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error));
  }
}
