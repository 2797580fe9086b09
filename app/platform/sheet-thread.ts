import { parentPort } from "node:worker_threads";
import { parseSpreadsheet } from "./sheet-parse.server";
import type { SheetOrder } from "./sheet-work.server";
import type { ThreadAnswer } from "./thread.server";

async function answer(job: number, { bytes, sheet }: SheetOrder): Promise<ThreadAnswer> {
  try {
    return { job, answer: await parseSpreadsheet(bytes, sheet) };
  } catch (error) {
    return { job, problem: error instanceof Error ? error.message : "unknown" };
  }
}

parentPort?.on("message", ({ job, order }: { job: number; order: SheetOrder }) => {
  void answer(job, order).then((told) => parentPort?.postMessage(told));
});
