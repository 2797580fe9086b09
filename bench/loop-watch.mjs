// Taken into a server before anything else: tells, when it is asked by SIGUSR2, how long the event loop answered nobody at most since the last time.
import { writeFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
process.on("SIGUSR2", () => {
  writeFileSync(process.env.GRONDSLAG_BENCH_LOOP, String(delay.max / 1e6));
  delay.reset();
});
