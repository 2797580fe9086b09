/**
 * Codes in their order, those that follow each other by number written as one range: `O1`, `O3–O1000`. Of three in a row or more; a pair stays
 * two codes.
 */
export function codeRanges(codes: readonly string[]): string[] {
  const runs: string[][] = [];
  for (const code of codes) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last !== undefined && isNext(last, code)) run.push(code);
    else runs.push([code]);
  }
  return runs.flatMap((run) => (run.length < 3 ? run : [`${run[0]}–${run.at(-1)}`]));
}

const numbered = /^(.*?)(\d+)$/u;

function isNext(one: string, other: string): boolean {
  const [before, after] = [numbered.exec(one), numbered.exec(other)];
  return before !== null && after !== null && before[1] === after[1] && Number(after[2]) === Number(before[2]) + 1;
}
