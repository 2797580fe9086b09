/** Text of a file as it may be stored: without control characters and halves of letters, its lines ended by a newline. */
export function cleanWords(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029]/gu, "\n")
    .replaceAll(/\p{Surrogate}/gu, "\uFFFD")
    .replaceAll(/(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]/gu, "");
}

/** The longest name of somebody in a file that is kept. */
const longestName = 200;

/** A name as a file gives it: one line, without what hides or reorders letters. */
export function cleanName(name: string): string {
  return cleanWords(name)
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll(/\s+/gu, " ")
    .trim()
    .slice(0, longestName);
}

/** A time as a file gives it, where it is one. */
export function cleanTime(at: string | null): string | null {
  return at === null || Number.isNaN(Date.parse(at)) ? null : at;
}
