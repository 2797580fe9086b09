import { fingerprint } from "~/domain/document/fingerprint";

/** A hash for people: the first 16 and the last 4 hex digits, in groups of four. */
export function shortHash(hash: string): string {
  return `sha256 ${fingerprint(hash)} … ${hash.slice(-4)}`;
}
