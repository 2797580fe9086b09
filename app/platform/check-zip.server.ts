import { open, type FileHandle } from "node:fs/promises";
import { Unzip, UnzipInflate } from "fflate";
import {
  directoryTail,
  findDirectory,
  holdsDocument,
  isTooMuch,
  readDirectory,
  zipLimits,
  type ZipProblem,
} from "~/domain/files/zip-directory";

/** How many packed bytes are unpacked in one go: even where they unpack a thousandfold, that takes a few milliseconds. */
const step = 4096;

/**
 * What stands in the way of taking a packed document: too many entries, too much once unpacked, paths that lead elsewhere, a lock, or
 * that it is no document of its kind; null when nothing does. What its directory claims is looked at first, then it is unpacked and counted.
 */
export async function zipProblem(path: string, kind: string): Promise<ZipProblem | "content" | null> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    return await problemOf({ size, read: (position, length) => bytesAt(file, position, length) }, kind);
  } finally {
    await file.close();
  }
}

/** The same for a document whose bytes are at hand. */
export function zipProblemOfBytes(bytes: Uint8Array, kind: string): Promise<ZipProblem | "content" | null> {
  const read = (position: number, length: number) => Promise.resolve(bytes.subarray(position, position + length));
  return problemOf({ size: bytes.length, read }, kind);
}

/** Bytes that can be read from any place. */
interface Packed {
  size: number;
  read(position: number, length: number): Promise<Uint8Array>;
}

async function problemOf(packed: Packed, kind: string): Promise<ZipProblem | "content" | null> {
  const { size } = packed;
  const tail = await packed.read(Math.max(0, size - directoryTail), Math.min(size, directoryTail));
  const found = findDirectory(tail);
  if (!found || found.at + found.bytes > size) return "zipBroken";
  const read = readDirectory(await packed.read(found.at, found.bytes), found.entries, size);
  if ("problem" in read) return read.problem;
  return holdsDocument(kind, read.names) ? countUnpacked(packed, found.at) : "content";
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read({ buffer: new Uint8Array(length), position });
  return buffer.subarray(0, bytesRead);
}

/** Unpacks the entries before the directory piece by piece, keeping nothing, and stops as soon as it is too much. */
async function countUnpacked(packed: Packed, end: number): Promise<ZipProblem | null> {
  const counted = { entries: 0, unpacked: 0, failed: false };
  const unzip = new Unzip((entry) => {
    counted.entries += 1;
    entry.ondata = (error, data) => {
      counted.failed ||= error !== null;
      counted.unpacked += error ? 0 : data.length;
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < end;) {
    const some = await packed.read(at, Math.min(step, end - at));
    at += some.length;
    try {
      unzip.push(some, at >= end || some.length === 0);
    } catch {
      return "zipBroken"; // fflate throws on what it can't unpack
    }
    if (counted.failed || some.length === 0) return "zipBroken";
    if (counted.entries > zipLimits.entries) return "zipMany";
    if (isTooMuch(at, counted.unpacked)) return "zipBomb";
  }
  return null;
}
