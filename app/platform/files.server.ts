import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { settings } from "./environment.server";
import { refuse } from "./refusal.server";
import { sha256 } from "./sha256.server";

/** A file in the data folder: its name is the SHA-256 of its bytes. */
export interface StoredFile {
  sha256: string;
  bytes: number;
}

/**
 * Stores bytes under their SHA-256 and returns when they would survive a power cut: written beside, synced, renamed, folder synced.
 * The same bytes are stored once. Call it before the row that names the file is committed.
 */
export async function storeFile(content: Uint8Array): Promise<StoredFile> {
  const hash = sha256(content);
  const path = pathOf(hash);
  if (!(await exists(path))) await writeDurably(path, content);
  return { sha256: hash, bytes: content.byteLength };
}

/** The bytes of a stored file, whole; refuses as `readStoredFile` does. */
export async function readStoredBytes(hash: string): Promise<Uint8Array> {
  return new Uint8Array(await new Response(await readStoredFile(hash)).arrayBuffer());
}

/** A part of a stored file, by the places of its first and last byte. */
export interface FileRange {
  start: number;
  end: number;
}

/** The bytes of a stored file, or a part of them, as a stream that is read as fast as it is taken; refuses a name that is no SHA-256, and a file that isn't there. */
export async function readStoredFile(hash: string, range?: FileRange): Promise<ReadableStream<Uint8Array>> {
  const path = pathOf(hash);
  if (!(await exists(path))) throw refuse("not-found");
  return createReadableStreamFromReadable(createReadStream(path, range));
}

/** Where a file stands while it arrives: beside the others, so that keeping it moves no bytes. */
export async function incomingFolder(): Promise<string> {
  const folder = join(settings().dataDir, "files", "incoming");
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Keeps a file that has arrived whole and was synced under its SHA-256, and returns when that would survive a power cut. */
export async function keepIncoming(arrived: string, hash: string): Promise<void> {
  const path = pathOf(hash);
  if (await exists(path)) return;
  await mkdir(dirname(path), { recursive: true });
  await rename(arrived, path);
  await syncAfter(dirname(path), "r");
  await syncAfter(dirname(dirname(path)), "r");
}

/** Removes a stored file that no row names; one that is not there is no matter. */
export async function removeStoredFile(hash: string): Promise<void> {
  await rm(pathOf(hash), { force: true });
}

const diskTroubles = new Set(["ENOSPC", "EDQUOT", "EROFS", "EIO"]);

/** Can't a file be written just now, because the disk is full or refuses? */
export function storageTrouble(error: unknown): boolean {
  return error instanceof Error && "code" in error && diskTroubles.has(String(error.code));
}

function pathOf(hash: string): string {
  if (!/^[0-9a-f]{64}$/u.test(hash)) throw refuse("not-found");
  return join(settings().dataDir, "files", hash.slice(0, 2), hash);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function writeDurably(path: string, content: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const beside = `${path}.${randomBytes(6).toString("hex")}.part`;
  try {
    await syncAfter(beside, "wx", (file) => file.writeFile(content));
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncAfter(folder, "r");
  await syncAfter(dirname(folder), "r");
}

async function syncAfter(path: string, flags: string, act?: (file: Awaited<ReturnType<typeof open>>) => Promise<unknown>): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await act?.(file);
    await file.sync();
  } finally {
    await file.close();
  }
}
