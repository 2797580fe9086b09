import type { Verdict } from "~/domain/trail/verify";
import { currentDatabase } from "~/platform/db.server";
import { verifyTarget } from "~/platform/trail-verify.server";

/** The verdict on the database that is open. */
export function verifyOpenDatabase(): Promise<Verdict> {
  return verifyTarget(currentDatabase().url);
}
