import { fileFormats, type FileFormat } from "~/domain/document/file-formats";
import { writeDocx } from "./docx/write-docx.server";
import { writeHtml } from "./html/write-html.server";
import { writeOdt } from "./odt/write-odt.server";
import { writeArchive, writePdf } from "./pdf/write-pdf.server";
import type { Writer } from "./write-order";

/** The writers, by format. */
const writers: Record<FileFormat, Writer> = { docx: writeDocx, odt: writeOdt, pdf: writePdf, archive: writeArchive, html: writeHtml };

/** The formats in which an edition is written, with what writes each, in the order in which they are listed. */
export const documentWriters: readonly { format: FileFormat; write: Writer }[] = fileFormats.map((format) => ({
  format,
  write: writers[format],
}));
