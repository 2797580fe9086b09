import type { FileFormat } from "~/domain/document/file-formats";
import type { Provenance } from "~/domain/document/provenance";
import { verifyFile } from "~/domain/document/verify-file";
import { CompileProblem } from "./compile-problem";
import { readFileOfFormat } from "./read-returned-file.server";

/**
 * Opens a file that was just written as if somebody had sent it back, and follows the links of its statements; refuses one that lacks a statement, words it
 * otherwise or leads nowhere. A format that can't be read back is not looked at.
 */
export async function reopenFile(origin: Provenance, format: FileFormat, content: Uint8Array): Promise<void> {
  const read = await readFileOfFormat(format, content);
  if (!read) return;
  const wrong = verifyFile(read.file, origin, read).filter(({ verdict }) => verdict !== "unchanged");
  if (wrong.length === 0) return;
  const told = wrong.slice(0, 5).map(({ code, verdict }) => `${code} ${verdict}`);
  throw new CompileProblem("broken-file", `The ${format} in ${origin["dcterms:language"]} was read back otherwise: ${told.join(", ")}.`);
}
