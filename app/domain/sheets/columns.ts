import { foldName } from "./fold-name";

/** Something that a column can hold. */
export interface ColumnTarget {
  /** As a form names it: `name`, `fact:staff`, `fact:budget:amount`. */
  key: string;
  label: string;
  /** The group of the list that it stands in. */
  group: string;
  /** The heads by which it is recognised, in any language. */
  heads: readonly string[];
  /** More than one column may hold it. */
  many?: boolean | undefined;
  /** Its numbers may be written in two ways. */
  numeric?: boolean | undefined;
  /** Its numbers are whole, so that a mark in one can only group thousands. */
  whole?: boolean | undefined;
  /** The currencies of its amounts. */
  currencies?: readonly string[] | undefined;
  /** A date that holds for it can be given with the column. */
  dated?: boolean | undefined;
}

/** What a head says: what the column holds (empty = nothing), and the year in it where it has one. */
export interface GuessedColumn {
  target: string;
  asOf: string;
}

const year = /(?:^|\D)((?:19|20)\d{2})(?:\D|$)/u;

/** How many UTF-16 units a head of a column has at the most; what is longer is a text that stands in its place. */
export const longestHead = 200;

/** The forms in which a head is looked up: as it is, without what stands in brackets, and without a year. None of one that is too long. */
function formsOf(head: string): string[] {
  if (head.length > longestHead) return [];
  const bare = head.replace(/[([][^)\]]*[)\]]/gu, " ");
  return [...new Set([head, bare, bare.replace(/\b(?:19|20)\d{2}\b/gu, " ")].map(foldName))].filter((form) => form !== "");
}

/** Whether a head is one of those by which something is recognised. */
export function knowsHead(targets: readonly ColumnTarget[]): (head: string) => boolean {
  const known = new Set(targets.flatMap(({ heads }) => heads.map(foldName)));
  return (head) => formsOf(head).some((form) => known.has(form));
}

/** What each column holds, by its head; a thing that only one column may hold goes to the first. */
export function guessColumns(heads: readonly string[], targets: readonly ColumnTarget[]): GuessedColumn[] {
  const byHead = new Map<string, ColumnTarget>();
  for (const target of targets)
    for (const head of target.heads.map(foldName)) if (head !== "" && !byHead.has(head)) byHead.set(head, target);
  const taken = new Set<string>();
  return heads.map((head) => {
    const found = formsOf(head)
      .map((form) => byHead.get(form))
      .find((target) => target !== undefined);
    if (!found || (taken.has(found.key) && !found.many)) return { target: "", asOf: "" };
    taken.add(found.key);
    return { target: found.key, asOf: found.dated ? (year.exec(head)?.[1] ?? "") : "" };
  });
}
