/** A part of a file as its check shows it: a line, or that lines were left out. */
export type ExcerptPart = { line: number; text: string } | { from: number; to: number };

const around = 2;
const longest = 400;
const mostLines = 5000;

/** The lines of a file where something is wrong, with two before and after; with `all`, or where nothing is wrong, every line of it (at most 5,000). */
export function excerptOf(text: string, wrong: readonly number[], all: boolean): ExcerptPart[] {
  if (text === "") return [];
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const near = new Set(wrong.flatMap((line) => Array.from({ length: 2 * around + 1 }, (_, step) => line - around + step)));
  const whole = all || wrong.length === 0;
  const parts: ExcerptPart[] = [];
  for (const [index, content] of lines.slice(0, mostLines).entries()) {
    const line = index + 1;
    const last = parts.at(-1);
    if (whole || near.has(line)) parts.push({ line, text: content.slice(0, longest) });
    else if (last && "from" in last) last.to = line;
    else parts.push({ from: line, to: line });
  }
  return parts;
}
