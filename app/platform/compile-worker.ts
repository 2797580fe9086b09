import { parentPort } from "node:worker_threads";
import { buildEdition, type EditionOrder } from "./build-edition.server";

/** What the worker answers: the built edition, or what went wrong (a message only, no content). */
export type CompileAnswer = { job: number; built: Awaited<ReturnType<typeof buildEdition>> } | { job: number; problem: string };

parentPort?.on("message", ({ job, order }: { job: number; order: EditionOrder }) => {
  void buildEdition(order).then(
    (built) => parentPort?.postMessage({ job, built } satisfies CompileAnswer),
    (error: unknown) =>
      parentPort?.postMessage({ job, problem: error instanceof Error ? error.message : "unknown" } satisfies CompileAnswer),
  );
});
