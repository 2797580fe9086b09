import type { Db } from "./db.server";
import { removeStoredFile } from "./files.server";

/** The tables whose rows name files of the data folder by their SHA-256; a test holds them against the schema. */
export const tablesWithFiles = ["attachment", "sourceImport", "sheetImport", "editionFile", "houseStyle", "returnedFile"] as const;

// By SHA-256: how many works of this process are about to name a file, and what is looking whether it goes.
const aboutToName = new Map<string, number>();
const removals = new Map<string, Promise<void>>();

/**
 * Stores files and writes the row that names them; where that fails, those that no row names go again. Meanwhile no other work of this process removes
 * them: the same bytes may be brought in twice at once.
 */
export async function storeAndName<Result>(db: Db, hashes: readonly string[], work: () => Promise<Result>): Promise<Result> {
  const files = [...new Set(hashes)];
  for (const sha256 of files) {
    for (let removal = removals.get(sha256); removal; removal = removals.get(sha256)) await removal.catch(() => undefined);
    aboutToName.set(sha256, (aboutToName.get(sha256) ?? 0) + 1);
  }
  let named = false;
  try {
    const result = await work();
    named = true;
    return result;
  } finally {
    files.forEach(letGo);
    if (!named) await removeUnnamedFiles(db, files);
  }
}

function letGo(sha256: string): void {
  const others = (aboutToName.get(sha256) ?? 1) - 1;
  if (others > 0) aboutToName.set(sha256, others);
  else aboutToName.delete(sha256);
}

/** Removes those of these files that no row names and that nothing here is about to name: what was kept for a row that was then not written. */
export async function removeUnnamedFiles(db: Db, hashes: readonly string[]): Promise<void> {
  for (const sha256 of new Set(hashes)) {
    if (aboutToName.has(sha256)) continue; // it goes with the last of those, should they fail
    const removal = removals.get(sha256) ?? removeUnlessNamed(db, sha256).finally(() => removals.delete(sha256));
    removals.set(sha256, removal);
    await removal;
  }
}

async function removeUnlessNamed(db: Db, sha256: string): Promise<void> {
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
