import { constants, inflateSync } from "node:zlib";
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
      return [...pagesOf(file), ...Object.values(attachmentsOf(file)), unpackedPdf(file)].join("\n");
    case "html":
      return new TextDecoder().decode(file);
  }
}

/** What a PDF holds beside its pages, unpacked: properties, names of places, bookmarks. Words in UTF-16 read as they are where they are plain letters. */
function unpackedPdf(file: Uint8Array): string {
  const bytes = Buffer.from(file);
  const text = bytes.toString("latin1");
  const streams = [...text.matchAll(/stream\r?\n/gu)].map(({ index, 0: mark }) => {
    try {
      return inflateSync(bytes.subarray(index + mark.length), { finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1");
    } catch {
      return ""; // not packed in this way: it stands in the file as it is
    }
  });
  return [text, ...streams].join("\n").replaceAll("\0", "");
}
