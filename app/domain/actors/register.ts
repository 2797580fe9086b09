import { foldedName } from "./countries";

/** What the register of actors is narrowed by; empty = not. `mark` is a shortcoming: without a source, own statements only, named by others only. */
export interface RegisterFilter {
  q: string;
  level: string;
  kind: string;
  /** A country as it is kept: its code, or own words. */
  country: string;
  mark: RegisterMark | "";
}

/** What can be amiss with an actor of the register. */
export const registerMarks = ["without-source", "own-only", "named-only"] as const;
/** What can be amiss with an actor of the register. */
export type RegisterMark = (typeof registerMarks)[number];

/** An actor of the register as far as it is narrowed and ordered by; `numbers` are those of the columns, null where there is none. */
export interface RegisterRow {
  code: string;
  name: string;
  otherNames: readonly string[];
  kind: string;
  focus: string;
  levels: readonly string[];
  countries: readonly { key: string; name: string }[];
  facts: number;
  unsourced: number;
  ownOnly: boolean;
  namedOnly: boolean;
  relations: number;
  numbers: readonly (number | null)[];
}

/** Reads the filter from the query string; what is not known is left out. */
export function registerFilterFrom(query: URLSearchParams): RegisterFilter {
  const text = (name: string) => (query.get(name) ?? "").trim().slice(0, 200);
  const mark = registerMarks.find((one) => one === query.get("mark")) ?? "";
  return { q: text("q"), level: text("level"), kind: text("kind"), country: text("country"), mark };
}

/** Whether an actor fits: each word occurs in its code, one of its names, its kind or its focus, without regard to capitals and accents. */
export function fitsRegister(row: RegisterRow, { q, level, kind, country, mark }: RegisterFilter): boolean {
  const text = foldedName([row.code, row.name, ...row.otherNames, row.kind, row.focus].join(" "));
  const marks = { "without-source": row.unsourced > 0, "own-only": row.ownOnly, "named-only": row.namedOnly };
  return (
    foldedName(q)
      .split(" ")
      .every((word) => text.includes(word)) &&
    (level === "" || row.levels.includes(level)) &&
    (kind === "" || row.kind === kind) &&
    (country === "" || row.countries.some(({ key }) => key === country)) &&
    (mark === "" || marks[mark])
  );
}

/** What the register can be ordered by; amounts in several currencies have no order, so they are not among them. */
export function registerSortKeys(numbers: number): string[] {
  return ["code", "name", "kind", "countries", "facts", "unsourced", "relations", ...Array.from({ length: numbers }, (_, at) => `n${at}`)];
}

/** Rows ordered by a column; those without a value come last either way, equals stay in the order given. */
export function inRegisterOrder<Row extends RegisterRow>(
  rows: readonly Row[],
  { key, descending }: { key: string; descending: boolean },
  language: string,
): Row[] {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: "base" });
  const valueOf = (row: Row): string | number | null => {
    if (key === "code" || key === "name" || key === "kind") return row[key] || null;
    if (key === "countries") return row.countries.length;
    if (key === "facts" || key === "unsourced" || key === "relations") return row[key];
    return row.numbers[Number(key.slice(1))] ?? null;
  };
  return rows.toSorted((one, other) => {
    const [left, right] = [valueOf(one), valueOf(other)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    const order = typeof left === "number" && typeof right === "number" ? left - right : collator.compare(String(left), String(right));
    return descending ? -order : order;
  });
}
