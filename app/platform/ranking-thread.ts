import { parentPort } from "node:worker_threads";
import { rankStudy, type RankOrder } from "~/domain/ranking/rank-study";
import type { ThreadAnswer } from "./thread.server";

function answer(job: number, order: RankOrder): ThreadAnswer {
  try {
    return { job, answer: rankStudy(order) };
  } catch (error) {
    return { job, problem: error instanceof Error ? error.message : "unknown" };
  }
}

parentPort?.on("message", ({ job, order }: { job: number; order: RankOrder }) => {
  parentPort?.postMessage(answer(job, order));
});
