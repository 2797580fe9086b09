import type { Provenance } from "~/domain/document/provenance";
import type { Db } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { UnreadableFile } from "~/platform/unreadable-file";
import { namedIn } from "~/platform/verify-edition-file.server";

/** The edition of this study that a returned file names, with the file as it was sent. */
export interface EditionSent {
  id: string;
  number: number;
  draft: number;
  hash: string;
  language: string;
  /** SHA-256 of the file as it was sent. */
  sha256: string;
}

/** Which edition of this study a returned file is of. Refuses one that doesn't say, and one of another study or installation (422). */
export async function findEditionSent(db: Db, assessmentId: string, provenance: string | null): Promise<EditionSent> {
  const named = readNamed(provenance);
  const [hash, language] = [named["grondslag:sha256"], named["dcterms:language"]];
  const row = await db.edition.findFirst({
    where: { assessmentId, hash },
    select: { id: true, number: true, draft: true, hash: true, files: { where: { format: "docx", language }, select: { sha256: true } } },
    orderBy: [{ number: "desc" }, { draft: "desc" }],
  });
  const sent = row?.files[0];
  if (!row || !sent) throw refuse("invalid", { field: "file", problem: "returned-other" });
  return { id: row.id, number: row.number, draft: row.draft, hash, language, sha256: sent.sha256 };
}

function readNamed(provenance: string | null): Provenance {
  try {
    return namedIn({ provenance, statements: [], places: [] });
  } catch (error) {
    if (error instanceof UnreadableFile) throw refuse("invalid", { field: "file", problem: `returned-${error.problem}` });
    throw error;
  }
}
