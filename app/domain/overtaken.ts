/** A form as it is sent: the values given under each name. */
export type Entries = Readonly<Record<string, readonly string[]>>;

/** A form that was overtaken: what stood in the record when the form was read, what somebody kept meanwhile, and what was typed. */
export interface Overtaken {
  /** The version the form was read at, and the one that stands now. */
  baseVersion: number;
  version: number;
  at: Date;
  /** The names of who kept the newer version and of who typed; the first is unknown where no person wrote. */
  by: string | undefined;
  me: string;
  /** `null` where the version that was read is not kept. */
  base: Entries | null;
  theirs: Entries;
  mine: Entries;
}

/** What to do with one field of an overtaken form: choose between two, or take what merges by itself. */
export type MergedField =
  | { name: string; choose: true; base: string | undefined; theirs: string; mine: string }
  | { name: string; choose: false; values: readonly string[]; from: Merged };

/** Whose change a field took: one of the two, both together, or neither differed. */
export type Merged = "same" | "both" | "theirs" | "mine";

const first = (entries: Entries | null, name: string) => entries?.[name]?.[0] ?? "";

/**
 * Merges the named fields three ways. A field that only one of the two changed takes that change, a list (or a tick) takes the
 * additions and removals of both, and a field that both changed to something else has to be chosen.
 */
export function mergeOvertaken(
  { base, theirs, mine }: Pick<Overtaken, "base" | "theirs" | "mine">,
  fields: readonly { name: string; list?: boolean }[],
): MergedField[] {
  return fields.map(({ name, list }) => {
    const [was, their, my] = [base?.[name] ?? [], theirs[name] ?? [], mine[name] ?? []];
    if (list) return { name, choose: false, values: mergeLists(base === null ? null : was, their, my), from: sideOf(was, their, my) };
    const [b, t, m] = [first(base, name), first(theirs, name), first(mine, name)];
    if (t === m) return { name, choose: false, values: [m], from: "same" };
    if (base !== null && b === m) return { name, choose: false, values: [t], from: "theirs" };
    if (base !== null && b === t) return { name, choose: false, values: [m], from: "mine" };
    return { name, choose: true, base: base === null ? undefined : b, theirs: t, mine: m };
  });
}

/** Without a common start nothing is taken away: what either has stays. */
function mergeLists(base: readonly string[] | null, theirs: readonly string[], mine: readonly string[]): string[] {
  const either = [...new Set([...theirs, ...mine])];
  return base === null ? either : either.filter((each) => !base.includes(each) || (theirs.includes(each) && mine.includes(each)));
}

const isSame = (one: readonly string[], other: readonly string[]) => one.toSorted().join("\n") === other.toSorted().join("\n");

function sideOf(base: readonly string[], theirs: readonly string[], mine: readonly string[]): Merged {
  if (isSame(theirs, mine)) return "same";
  if (isSame(base, mine)) return "theirs";
  return isSame(base, theirs) ? "mine" : "both";
}

/** The value that a form was read to, as the entries that send it again: ticked is `yes`, and not ticked is not sent. */
export function entriesOfForm(value: Readonly<Record<string, unknown>>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(value).map(([name, given]) => [
      name,
      Array.isArray(given)
        ? given.map(String)
        : given === true
          ? ["yes"]
          : given === false
            ? []
            : [typeof given === "string" || typeof given === "number" ? String(given) : ""],
    ]),
  );
}
