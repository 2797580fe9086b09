import { parentPort } from "node:worker_threads";
import { picturePng } from "./picture.server";
import type { PngOrder } from "./picture-work.server";
import type { ThreadAnswer } from "./thread.server";

function answer(job: number, { picture, language }: PngOrder): ThreadAnswer {
  try {
    return { job, answer: picturePng(picture, language) };
  } catch (error) {
    return { job, problem: error instanceof Error ? error.message : "unknown" };
  }
}

parentPort?.on("message", ({ job, order }: { job: number; order: PngOrder }) => {
  parentPort?.postMessage(answer(job, order));
});
