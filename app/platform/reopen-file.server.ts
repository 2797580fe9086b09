import { problemsOfFile, type ReopenedFile } from "~/domain/document/check-file";
import type { FileFormat } from "~/domain/document/file-formats";
import type { EditionDocument } from "~/domain/document/model";
import { CompileProblem } from "./compile-problem";
import { reopenDocx } from "./docx/reopen-docx.server";

type Reopen = (content: Uint8Array) => ReopenedFile | Promise<ReopenedFile>;

/** What opens a file again, by format. */
const reopens: Partial<Record<FileFormat, Reopen>> = { docx: reopenDocx };

/** Opens a file again that was written from a document and follows its links; refuses one that lacks a statement or leads nowhere. */
export async function reopenFile(document: EditionDocument, format: FileFormat, content: Uint8Array): Promise<void> {
  const reopen = reopens[format];
  if (!reopen) return;
  const problems = problemsOfFile(document, await reopen(content));
  if (problems.length === 0) return;
  throw new CompileProblem("broken-file", `The ${format} in ${document.language} ${problems.slice(0, 5).join(", ")}.`);
}
