import { type Tags, valueOf } from "./tagged-records";

/** Tags of MEDLINE and the tag of RIS that says the same. */
const medline: Readonly<Record<string, string>> = {
  TI: "TI",
  BTI: "TI",
  CTI: "T2",
  FAU: "AU",
  CN: "AU",
  FED: "A2",
  AB: "AB",
  JT: "T2",
  VI: "VL",
  IP: "IS",
  PB: "PB",
  PL: "CY",
  LA: "LA",
  EN: "ET",
};

/** Tags of EndNote's own export and the tag of RIS that says the same. */
const endnote: Readonly<Record<string, string>> = {
  A: "AU",
  E: "A2",
  T: "TI",
  J: "T2",
  B: "T2",
  S: "T3",
  D: "PY",
  "8": "DA",
  V: "VL",
  N: "IS",
  P: "SP",
  R: "DO",
  U: "UR",
  X: "AB",
  I: "PB",
  C: "CY",
  "7": "ET",
  "9": "M3",
  "6": "M1",
  "[": "Y2",
  G: "LA",
};

/** Kinds of EndNote's own export and those of RIS. */
const endnoteTypes: Readonly<Record<string, string>> = {
  "journal article": "JOUR",
  "electronic article": "EJOUR",
  "magazine article": "MGZN",
  "newspaper article": "NEWS",
  book: "BOOK",
  "electronic book": "EBOOK",
  "edited book": "EDBOOK",
  "book section": "CHAP",
  "electronic book section": "ECHAP",
  report: "RPRT",
  "government document": "GOVDOC",
  thesis: "THES",
  "conference paper": "CPAPER",
  "conference proceedings": "CONF",
  "web page": "ELEC",
  "legal rule or regulation": "LEGAL",
  statute: "STAT",
  bill: "BILL",
  dataset: "DATA",
  blog: "BLOG",
  generic: "GEN",
};

/** A record of MEDLINE as one of RIS. */
export function risFromMedline(tags: Tags): Tags {
  const ris = renamed(tags, medline);
  const types = (tags.get("PT") ?? []).join(" ");
  ris.set("TY", [tags.has("BTI") ? (tags.has("CTI") || tags.has("TI") ? "CHAP" : "BOOK") : /book/iu.test(types) ? "BOOK" : "JOUR"]);
  if (tags.has("BTI") && tags.has("TI")) ris.set("TI", [...(tags.get("TI") ?? [])]).set("T2", [...(tags.get("BTI") ?? [])]);
  if (!tags.has("FAU")) ris.set("AU", [...(tags.get("AU") ?? []).map(namedInitials), ...(tags.get("CN") ?? [])]);
  const published = /^(\d{4})(?: ([A-Z][a-z]{2})(?:-[A-Z][a-z]{2})?(?: (\d{1,2}))?)?/u.exec(valueOf(tags, "DP") ?? "");
  const year = /\b\d{4}\b/u.exec(valueOf(tags, "DP") ?? "")?.[0];
  if (!published && tags.has("DP")) ris.set("PY", year ? [year] : [...(tags.get("DP") ?? [])]);
  if (published) ris.set("PY", [published[1] ?? ""]).set("DA", [[published[3], published[2], published[1]].filter(Boolean).join(" ")]);
  const doi = [...(tags.get("LID") ?? []), ...(tags.get("AID") ?? [])].find((id) => id.endsWith("[doi]"));
  if (doi) ris.set("DO", [doi.replace("[doi]", "").trim()]);
  const pages = valueOf(tags, "PG");
  if (pages) ris.set("SP", [wholePages(pages)]);
  if (tags.has("TI")) ris.set("TI", (ris.get("TI") ?? []).map(withoutStop));
  return ris;
}

/** A record of EndNote's own export as one of RIS. */
export function risFromEndnote(tags: Tags): Tags {
  const ris = renamed(tags, endnote);
  const kind = valueOf(tags, "0") ?? "";
  return ris.set("TY", [endnoteTypes[kind.toLowerCase()] ?? kind]);
}

function renamed(tags: Tags, names: Readonly<Record<string, string>>): Map<string, string[]> {
  const ris = new Map<string, string[]>();
  for (const [tag, values] of tags) {
    const name = Object.hasOwn(names, tag) ? names[tag] : undefined;
    if (name !== undefined) ris.set(name, [...(ris.get(name) ?? []), ...values]);
  }
  return ris;
}

/** "Jansen PJ" as "Jansen, P. J.". */
function namedInitials(author: string): string {
  const [, family, initials] = /^(.+) (\p{Lu}{1,4})$/u.exec(author) ?? [];
  return family && initials ? `${family}, ${[...initials].map((letter) => `${letter}.`).join(" ")}` : author;
}

/** "1021-9" as "1021-1029". */
function wholePages(pages: string): string {
  const [, from = "", to = ""] = /^(\d+)-(\d+)$/u.exec(pages) ?? [];
  return from.length > to.length && to !== "" ? `${from}-${from.slice(0, from.length - to.length)}${to}` : pages;
}

/** PubMed ends every title with a full stop. */
function withoutStop(title: string): string {
  return title.replace(/(?<!\.)\.$/u, "").replace(/^\[(.*)\]$/u, "$1");
}
