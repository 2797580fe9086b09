/** The formats in which an edition is written: Word, OpenDocument, PDF to read, PDF to keep, and one page of HTML. */
export const fileFormats = ["docx", "odt", "pdf", "archive", "html"] as const;
/** A format in which an edition is written. */
export type FileFormat = (typeof fileFormats)[number];

/** How the name of a file ends: the archive is a PDF as well. */
const endings: Readonly<Record<FileFormat, string>> = { docx: "docx", odt: "odt", pdf: "pdf", archive: "archive.pdf", html: "html" };

/** The media type of a format, as it is told to a browser. */
export const mediaTypes: Readonly<Record<FileFormat, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  odt: "application/vnd.oasis.opendocument.text",
  pdf: "application/pdf",
  archive: "application/pdf",
  html: "text/html; charset=utf-8",
};

/** A format by its name; null for one that is not known. */
export function fileFormatIfAny(name: string): FileFormat | null {
  return fileFormats.find((format) => format === name) ?? null;
}

/** The end of a file's address and name, of its language and format: `nl.archive.pdf`. */
export function fileEnding(language: string, format: FileFormat): string {
  return `${language}.${endings[format]}`;
}
