import { copyOfExamples } from "./folder";
import { repeat } from "./measure";
import type { Finding } from "./report";
import { serve } from "./server";

/** How long the program takes from its start to its first page, with the examples in it. */
export async function start(): Promise<Finding[]> {
  const folder = copyOfExamples();
  const side = await repeat(async () => {
    const served = await serve(folder);
    const run = { ms: served.startMs, cpuMs: served.cpuMs() };
    await served.stop();
    return run;
  });
  const note = `median ${side.median.toFixed(0)} ms, processor ${side.cpuMs.toFixed(0)} ms; the goals are ratios to a peer, which is measured apart`;
  return [
    {
      bench: "start",
      subject: "start to first page, best of five",
      anchor: null,
      value: side.best,
      unit: "ms",
      better: "lower",
      must: null,
      aim: null,
      note,
    },
  ];
}
