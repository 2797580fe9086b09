import { acronymOf, foldName, namesIn } from "./fold-name";

/** A record that a name may be of. */
export interface NamedRecord {
  id: string;
  code: string;
  name: string;
  otherNames: readonly string[];
}

/** What a name was found to be: one record and by what, several, or none. */
export type NameMatch<Row> =
  { found: "one"; row: Row; by: "code" | "name" | "acronym" } | { found: "several"; rows: Row[] } | { found: "none" };

/**
 * Finds records by code, by name or another name (folded, also what stands in brackets), and last by the first letters of their names.
 * Later ways are tried only where an earlier one finds nothing.
 */
export function nameFinder<Row extends NamedRecord>(rows: readonly Row[]): (typed: string) => NameMatch<Row> {
  const codes = new Map(rows.map((row) => [row.code.toLowerCase(), row]));
  const names = new Map<string, Set<Row>>();
  const acronyms = new Map<string, Set<Row>>();
  for (const row of rows) {
    for (const name of [row.name, ...row.otherNames].flatMap(namesIn)) put(names, foldName(name), row);
    const short = acronymOf(namesIn(row.name)[1] ?? row.name);
    if (short !== null) put(acronyms, short, row);
  }
  const oneOf = (found: ReadonlySet<Row> | undefined, by: "name" | "acronym"): NameMatch<Row> | null => {
    const [first, ...others] = found ?? [];
    if (!first) return null;
    return others.length === 0 ? { found: "one", row: first, by } : { found: "several", rows: [first, ...others] };
  };
  return (typed) => {
    const text = typed.trim();
    const coded = codes.get(text.toLowerCase());
    if (coded) return { found: "one", row: coded, by: "code" };
    const keys = namesIn(text).map(foldName).filter(Boolean);
    const named = keys.map((key) => oneOf(names.get(key), "name")).find((match) => match !== null);
    const short = /^\p{Lu}[\p{Lu}\p{N}]{1,9}$/u.test(text) ? oneOf(acronyms.get(text), "acronym") : null;
    return named ?? short ?? { found: "none" };
  };
}

function put<Row>(map: Map<string, Set<Row>>, key: string, row: Row): void {
  if (key === "") return;
  const rows = map.get(key);
  if (rows) rows.add(row);
  else map.set(key, new Set([row]));
}
