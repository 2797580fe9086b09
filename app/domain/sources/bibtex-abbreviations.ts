import type { RecordProblem } from "./read-source";

/** What every file may use without saying what it stands for. */
const months: ReadonlySet<string> = new Set("jan feb mar apr may jun jul aug sep oct nov dec".split(" "));

/** The names that the abbreviations of a file (`@string`) give, lower-case. One that is made of a name that nothing stands for gives none. */
export function namesGiven(abbreviations: readonly string[]): ReadonlySet<string> {
  const given = new Set<string>(months);
  for (const one of abbreviations) {
    const name = /^\s*@\s*string\s*[{(]\s*([^\s=]+)\s*=/iu.exec(one)?.[1]?.toLowerCase();
    if (name !== undefined && namesUsed(one).every((used) => given.has(used))) given.add(name);
  }
  return given;
}

/** The abbreviations that an entry uses and nothing stands for; the reader leaves their fields out. */
export function unknownNames(entry: string, line: number, given: ReadonlySet<string>): RecordProblem[] {
  const unknown = new Set(namesUsed(entry).filter((name) => !given.has(name)));
  return [...unknown].map((name) => ({ key: "abbreviation", line, text: name.slice(0, 60) }));
}

/** Bare words behind `=` or `#`, lower-case. */
function namesUsed(entry: string): string[] {
  return [...withoutTexts(entry).matchAll(/[=#]\s*([a-z][^\s,#={}()"]*)/giu)].map(([, name = ""]) => name.toLowerCase());
}

/** An entry without what stands in braces or quotation marks. */
function withoutTexts(entry: string): string {
  let [kept, depth, quoted] = ["", 0, false];
  for (let at = 0; at < entry.length; at += 1) {
    const sign = entry[at] ?? "";
    if (sign === "\\") at += 1;
    else if (sign === "{") depth += 1;
    else if (sign === "}") depth -= 1;
    else if (sign === '"' && depth === 1) quoted = !quoted;
    else if (depth <= 1 && !quoted) kept += sign;
  }
  return kept;
}
