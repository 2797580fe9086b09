import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
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

/** The bytes of a stored file as a stream; refuses a name that is no SHA-256, and a file that isn't there. */
export async function readStoredFile(hash: string): Promise<ReadableStream<Uint8Array>> {
  const path = pathOf(hash);
  if (!(await exists(path))) throw refuse("not-found");
  const file = createReadStream(path);
  return new ReadableStream({
    start(controller) {
      file.on("data", (chunk) => controller.enqueue(typeof chunk === "string" ? new TextEncoder().encode(chunk) : new Uint8Array(chunk)));
      file.on("end", () => controller.close());
      file.on("error", (error) => controller.error(error));
    },
    cancel() {
      file.destroy();
    },
  });
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
