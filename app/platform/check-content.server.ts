import { createHash } from "node:crypto";
import { open, readFile } from "node:fs/promises";
import { cleanImage } from "~/domain/files/clean-image";
import type { FileProblem } from "~/domain/files/file-problem";
import { familyOf, type FileKind, headBytes } from "~/domain/files/kinds";
import { zipProblem } from "./check-zip.server";

/** What was seen of a file while it came by: its first and its last bytes, and whether a text holds what no text does. */
export interface Seen {
  head: Uint8Array;
  tail: Uint8Array;
  controls: boolean;
}

const tailBytes = 2048;

/** Takes note of a piece of a file as it comes by. */
export function seeChunk(seen: Seen, chunk: Uint8Array, isText: boolean): void {
  if (seen.head.length < headBytes) seen.head = Buffer.concat([seen.head, chunk.subarray(0, headBytes - seen.head.length)]);
  // Copies, for the piece itself must not be held on to.
  seen.tail = Buffer.concat([seen.tail, chunk.subarray(-tailBytes)]).subarray(-tailBytes);
  if (isText) seen.controls ||= chunk.some(isControl);
}

/** A control character that no text file has: all but tab, newline, form feed and carriage return. */
function isControl(byte: number): boolean {
  return (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) || byte === 0x7f;
}

/** A file that may be kept; an image was written anew, without its metadata, and so has another hash. */
export interface Checked {
  rewritten: { bytes: number; sha256: string } | null;
}

const fine: Checked = { rewritten: null };

/** Looks at a whole file on disk as its kind asks: what is in it must be what its name says. */
export async function contentProblem(kind: FileKind, path: string, seen: Seen): Promise<Checked | { problem: FileProblem }> {
  switch (familyOf(kind)) {
    case "pdf":
      return Buffer.from(seen.tail).includes("%%EOF") ? fine : { problem: "pdfBroken" };
    case "text":
      return seen.controls ? { problem: "textBroken" } : fine;
    case "zip": {
      const problem = await zipProblem(path, kind);
      return problem ? { problem } : fine;
    }
    case "image":
      return rewriteImage(kind, path);
    case "audio":
      return fine;
  }
}

async function rewriteImage(kind: FileKind, path: string): Promise<Checked | { problem: FileProblem }> {
  const clean = cleanImage(kind, await readFile(path));
  if ("problem" in clean) return clean;
  const hash = createHash("sha256");
  let bytes = 0;
  const file = await open(path, "w", 0o600);
  try {
    await file.writev(clean.parts);
    for (const part of clean.parts) {
      hash.update(part);
      bytes += part.length;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { rewritten: { bytes, sha256: hash.digest("hex") } };
}
