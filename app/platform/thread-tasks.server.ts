import { parentPort } from "node:worker_threads";
import type { ThreadAnswer } from "./thread.server";

/**
 * Lets this thread answer orders that need no database; called once, by the file that the thread runs. Of what goes wrong only the message is told, no
 * content.
 */
export function answerTasks<Order>(run: (order: Order) => unknown): void {
  const answer = async (job: number, order: Order): Promise<ThreadAnswer> => {
    try {
      return { job, answer: await run(order) };
    } catch (error) {
      return { job, problem: error instanceof Error ? error.message : "unknown" };
    }
  };
  parentPort?.on("message", ({ job, order }: { job: number; order: Order }) => {
    void answer(job, order).then((told) => parentPort?.postMessage(told));
  });
}
