import { AsyncLocalStorage } from "node:async_hooks";

/** Milliseconds that a change may wait for a connection, and may take. */
export const patience = 10_000;

/** One waiting line per name; a change that needs two names waits for both. */
export interface Queue {
  lanes: Map<string, Promise<void>>;
  inside: AsyncLocalStorage<true>;
}

/** An empty queue. */
export function newQueue(): Queue {
  return { lanes: new Map(), inside: new AsyncLocalStorage() };
}

/**
 * Runs one writing at a time per lane, in the order asked. Refuses a writing inside another, which would wait for itself.
 * The lane is given on when the writing ends or, if it never ends, a second after its time is over.
 */
export function enqueue<Result>(queue: Queue, lanes: readonly string[], run: () => Promise<Result>): Promise<Result> {
  if (queue.inside.getStore()) throw new Error("A change inside a change: finish the first, or do both in one.");
  const before = Promise.all(lanes.flatMap((lane) => queue.lanes.get(lane) ?? []));
  let leave!: () => void;
  const left = new Promise<void>((resolve) => (leave = resolve));
  for (const lane of lanes) queue.lanes.set(lane, left);
  const done = before.then(() => {
    const running = queue.inside.run(true, () => nextTurn().then(run));
    const timer = setTimeout(leave, patience + 1000);
    timer.unref();
    const end = () => {
      clearTimeout(timer);
      leave();
    };
    running.then(end, end);
    return running;
  });
  void left.then(() => {
    for (const lane of lanes) if (queue.lanes.get(lane) === left) queue.lanes.delete(lane);
  });
  return done;
}

/** Prisma on SQLite never yields to the event loop: without this a row of changes would starve every request. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
