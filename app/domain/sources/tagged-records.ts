import type { RecordProblem } from "./read-source";

/** The values of one record by tag, in the order of the file. */
export type Tags = ReadonlyMap<string, readonly string[]>;

/** One record of a file of tagged lines: where it begins, its values, and what was amiss. */
export interface TaggedRecord {
  line: number;
  tags: Tags;
  problems: RecordProblem[];
}

/** How a dialect of tagged lines is written. */
interface Dialect {
  line: RegExp;
  /** The tag that begins a record, and the one that ends it; without an end an empty line does. */
  begins: string;
  /** The beginning as it stands in a file. */
  written: string;
  ends: string | null;
}

/** RIS, also with the spaces that other programs leave out or add. */
export const risDialect: Dialect = { line: /^\s{0,3}([A-Z][A-Z0-9]) {0,3}-(?:\s(.*))?$/u, begins: "TY", written: "TY", ends: "ER" };
/** MEDLINE as PubMed saves it: tags of two to four letters, a record to the next PMID. */
export const medlineDialect: Dialect = { line: /^([A-Z]{2,4}) {0,2}-(?:\s(.*))?$/u, begins: "PMID", written: "PMID", ends: null };
/** EndNote's own export: a percent sign and one character. */
export const endnoteDialect: Dialect = { line: /^%([0-9A-Z@!#$&()*+?[\]^~<>=|'\\])\s(.*)$/u, begins: "0", written: "%0", ends: null };

/**
 * The records of a file of tagged lines. A record that is not ended ends where the next begins, lines without a tag go on with the value before them, and
 * tagged lines before any beginning are a record of their own. Each of these is told at its line.
 */
export function splitTagged(text: string, dialect: Dialect): TaggedRecord[] {
  const records: TaggedRecord[] = [];
  let open: { record: TaggedRecord; values: string[] | null; tags: Map<string, string[]> } | null = null;
  const begin = (line: number, problems: RecordProblem[]) => {
    const tags = new Map<string, string[]>();
    open = { record: { line, tags, problems }, values: null, tags };
    records.push(open.record);
    return open;
  };
  const unended = () => {
    if (open && dialect.ends !== null) open.record.problems.push({ key: "no-end", line: open.record.line });
  };
  for (const [at, line] of text.split("\n").entries()) {
    const found = dialect.line.exec(line);
    const tag = found?.[1];
    const value = found?.[2] ?? "";
    if (tag === undefined) {
      const last: string[] | null | undefined = (open as { values: string[] | null } | null)?.values;
      if (last && line.trim() !== "") last.push(`${last.pop() ?? ""} ${line.trim()}`);
    } else if (tag === dialect.ends) {
      open = null;
    } else {
      if (tag === dialect.begins) unended();
      const into: { tags: Map<string, string[]>; values: string[] | null } =
        tag === dialect.begins ? begin(at + 1, []) : (open ?? begin(at + 1, [{ key: "no-tag", line: at + 1, text: dialect.written }]));
      into.values = into.tags.get(tag) ?? [];
      into.tags.set(tag, into.values);
      into.values.push(value.trim());
    }
  }
  unended();
  return records;
}

/** The first value of the first of these tags that has one. */
export function valueOf(tags: Tags, ...names: readonly string[]): string | undefined {
  return names.flatMap((name) => tags.get(name) ?? []).find((value) => value !== "");
}
