import { parentPort } from "node:worker_threads";
import { closeDatabase, currentDatabase, openDatabase } from "./db.server";
import type { ThreadAnswer } from "./thread.server";

/** An order to a thread that reads the database: which one is open in the thread that asks. */
export interface ReadingOrder {
  databaseUrl: string;
}

/** The address of the database that a thread should read. */
export function openDatabaseUrl(): string {
  return currentDatabase().url;
}

/**
 * Lets this thread answer orders with a connection of its own that can't write; called once, by the file that the thread runs. Of what goes wrong only the
 * message is told, no content.
 */
export function answerOrders<Order extends ReadingOrder>(run: (order: Order) => Promise<unknown>): void {
  let opened: Promise<string> | undefined;
  const reading = async (url: string) => {
    if (opened !== undefined && (await opened) === url) return;
    if (opened !== undefined) await closeDatabase();
    opened = openDatabase(url, { readOnly: true }).then(() => url);
    await opened;
  };
  let last: Promise<unknown> = Promise.resolve();
  parentPort?.on("message", ({ job, order }: { job: number; order: Order }) => {
    // One after the other: the connection reads one thing at a time.
    last = last.then(async () => {
      const told: ThreadAnswer = await reading(order.databaseUrl)
        .then(() => run(order))
        .then(
          (answer) => ({ job, answer }),
          (error: unknown) => ({ job, problem: error instanceof Error ? error.message : "unknown" }),
        );
      parentPort?.postMessage(told);
    });
  });
}
