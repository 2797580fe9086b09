/** A name as two lists compare it: without capitals, accents and marks, `&` as its word in neither language. */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("&", " ")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && word !== "and" && word !== "en")
    .join(" ");
}

/** The names that a name holds: itself, and what stands before and in brackets at its end: `Fund for Work (FW)`. */
export function namesIn(name: string): string[] {
  const [, before = "", inside = ""] = /^(.*\S)\s*\(([^()]+)\)\s*$/u.exec(name) ?? [];
  return [name, before, inside].filter((one) => one.trim() !== "");
}

/** The first letters of the words that begin with a capital: `Fund for Work` is `FW`. Shorter than two letters is none. */
export function acronymOf(name: string): string | null {
  const capitals = name.split(/[^\p{L}\p{N}]+/u).filter((word) => /^\p{Lu}/u.test(word));
  return capitals.length < 2 ? null : capitals.map((word) => word.slice(0, 1)).join("");
}
