import type { FileFormat } from "~/domain/document/file-formats";
import { partsOf } from "./docx";
import { attachmentsOf, pagesOf } from "./poppler";

/** Everything that a file of an edition says, to those who read it and to machines, as one text. */
export function wordsOfFile(format: FileFormat, file: Uint8Array): string {
  switch (format) {
    case "docx":
    case "odt":
      return Object.values(partsOf(file)).join("\n");
    case "pdf":
    case "archive":
      return [...pagesOf(file), ...Object.values(attachmentsOf(file))].join("\n");
    case "html":
      return new TextDecoder().decode(file);
  }
}
