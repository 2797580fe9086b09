import { createHash, randomBytes } from "node:crypto";

/** A secret of 256 bits for a cookie or a link; only its digest is stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a token: its SHA-256 in lower-case hex. */
export function digestOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
