import Database from "better-sqlite3";
import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { SettingProblem } from "./environment.server";

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
 * Refuses at once with `LockHeld` when another process has it, and a folder that can't be made or written.
 */
export function holdLock(dataDir: string): () => void {
  const lock = openLock(dataDir);
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (error instanceof Error && "code" in error && error.code === "SQLITE_BUSY") throw new LockHeld(dataDir);
    throw error;
  }
  return () => lock.close();
}

function openLock(dataDir: string): Database {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
    return new Database(join(dataDir, "lock.sqlite"), { timeout: 0 });
  } catch {
    throw new SettingProblem("GRONDSLAG_DATA_DIR", "names a folder that can't be made or written by this user.");
  }
}
