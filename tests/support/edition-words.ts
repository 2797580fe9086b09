import { constants, inflateSync } from "node:zlib";
import type { FileFormat } from "~/domain/document/file-formats";
import { partsOf } from "./docx";
import { attachmentsOf, pagesOf, structLinesOf } from "./poppler";
import { comparable } from "./read-by-others";

/** Those of the texts that a file says somewhere, to people or to machines, by its `wordsOfFile`: however its lines break and its signs are written. */
export function saidIn(words: string, texts: readonly string[]): string[] {
  const whole = comparable(words);
  return texts.filter((text) => whole.includes(comparable(text)));
}

/** Everything that a file of an edition says, to those who read it and to machines, as one text: as it is written in the file, and as it is read. */
export function wordsOfFile(format: FileFormat, file: Uint8Array): string {
  switch (format) {
    case "docx":
    case "odt":
      return Object.values(partsOf(file)).flatMap(readings).join("\n");
    case "pdf":
    case "archive":
      // By its structure a sentence is whole that the pages cut at the end of a line, where other columns come between.
      return [
        ...pagesOf(file),
        structLinesOf(file)
          .map(({ words }) => words ?? "")
          .join(""),
        ...[...Object.values(attachmentsOf(file)), unpackedPdf(file), new TextDecoder().decode(file)].flatMap(readings),
      ].join("\n");
    case "html":
      return readings(new TextDecoder().decode(file)).join("\n");
  }
}

/** A text as it is written, and as those read it who take the tags away and who know how XML, JSON and PDF write a sign that means something to them. */
function readings(written: string): string[] {
  const bare = written.replaceAll(/<[^<>]*>/gu, "");
  return [written, decoded(written), decoded(bare)];
}

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'", nbsp: "\u00A0" };

/** References of XML first, since what stands in JSON may stand in XML. */
function decoded(written: string): string {
  return written
    .replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/giu, (whole, hex?: string, digits?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole;
      const number = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
      return number <= 0x10ffff ? String.fromCodePoint(number) : whole;
    })
    .replaceAll(/\\u([0-9a-f]{4})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll(/\\[nrt]/gu, " ")
    .replaceAll(/\\(["'()/\\])/gu, "$1");
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
