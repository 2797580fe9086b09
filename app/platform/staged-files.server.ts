import { open, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { incomingFolder, keepIncoming, type StoredFile } from "./files.server";
import { sha256 } from "./sha256.server";

/** A file that was written and not kept yet. */
export interface StagedFile extends StoredFile {
  path: string;
}

/** Where the files of one piece of work stand until all of them are there. */
export interface Stage {
  /** Writes a file; returns when it would survive a power cut. */
  put(content: Uint8Array): Promise<StagedFile>;
  /** The bytes of a file as they stand on the disk; refuses others than were put. */
  read(file: StagedFile): Promise<Uint8Array>;
}

/** A stage by the id of the work; what it holds is gone after `dropStage`, and a day later at the next start at the latest. */
export function openStage(id: string): Stage {
  let count = 0;
  return {
    async put(content) {
      const path = join(await incomingFolder(), `${id}.${(count += 1)}.part`);
      const file = await open(path, "wx", 0o600);
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      return { path, sha256: sha256(content), bytes: content.byteLength };
    },
    async read({ path, sha256: hash }) {
      const content = await readFile(path);
      if (sha256(content) !== hash) throw new Error("A file that was just written holds something else.");
      return content;
    },
  };
}

/** Keeps staged files under their SHA-256. Call it before the rows that name them are committed. */
export async function keepStaged(files: readonly StagedFile[]): Promise<void> {
  for (const { path, sha256: hash } of files) await keepIncoming(path, hash);
}

/** Removes what a stage still holds. */
export async function dropStage(id: string): Promise<void> {
  const folder = await incomingFolder();
  for (const name of await readdir(folder)) if (name.startsWith(`${id}.`)) await rm(join(folder, name), { force: true });
}
