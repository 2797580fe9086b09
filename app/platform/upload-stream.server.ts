import { randomBytes, createHash } from "node:crypto";
import { open, readdir, rm, stat, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import busboy from "busboy";
import { type FileProblem, kindFor, largeOf, lastPart } from "~/domain/files/file-problem";
import { beginsAs, familyOf, fileKinds, type FileKind, headBytes, type HolderKind, limitOf } from "~/domain/files/kinds";
import { contentProblem, type Seen, seeChunk } from "./check-content.server";
import { incomingFolder, keepIncoming, storageTrouble } from "./files.server";
import { type Fields, formLimits, keptFields } from "./read-form.server";
import { refuse } from "./refusal.server";

/** A file that was received and stored under its hash; its name is text and never a path. */
export interface ReceivedFile {
  name: string;
  kind: FileKind;
  type: string;
  bytes: number;
  sha256: string;
}

/** What a form with a file brought: its fields, and the file or why it is not taken. */
export interface Received {
  fields: Fields;
  file: ReceivedFile | { problem: FileProblem };
}

/**
 * Receives a form with one file for this kind of holder. The file is written to the data folder piece by piece while it is hashed, looked
 * at once it is whole, and kept under its SHA-256 when nothing is wrong with it; else nothing of it stays, also when the sender breaks off.
 * Refuses what is no such form (415, 422), and a disk that is full (503). Who asks must have been let in before.
 */
export async function receiveFile(request: Request, holder: HolderKind): Promise<Received> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) throw refuse("wrong-kind");
  const folder = await incomingFolder();
  const path = join(folder, `${randomBytes(12).toString("hex")}.part`);
  try {
    const { fields, arrived } = await readParts(request, type, holder, path);
    return { fields: keptFields(fields), file: await settle(arrived, path) };
  } catch (error) {
    if (storageTrouble(error)) throw refuse("unavailable");
    throw error;
  } finally {
    await rm(path, { force: true });
  }
}

/** A file as it came in: on disk beside the others and not kept yet, or refused on the way. */
type Arrived = Pick<ReceivedFile, "name" | "kind" | "bytes" | "sha256"> & { seen: Seen };

async function settle(arrived: Arrived | { problem: FileProblem }, path: string): Promise<Received["file"]> {
  if ("problem" in arrived) return arrived;
  const { name, kind, seen } = arrived;
  const checked = await contentProblem(kind, path, seen);
  if ("problem" in checked) return checked;
  const { bytes, sha256 } = checked.rewritten ?? arrived;
  await keepIncoming(path, sha256);
  return { name, kind, type: fileKinds[kind].type, bytes, sha256 };
}

/** Reads the parts in their order: fields are kept, the first file is written, all that follows a refusal is read and thrown away. */
async function readParts(request: Request, type: string, holder: HolderKind, path: string) {
  const fields: Fields = [];
  let writing: Promise<Arrived | { problem: FileProblem }> | undefined;
  const parser = openParser(type);
  parser.on("field", (name, value, { valueTruncated, nameTruncated }) => {
    fields.push([name, value]);
    if (valueTruncated || nameTruncated) parser.destroy(refuse("too-large", { limit: formLimits.bytes }));
    else if (value.includes("\uFFFD")) parser.destroy(refuse("invalid")); // was no UTF-8
  });
  parser.on("file", (_, stream, { filename }) => {
    writing = arrive(stream, typeof filename === "string" ? lastPart(filename) : "", holder, path);
    writing.catch((error: unknown) => parser.destroy(error instanceof Error ? error : new Error("A file could not be written.")));
  });
  try {
    await parsed(request, parser);
  } finally {
    await writing?.catch(() => undefined);
  }
  return { fields, arrived: (await writing) ?? ({ problem: "missing" } as const) };
}

function parsed(request: Request, parser: busboy.Busboy): Promise<void> {
  // The two kinds of web streams are one; only their types differ.
  const body = Readable.fromWeb((request.body ?? new Blob([]).stream()) as WebStream, { highWaterMark: 65_536 });
  return new Promise((resolve, reject) => {
    parser.on("close", resolve);
    parser.on("error", (error: Error) => reject(refusalOf(error)));
    body.on("error", (error) => parser.destroy(error));
    body.pipe(parser);
  });
}

function openParser(type: string): busboy.Busboy {
  const limits = { files: 1, fields: 20, parts: 22, fieldSize: 20_000, fieldNameSize: 100, headerPairs: 20 };
  try {
    return busboy({ headers: { "content-type": type }, limits, defParamCharset: "utf8" });
  } catch {
    throw refuse("invalid");
  }
}

/** A form that breaks off, or is none, is invalid; what went wrong while writing stays what it is. */
function refusalOf(error: Error): Error {
  return /^(Unexpected end of form|Malformed )/u.test(error.message) ? refuse("invalid") : error;
}

/**
 * Writes one file to disk while it arrives. What is refused by its name, its first bytes or its size, or can't be written, is read to its
 * end all the same: a browser shows the answer only once it has sent what it began.
 */
async function arrive(stream: Readable, name: string, holder: HolderKind, path: string): Promise<Arrived | { problem: FileProblem }> {
  stream.on("error", () => undefined); // a body that breaks off is told by the parser too; without a listener it would end the program
  const named = name === "" ? ({ problem: "missing" } as const) : kindFor(name, holder);
  if ("problem" in named) {
    stream.resume();
    return named;
  }
  const { kind } = named;
  const writer = await openWriter(kind, path);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) await writer.take(chunk);
  } catch (error) {
    await writer.abandon();
    throw error;
  }
  const { problem, bytes, sha256, seen } = await writer.end();
  return problem ? { problem } : { name, kind, bytes, sha256, seen };
}

/** Takes a file piece by piece: writes it and hashes it, until something is wrong with it. */
async function openWriter(kind: FileKind, path: string) {
  const hash = createHash("sha256");
  const seen: Seen = { head: new Uint8Array(0), tail: new Uint8Array(0), controls: false };
  const file = await open(path, "wx", 0o600);
  let bytes = 0;
  let problem: FileProblem | null = null;
  let failed: unknown = null;
  return {
    async take(chunk: Buffer) {
      if (problem || failed) return;
      bytes += chunk.length;
      seeChunk(seen, chunk, familyOf(kind) === "text");
      if (bytes > limitOf(kind)) problem = largeOf(kind);
      else if (bytes >= headBytes && bytes - chunk.length < headBytes && !beginsAs(kind, seen.head)) problem = "content";
      hash.update(chunk);
      if (!problem) await writeWhole(file, chunk).catch((error: unknown) => (failed = error));
    },
    abandon: () => file.close(),
    async end() {
      if (bytes === 0) problem = "empty";
      else if (!beginsAs(kind, seen.head)) problem ??= "content";
      try {
        if (failed !== null) throw failed;
        if (!problem) await file.sync();
      } finally {
        await file.close();
      }
      return { problem, bytes, sha256: hash.digest("hex"), seen };
    },
  };
}

async function writeWhole(file: FileHandle, chunk: Buffer): Promise<void> {
  for (let at = 0; at < chunk.length;) at += (await file.write(chunk, at)).bytesWritten;
}

const dayInMs = 24 * 60 * 60 * 1000;

/** Throws away what a stopped server left of files that were still arriving, once it is a day old. */
export async function clearIncoming(at: Date): Promise<void> {
  const folder = await incomingFolder();
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null); // another process may have kept it meanwhile
    if (found && at.getTime() - found.mtimeMs > dayInMs) await rm(path, { force: true });
  }
}
