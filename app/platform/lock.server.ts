import Database from "better-sqlite3";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

/** Another process works on this data folder; commands exit with 3. */
export class LockHeld extends Error {
  readonly exitCode = 3;
  constructor(dataDir: string) {
    super(`Another Grondslag process is using the data folder ${dataDir}; stop that one first.`);
    this.name = "LockHeld";
  }
}

/**
 * Takes the data folder for this process until the function it gives is called or the process ends, however it ends.
 * Refuses at once with `LockHeld` when another process has it.
 */
export function holdLock(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  const lock = new Database(join(dataDir, "lock.sqlite"), { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (error instanceof Error && "code" in error && error.code === "SQLITE_BUSY") throw new LockHeld(dataDir);
    throw error;
  }
  return () => lock.close();
}
