import { createHash, createHmac } from "node:crypto";
import type { Hashing } from "~/domain/trail/format";

/** SHA-256 of a text (as UTF-8) or of bytes, as 64 lower-case hex digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** HMAC-SHA-256 of a text under a key given in hex, as 64 lower-case hex digits. */
export function hmacSha256(keyHex: string, text: string): string {
  return createHmac("sha256", Buffer.from(keyHex, "hex")).update(text).digest("hex");
}

/** The functions that the pure trail format asks for. */
export const hashing: Hashing = { sha256, hmac: hmacSha256 };
