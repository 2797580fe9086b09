import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { openDatabase } from "~/platform/db.server";
import { prepareEdition, type EditionOrder, type PreparedEdition } from "./prepare-edition.server";

/** What the thread answers: the edition, or what went wrong (a message only, no content). */
export type PrepareAnswer = { job: number; prepared: PreparedEdition } | { job: number; problem: string };

const { databaseUrl } = z.object({ databaseUrl: z.string() }).parse(workerData);
const opened = openDatabase(databaseUrl, { readOnly: true });

async function answer(job: number, order: EditionOrder): Promise<PrepareAnswer> {
  try {
    await opened;
    return { job, prepared: await prepareEdition(order) };
  } catch (error) {
    return { job, problem: error instanceof Error ? error.message : "unknown" };
  }
}

parentPort?.on("message", ({ job, order }: { job: number; order: EditionOrder }) => {
  void answer(job, order).then((told) => parentPort?.postMessage(told));
});
