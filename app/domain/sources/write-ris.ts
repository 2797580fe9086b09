import { type Author, namesFromLine } from "./author";
import type { BibliographicField } from "./bibliography";
import { cleanLine } from "./clean-text";
import type { ReadSource } from "./read-source";
import type { SourceType } from "./source";

/** The kind of RIS that a kind of ours is. */
const kinds: Readonly<Record<SourceType, string>> = {
  article: "JOUR",
  book: "BOOK",
  chapter: "CHAP",
  report: "RPRT",
  evaluation: "RPRT",
  thesis: "THES",
  conference: "CONF",
  policy: "RPRT",
  law: "LEGAL",
  treaty: "GEN",
  guideline: "RPRT",
  dataset: "DATA",
  website: "ELEC",
  news: "NEWS",
  other: "GEN",
};

type Field = Exclude<BibliographicField, "editors" | "pages" | "accessed">;
/** An event is told of a conference only. */
type UsualField = Exclude<Field, "event">;

const usual: Readonly<Record<UsualField, string>> = {
  container: "T2",
  series: "T3",
  publisher: "PB",
  place: "CY",
  volume: "VL",
  issue: "IS",
  edition: "ET",
  number: "M1",
  genre: "M3",
  doi: "DO",
  url: "UR",
};

/** Where a kind has a field in another tag, as the programs read it: a series of books stands where articles have their journal. */
const apart: Readonly<Record<string, Partial<Record<Field, string>>>> = {
  JOUR: { number: "C7" },
  BOOK: { series: "T2", container: "JF" },
  RPRT: { series: "T2", container: "JF", number: "SN", issue: "IS" },
  CONF: { container: "C3", event: "T2" },
  DATA: { container: "JF" },
  LEGAL: { container: "JF" },
};

const fields = [...(Object.keys(usual) as UsualField[]), "event"] as const;

/** What a source holds that RIS and BibTeX have no place for, as a note: our kind of publication, and that the title is our description. */
export function ownNote({ type, titleKind }: Pick<ReadSource, "type" | "titleKind">): string {
  return `Grondslag: ${type}, ${titleKind}`;
}

/** A source as a record of RIS, which reads back without loss of what a reference prints. Line ends within a value become spaces. */
export function writeRis(source: ReadSource): string {
  const { type, title, authors, issued, bibliography, language, abstract } = source;
  const kind = kinds[type];
  const tags: Partial<Record<Field, string>> = { ...usual, ...apart[kind] };
  const texts = fields.flatMap((field): Line[] => (tags[field] ? [[tags[field], bibliography[field]]] : []));
  const [from, ...to] = (bibliography.pages ?? "").split("-");
  const lines: Line[] = [
    ...authors.map((author): Line => ["AU", writtenName(author)]),
    ["TI", title],
    ...namesFromLine(bibliography.editors).map((name): Line => ["ED", writtenName(name)]),
    ["PY", issued?.slice(0, 4)],
    ["DA", issued?.replaceAll("-", "/")],
    ...texts,
    ["SP", from],
    ["EP", to.join("-")],
    ["Y2", bibliography.accessed],
    ["LA", language],
    ["AB", abstract],
    ["N1", ownNote(source)],
  ];
  const filled = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${cleanLine(value)}`] : []));
  return [`TY  - ${kind}`, ...filled, "ER  - ", ""].join("\n");
}

type Line = [tag: string, value: string | null | undefined];

/** In RIS two commas stand for one within the name of an organisation. */
function writtenName(author: Author): string {
  if ("literal" in author) return author.literal.replaceAll(",", ",,");
  return [author.family, author.given ?? "", author.suffix]
    .filter((part) => part !== undefined)
    .join(", ")
    .trim();
}
