import type { Db } from "./db.server";
import { removeStoredFile } from "./files.server";

/** The tables whose rows name files of the data folder by their SHA-256; a test holds them against the schema. */
export const tablesWithFiles = ["attachment", "sourceImport", "sheetImport", "editionFile", "houseStyle", "returnedFile"] as const;

/** Removes those of these files that no row names: what was kept for a row that was then not written. */
export async function removeUnnamedFiles(db: Db, hashes: readonly string[]): Promise<void> {
  for (const sha256 of new Set(hashes)) {
    const where = { sha256 };
    const counts = [
      db.attachment.count({ where }),
      db.sourceImport.count({ where }),
      db.sheetImport.count({ where }),
      db.editionFile.count({ where }),
      db.houseStyle.count({ where }),
      db.returnedFile.count({ where }),
    ];
    if ((await Promise.all(counts)).every((count) => count === 0)) await removeStoredFile(sha256);
  }
}
