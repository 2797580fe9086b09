import { refuse } from "./refusal.server";
import { countUse } from "./use-limits.server";

const atOnce = 2;
let running = 0;

/** Makes a file for a person: so many in an hour for each, and two at once in all. Whoever comes third is told to wait (429). */
export async function limitedExport<Result>(userId: string, make: () => Promise<Result>): Promise<Result> {
  if (running >= atOnce) throw refuse("too-many", { retryAfter: 10 });
  running += 1;
  try {
    await countUse("export", userId);
    return await make();
  } finally {
    running -= 1;
  }
}
