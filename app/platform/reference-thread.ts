import { parentPort } from "node:worker_threads";
import { doReferenceTask, type ReferenceOrder } from "./reference-tasks.server";
import type { ThreadAnswer } from "./thread.server";

function answer(job: number, order: ReferenceOrder): ThreadAnswer {
  try {
    return { job, answer: doReferenceTask(order) };
  } catch (error) {
    return { job, problem: error instanceof Error ? error.message : "unknown" };
  }
}

parentPort?.on("message", ({ job, order }: { job: number; order: ReferenceOrder }) => {
  parentPort?.postMessage(answer(job, order));
});
