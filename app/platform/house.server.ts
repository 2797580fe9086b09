import { forgetOldComputations } from "./computations.server";
import { closeDatabase, openDatabase } from "./db.server";
import type { Settings } from "./environment.server";
import { loadSecret, SettingProblem, settings } from "./environment.server";
import { forgetOldKeys } from "./idempotency.server";
import { newId } from "./ids.server";
import { ensureInstallation } from "./installation.server";
import { closeLive, openLive } from "./live-hub.server";
import { holdLock, LockHeld } from "./lock.server";
import { log } from "./log.server";
import { startMail } from "./mail-loop.server";
import { MigrationProblem } from "./migrate-files.server";
import { migrate } from "./migrate.server";
import { clearIncoming } from "./upload-stream.server";

/** The program's own name and version, as the first event tells it. */
const program = "Grondslag";

/** A running installation: its settings, and the way to end it. */
export interface House {
  settings: Settings;
  /** Ends what would stay open for ever: the streams of pages that listen. */
  hush(): Promise<void>;
  stop(): Promise<void>;
}

/** Why a start was refused: the sentence to print, and the exit code (2 wrong setting or a database of another version, 3 another process has the data folder). */
export interface StartRefused {
  sentence: string;
  exitCode: number;
}

/** Work that goes on beside the requests from a start on; begins it and gives what ends it. */
export type Background = () => Promise<() => Promise<void>>;

/** Takes the data folder, brings the database up to date, opens it and begins the work beside the requests; or says in one sentence why not. */
export async function openHouse(background: readonly Background[]): Promise<House | StartRefused> {
  try {
    const found = settings();
    const release = found.databaseUrl.startsWith("file:") ? holdLock(found.dataDir) : () => undefined;
    loadSecret(found.secretFile);
    const applied = await migrate({ url: found.databaseUrl, dataDir: found.dataDir, at: new Date() });
    await openDatabase(found.databaseUrl);
    await ensureInstallation({ at: new Date(), request: newId(new Date()), program });
    if (applied.length > 0) log().info({ applied }, "database brought up to date");
    await clearIncoming(new Date());
    await forgetOldKeys(new Date());
    await forgetOldComputations(new Date());
    await openLive();
    const ends = [await startMail(new Date())];
    for (const begin of background) ends.push(await begin());
    const stop = async () => {
      for (const end of ends) await end();
      await closeDatabase();
      release();
    };
    return { settings: found, hush: closeLive, stop };
  } catch (error) {
    if (error instanceof LockHeld) return { sentence: error.message, exitCode: error.exitCode };
    if (error instanceof SettingProblem || error instanceof MigrationProblem) return { sentence: error.message, exitCode: 2 };
    throw error;
  }
}
