/** A hash for people: the first 16 and the last 4 hex digits, in groups of four. */
export function shortHash(hash: string): string {
  const groups = hash.slice(0, 16).match(/.{4}/gu) ?? [];
  return `sha256 ${groups.join(" ")} … ${hash.slice(-4)}`;
}
