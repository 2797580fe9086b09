import { readDate } from "~/domain/forms/read-date";
import type { CslDate, CslName } from "./csl-item";
import type { RecordProblem } from "./read-source";
import { type Tags, valueOf } from "./tagged-records";

/** The kinds of RIS that its reader knows; a record of another kind is read as a general one, or all its fields would be lost. */
const kinds =
  "ABST ADVS AGGR ANCIENT ART BILL BLOG BOOK CASE CHAP CHART CLSWK COMP CONF CPAPER CTLG DATA DBASE DICT EBOOK ECHAP EDBOOK EJOUR ELEC ENCYC EQUA FIGURE GEN GOVDOC GRANT HEAR ICOMM INPR JFULL JOUR LEGAL MANSCPT MAP MGZN MPCT MULTI MUSIC NEWS PAMP PCOMM RPRT SER SLIDE SOUND STAND STAT THES UNBILL UNPB VIDEO WEB";
const known = new Set(kinds.split(" "));
const otherwise: Readonly<Record<string, string>> = { JOURN: "JOUR", ARTICLE: "JOUR", REPORT: "RPRT", WEB: "ELEC", THESIS: "THES" };

/** The kind of a record as its reader knows it; one that is missing or unknown is told, and read as `GEN`. */
export function risKind(tags: Tags, problems: RecordProblem[]): string {
  const typed = valueOf(tags, "TY") ?? "";
  const named = typed.toUpperCase();
  const kind = Object.hasOwn(otherwise, named) ? (otherwise[named] ?? named) : named;
  if (known.has(kind)) return kind;
  problems.push(named === "" ? { key: "no-type" } : { key: "unknown-type", text: typed.slice(0, 60) });
  return "GEN";
}

/** The tags that mean the same of every kind, and that are read here: names, dates, and what `spare` names. */
const ours = new Set("TY AU A1 A2 A3 A4 ED TI T1 PY Y1 DA Y2 AB N2 N1 KW DO UR L1 L2 L4 LA LB ID AN DB DP J2 JA".split(" "));

/** The tags whose meaning hangs on the kind, as lines that the reader of RIS takes. Within a value its sign between tag and value would cut the value off. */
export function risLines(tags: Tags, kind: string): string {
  const lines = [`TY  - ${kind}`];
  for (const [tag, values] of tags) {
    if (ours.has(tag)) continue;
    for (const value of values)
      if (value !== "") lines.push(`${tag}  - ${value.includes("  - ") ? value.replace(/ {2,}- /gu, " - ") : value}`);
  }
  return [...lines, "ER  - "].join("\n");
}

/** What stands in other tags than the reader takes for a kind. It fills only what was left empty. */
const spare: readonly (readonly [field: string, tags: readonly string[]])[] = [
  ["title", ["TI", "T1", "CT", "BT"]],
  ["publisher", ["PB"]],
  ["publisher-place", ["CY", "PP"]],
  ["volume", ["VL"]],
  ["issue", ["IS"]],
  ["edition", ["ET"]],
  ["genre", ["M3"]],
  ["number", ["M1"]],
  ["DOI", ["DO"]],
  ["URL", ["UR", "L2"]],
  ["language", ["LA"]],
  ["abstract", ["AB", "N2"]],
  ["container-title", ["JF", "JO", "J2", "JA"]],
  ["collection-title", ["T3"]],
  ["note", ["N1"]],
];

type Csl = Record<string, unknown>;

/**
 * What the reader of RIS made of a record, with what it leaves: names and dates as the programs write them, and fields in the tags of other dialects.
 * A report has its number where an article has its issue.
 */
export function completedCsl(read: Csl, tags: Tags, kind: string): Csl {
  const csl: Csl = { ...read, ...namesOf(tags, kind), ...datesOf(tags) };
  // Of a page the reader takes the name of its site for a series.
  if (kind === "ELEC") Object.assign(csl, { "container-title": csl["collection-title"], "collection-title": undefined });
  for (const [field, names] of spare) csl[field] ??= valueOf(tags, ...names);
  const within = valueOf(tags, "T2", "BT");
  const placed = ["container-title", "collection-title", "event-title", "event"].some((field) => csl[field] !== undefined);
  if (!placed && within !== undefined && within !== csl["title"]) csl["container-title"] = within;
  const pages = [valueOf(tags, "SP"), valueOf(tags, "EP")].filter((page) => page !== undefined);
  // Of a whole work one number is how many pages it has.
  if (pages.length > 1 || (pages.length > 0 && kind !== "BOOK" && kind !== "THES"))
    csl["page"] = [...new Set(pages)].join("-").replace(/[–—]/gu, "-");
  return csl;
}

function namesOf(tags: Tags, kind: string): Csl {
  const of = (...names: string[]) => names.flatMap((name) => tags.get(name) ?? []).flatMap((name) => risName(name) ?? []);
  const author = of("AU", "A1");
  const editor = of("ED", ...(/^(?:RPRT|DATA|ELEC)$/u.test(kind) ? [] : ["A2"]));
  if (kind === "EDBOOK" && editor.length === 0) return { author: undefined, editor: author };
  return { author: author.length > 0 ? author : undefined, editor: editor.length > 0 ? editor : undefined };
}

/** A name of RIS: family and given name, or an organisation, in which two commas stand for one. */
export function risName(written: string): CslName | null {
  const name = written.trim();
  if (name === "") return null;
  if (name.includes(",,")) return { literal: name.replace(/,$/u, "").replaceAll(",,", ",") };
  const [family = "", given = "", ...rest] = name.split(",").map((part) => part.trim());
  if (family === "" || given === "") return { literal: name.replace(/,+$/u, "").trim() };
  const suffix = rest.filter((part) => part !== "").join(", ");
  return { family, given, ...(suffix !== "" && { suffix }) };
}

function datesOf(tags: Tags): Csl {
  const accessed = dateIn(valueOf(tags, "Y2"));
  return { issued: issuedIn(tags), ...(accessed && { accessed: { raw: accessed } }) };
}

/** The most exact of the dates that a record gives for the same year; EndNote leaves the year out of the day. */
function issuedIn(tags: Tags): CslDate | undefined {
  const given = ["PY", "Y1", "DA"].flatMap((tag) => tags.get(tag) ?? []).filter((value) => value !== "");
  const year = given
    .map(dateIn)
    .find((date) => date !== null)
    ?.slice(0, 4);
  const [, month, day] = /^([A-Za-z]{3,9})\.? ?(\d{1,2})?$/u.exec(valueOf(tags, "DA") ?? "") ?? [];
  const dates = [...given.map(dateIn), month && year ? readDate([day, month, year].filter(Boolean).join(" ")) : null];
  const exact = dates
    .filter((date) => date !== null && date.startsWith(year ?? ""))
    .sort((one, other) => (other?.length ?? 0) - (one?.length ?? 0))[0];
  if (exact) return { raw: exact };
  return given[0] === undefined ? undefined : { literal: given[0] };
}

/** A date as RIS has it (`2019/03/04/`, `2019///`, with or without a time behind it) or in other words; null = none. */
function dateIn(value: string | undefined): string | null {
  if (value === undefined) return null;
  const [, year, month, day] = /^\s*(\d{4})(?:[-/](\d{1,2})?(?:[-/](\d{1,2})?)?)?(?:[-/].*|[T ]\d.*)?$/u.exec(value) ?? [];
  if (year === undefined) return readDate(value);
  return readDate([year, month, month && day].filter(Boolean).join("-")) ?? readDate(year);
}
