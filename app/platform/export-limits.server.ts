import { refuse } from "./refusal.server";
import { countUse, type LimitedUse } from "./use-limits.server";

const atOnce = 2;
let running = 0;

/**
 * Makes a file for a person: so many in an hour for each, of pictures more than of others, and two at once in all. Whoever comes third is told to
 * wait (429).
 */
export async function limitedExport<Result>(
  userId: string,
  make: () => Promise<Result>,
  use: Extract<LimitedUse, "export" | "picture"> = "export",
): Promise<Result> {
  if (running >= atOnce) throw refuse("too-many", { retryAfter: 10 });
  running += 1;
  try {
    await countUse(use, userId);
    return await make();
  } finally {
    running -= 1;
  }
}
