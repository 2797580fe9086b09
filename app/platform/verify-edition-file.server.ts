import { Provenance } from "~/domain/document/provenance";
import type { ReturnedFile } from "~/domain/document/returned-file";
import { verifyFile, type VerifiedStatement } from "~/domain/document/verify-file";
import { findOrigin, type Origin } from "./edition-origin.server";
import { readReturnedFile } from "./read-returned-file.server";
import { UnreadableFile } from "./unreadable-file";

/** What is found of a file of an edition: which edition it names, what became of each statement, and what a trail knows of it, where one was asked. */
export interface FileReport {
  edition: Pick<
    Provenance,
    "dcterms:title" | "dcterms:language" | "grondslag:edition" | "grondslag:draft" | "grondslag:purpose" | "grondslag:sha256"
  >;
  statements: VerifiedStatement[];
  origin: Origin | null;
}

/**
 * Verifies a file as it was sent back, against what it carries, and where a trail is named also against that: then the statements are compared with what the
 * database has. Refuses (`UnreadableFile`) what can't be read and what says nothing of its origin.
 */
export async function verifyEditionFile(bytes: Uint8Array, against: string | null): Promise<FileReport> {
  const { file, keepsGaps } = await readReturnedFile(bytes);
  const named = namedIn(file);
  const origin = against === null ? null : await findOrigin(against, named);
  return { edition: named, statements: verifyFile(file, origin?.edition ?? named, { keepsGaps }), origin };
}

/** Which edition a file says that it is; refuses one that says nothing, or something else than an edition. */
export function namedIn({ provenance }: ReturnedFile): Provenance {
  if (provenance === null) throw new UnreadableFile("no-origin");
  try {
    return Provenance.parse(JSON.parse(provenance));
  } catch {
    throw new UnreadableFile("origin-broken"); // neither JSON nor of a format that this program knows
  }
}
