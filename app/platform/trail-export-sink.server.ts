import { Zip, ZipDeflate } from "fflate";
import { createHash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { ExportProblem } from "./trail-export-format.server";

/** Where an export is written, file by file; it appears under its name when it is complete. */
export interface ExportSink {
  /** Writes one file and gives its digest and size. */
  file(name: string, chunks: AsyncIterable<string> | Iterable<string>): Promise<{ sha256: string; bytes: number }>;
  /** Makes it appear. */
  finish(): void;
  /** Takes away what was written so far. */
  abandon(): void;
}

type Write = (name: string) => { chunk: (bytes: Uint8Array) => void; end: () => void };

/** A zip if the path ends in `.zip`, else a folder. Refuses a path that exists. */
export function openExportSink(path: string): ExportSink {
  if (existsSync(path)) throw new ExportProblem(`${path} exists already.`);
  const unfinished = `${path}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  const { write, end } = path.endsWith(".zip") ? zipWriter(unfinished) : folderWriter(unfinished);
  return {
    file: (name, chunks) => writeFile(write, name, chunks),
    finish: () => {
      end();
      renameSync(unfinished, path);
    },
    abandon: () => rmSync(unfinished, { recursive: true, force: true }),
  };
}

async function writeFile(write: Write, name: string, chunks: AsyncIterable<string> | Iterable<string>) {
  const digest = createHash("sha256");
  const file = write(name);
  let bytes = 0;
  for await (const chunk of chunks) {
    const encoded = Buffer.from(chunk, "utf8");
    digest.update(encoded);
    bytes += encoded.length;
    file.chunk(encoded);
  }
  file.end();
  return { sha256: digest.digest("hex"), bytes };
}

function closeDurably(handle: number): void {
  fsyncSync(handle);
  closeSync(handle);
}

function folderWriter(folder: string): { write: Write; end: () => void } {
  mkdirSync(folder, { recursive: true });
  const write: Write = (name) => {
    const handle = openSync(join(folder, name), "wx");
    return { chunk: (bytes) => void writeSync(handle, bytes), end: () => closeDurably(handle) };
  };
  return { write, end: () => undefined };
}

function zipWriter(file: string): { write: Write; end: () => void } {
  const handle = openSync(file, "wx");
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    writeSync(handle, bytes);
  });
  const write: Write = (name) => {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    return { chunk: (bytes) => entry.push(bytes), end: () => entry.push(new Uint8Array(0), true) };
  };
  const end = () => {
    zip.end();
    closeDurably(handle);
  };
  return { write, end };
}
