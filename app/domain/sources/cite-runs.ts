import type { Run } from "./cite";

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00A0" };

/** The runs of a reference from the HTML of the formatter: what stands between `<i>` is italic, all other tags only group. */
export function runsFromHtml(html: string): Run[] {
  const runs: Run[] = [];
  let depth = 0;
  for (const part of html.split(/(<[^<>]*>)/u)) {
    if (/^<i[\s>]/u.test(part)) depth += 1;
    else if (part === "</i>") depth -= 1;
    else if (!part.startsWith("<") || !part.endsWith(">")) addRun(runs, { text: unescaped(part).replace(/\s+/gu, " "), italic: depth > 0 });
  }
  return trimmed(runs);
}

/** The words of a reference without its look. */
export function plainReference(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}

function addRun(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (run.text === "") return;
  if (last?.italic === run.italic) last.text += run.text;
  else runs.push(run);
}

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|([a-z]{2,5}));/gu, (whole, number: string | undefined, name: string | undefined) =>
    number === undefined ? (named[name ?? ""] ?? whole) : String.fromCodePoint(Number(number)),
  );
}

function trimmed(runs: readonly Run[]): Run[] {
  const last = runs.length - 1;
  return runs
    .map((run, at) => ({ ...run, text: at === 0 ? run.text.trimStart() : run.text }))
    .map((run, at) => ({ ...run, text: at === last ? run.text.trimEnd() : run.text }))
    .filter(({ text }) => text !== "");
}
