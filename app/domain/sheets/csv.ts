/** The signs that can part the cells of a text file. */
const delimiters = [";", ",", "\t", "|"] as const;
/** A sign that parts cells. */
export type Delimiter = (typeof delimiters)[number];

/** How many characters at the top tell how a file is built. */
const sample = 20_000;

/**
 * The sign that parts the cells: the one that a first line `sep=;` names, else the one that occurs outside quotes in most of the first lines, as often in
 * each. A comma where none does.
 */
export function guessDelimiter(text: string): Delimiter {
  const named = namedDelimiter(text);
  if (named !== null) return named;
  const lines = linesOutsideQuotes(text.slice(0, sample));
  const scores = delimiters.map((sign) => {
    const counts = lines.map((line) => line.split(sign).length - 1);
    const most = Math.max(...counts, 0);
    return { sign, score: most === 0 ? 0 : counts.filter((count) => count === most).length * 1000 + most };
  });
  return scores.reduce((best, one) => (one.score > best.score ? one : best), { sign: ",", score: 0 }).sign;
}

/** The sign of a first line `sep=;`, as Excel writes it; null when there is none. */
export function namedDelimiter(text: string): Delimiter | null {
  const sign = /^sep=(.)\n/u.exec(text)?.[1];
  return delimiters.find((one) => one === sign) ?? null;
}

/** The first lines without what is in quotes, a line end in quotes too. */
function linesOutsideQuotes(text: string): string[] {
  return text
    .replace(/"(?:[^"]|"")*(?:"|$)/gu, "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, 50);
}
