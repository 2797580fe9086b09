import type { FileFormat } from "~/domain/document/file-formats";
import type { ReturnedFile } from "~/domain/document/returned-file";
import { readDocx } from "./docx/read-docx.server";
import { readHtml } from "./html/read-html.server";
import { readOdt } from "./odt/read-odt.server";
import { readPdf } from "./pdf/read-pdf.server";
import { UnreadableFile } from "./unreadable-file";

/** Reads what a format holds of an edition; refuses (`UnreadableFile`) what is no such file. */
type Reader = (bytes: Uint8Array) => Promise<ReturnedFile> | ReturnedFile;

/** A reader, and whether its format keeps the gaps between words as they were written. */
const readers: Partial<Record<FileFormat, { read: Reader; keepsGaps: boolean }>> = {
  docx: { read: readDocx, keepsGaps: true },
  html: { read: readHtml, keepsGaps: true },
  odt: { read: readOdt, keepsGaps: true },
  pdf: { read: readPdf, keepsGaps: false },
};

/** The largest file of an edition that is read, in bytes. */
const largest = 64 * 1024 * 1024;

/** A file that somebody sent back, read by what it holds and not by its name. */
export async function readReturnedFile(bytes: Uint8Array): Promise<{ file: ReturnedFile; keepsGaps: boolean; format: FileFormat }> {
  if (bytes.length > largest) throw new UnreadableFile("too-large");
  const format = formatOf(bytes);
  const reader = format && readers[format];
  if (!reader) throw new UnreadableFile("content");
  return { file: await reader.read(bytes), keepsGaps: reader.keepsGaps, format };
}

/** Reads a file of a format that is known, as `readReturnedFile` does; null for a format that can't be read. */
export async function readFileOfFormat(format: FileFormat, bytes: Uint8Array): Promise<{ file: ReturnedFile; keepsGaps: boolean } | null> {
  const reader = readers[format];
  return reader ? { file: await reader.read(bytes), keepsGaps: reader.keepsGaps } : null;
}

/** Packed: an OpenDocument file begins with its media type (ODF 1.3 part 2, 3.3), whose name stands after the 30 bytes of the head of a zip entry. */
function formatOf(bytes: Uint8Array): FileFormat | null {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  if (start.startsWith("PK")) return start.startsWith("mimetype", 30) ? "odt" : "docx";
  if (start.includes("%PDF-")) return "pdf";
  return /<!doctype html|<html/iu.test(start) ? "html" : null;
}
