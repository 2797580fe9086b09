import { z } from "zod";
import { type Author, lineFromNames, mostAuthors, namesFromLine } from "./author";
import { type BibliographicField, type Bibliography, bibliographicFields, isWebAddress, longestField, plainDoi } from "./bibliography";
import { cleanLine, cleanText, cutTo } from "./clean-text";
import { cslFromDate, dateFromCsl, wordsOfDate } from "./csl-dates";
import { CslDate, type CslItem, CslName, type CslText, cslTexts } from "./csl-item";
import { languageCode } from "./csl-languages";
import { authorFromCsl, cslFromAuthor } from "./csl-names";
import { cslTypes, sourceTypeOf } from "./csl-types";
import type { ReadSource, RecordProblem } from "./read-source";
import { sourceTypes, titleKinds, type SourceType } from "./source";

/** The longest title and abstract that a source keeps. */
export const longest = { title: 1000, abstract: 20_000 } as const;

/** Where each bibliographic field stands in CSL; the version of a data set stands where others have their edition. */
const places: Readonly<Record<Exclude<BibliographicField, "editors" | "accessed">, readonly CslText[]>> = {
  container: ["container-title"],
  series: ["collection-title"],
  publisher: ["publisher"],
  place: ["publisher-place"],
  volume: ["volume"],
  issue: ["issue"],
  pages: ["page"],
  edition: ["edition", "version"],
  number: ["number"],
  genre: ["genre"],
  event: ["event-title", "event"],
  doi: ["DOI"],
  url: ["URL"],
};

const Shape = z.record(z.string(), z.unknown());
const Own = z.object({ grondslag: z.object({ type: z.enum(sourceTypes), title: z.enum(titleKinds) }) });

/**
 * A work in CSL-JSON as a source, with what was amiss. A field of the wrong shape is left out and told; without a title there is no source.
 * What it does not know it leaves.
 */
export function sourceFromCsl(item: unknown): { source: ReadSource | null; problems: RecordProblem[] } {
  const shape = Shape.safeParse(item);
  if (!shape.success) return { source: null, problems: [{ key: "wrong-shape" }] };
  const problems: RecordProblem[] = [];
  const texts = readTexts(shape.data, problems);
  const title = within(texts.title ?? "", "title", longest.title, problems);
  if (title === "") return { source: null, problems: [...problems, { key: "no-title" }] };
  const own = ownFacts(shape.data);
  const source: ReadSource = {
    type: own?.type ?? readType(shape.data["type"], texts.genre, problems),
    title,
    titleKind: own?.title ?? "given",
    authors: readNames(shape.data, "author", problems),
    issued: readDated(shape.data, "issued", problems),
    bibliography: readBibliography(shape.data, texts, problems),
    language: languageCode(texts.language ?? ""),
    abstract: cutTo(texts.abstract ?? "", longest.abstract),
  };
  return { source, problems };
}

/** What we wrote ourselves, under `custom` or in a note (`ownNote`). */
function ownFacts({ custom, note }: Record<string, unknown>) {
  const [, type, title] = /Grondslag: ([a-z]+), ([a-z]+)/u.exec(typeof note === "string" ? note : "") ?? [];
  return (Own.safeParse(custom).data ?? Own.safeParse({ grondslag: { type, title } }).data)?.grondslag;
}

function readType(type: unknown, genre: string | undefined, problems: RecordProblem[]): SourceType {
  if (typeof type !== "string" || type === "") {
    problems.push({ key: "no-type" });
    return "other";
  }
  const known = sourceTypeOf(type, genre);
  if (known === null) problems.push({ key: "unknown-type", text: cutTo(cleanLine(type), 60) });
  return known ?? "other";
}

function readTexts(item: Record<string, unknown>, problems: RecordProblem[]): Partial<Record<CslText, string>> {
  const found: Partial<Record<CslText, string>> = {};
  for (const name of cslTexts) {
    const value = item[name];
    if (value === undefined || value === null) continue;
    if (typeof value !== "string" && typeof value !== "number") problems.push({ key: "wrong-shape", field: name });
    else found[name] = name === "abstract" ? cleanText(String(value)) : cleanLine(String(value));
  }
  return found;
}

function readNames(item: Record<string, unknown>, field: "author" | "editor", problems: RecordProblem[]): Author[] {
  const given = item[field];
  if (given === undefined || given === null) return [];
  const names = z.array(z.unknown()).safeParse(given).data;
  const read = (names ?? []).map((name) => CslName.safeParse(name).data);
  if (names === undefined || read.includes(undefined)) problems.push({ key: "wrong-shape", field });
  const authors = read.flatMap((name) => (name && authorFromCsl(name)) ?? []);
  if (authors.length <= mostAuthors) return authors;
  problems.push({ key: "authors", field, text: String(authors.length) });
  return [...authors.slice(0, mostAuthors - 1), ...authors.slice(-1)];
}

function readDated(item: Record<string, unknown>, field: "issued" | "accessed", problems: RecordProblem[]): string | null {
  if (item[field] === undefined || item[field] === null) return null;
  const date = CslDate.safeParse(item[field]).data;
  const read = date ? dateFromCsl(date) : null;
  if (!date) problems.push({ key: "wrong-shape", field });
  else if (read === null && wordsOfDate(date) !== "") problems.push({ key: "date", field, text: cutTo(cleanLine(wordsOfDate(date)), 60) });
  return read;
}

function readBibliography(item: Record<string, unknown>, texts: Partial<Record<CslText, string>>, problems: RecordProblem[]): Bibliography {
  const found: Bibliography = {};
  const keep = (field: BibliographicField, text: string | null) => {
    if (text) found[field] = within(text, field, longestField, problems);
  };
  for (const field of bibliographicFields) {
    if (field === "editors") keep(field, lineFromNames(readNames(item, "editor", problems)));
    else if (field === "accessed") keep(field, readDated(item, field, problems));
    else keep(field, places[field].map((name) => texts[name]).find(Boolean) ?? null);
  }
  return openable(found, problems);
}

/** A DOI without its resolver; an address that no browser opens is left out and told. */
function openable({ doi, url, ...rest }: Bibliography, problems: RecordProblem[]): Bibliography {
  const plain = plainDoi(doi ?? "");
  if (plain !== "" && !plain.startsWith("10.")) problems.push({ key: "doi", text: cutTo(plain, 100) });
  const openable = url === undefined || isWebAddress(url);
  if (!openable) problems.push({ key: "url", text: cutTo(url, 100) });
  return { ...rest, ...(plain.startsWith("10.") && { doi: plain }), ...(url !== undefined && openable && { url }) };
}

function within(text: string, field: string, most: number, problems: RecordProblem[]): string {
  if (text.length > most) problems.push({ key: "cut", field, text: String(most) });
  return cutTo(text, most);
}

/** A source as a work in CSL-JSON. What CSL has no field for stands under `custom`, so that our own import reads it back. */
export function cslFromSource(
  source: Omit<ReadSource, "bibliography"> & { bibliography: Readonly<Record<string, string>> },
  id: string,
): CslItem {
  const { type, title, titleKind, authors, issued, bibliography, language, abstract } = source;
  const texts: Partial<Record<CslText, string>> = {};
  for (const field of bibliographicFields) {
    const text = bibliography[field];
    if (!text || field === "editors" || field === "accessed") continue;
    const [usual, other] = places[field];
    const name = field === "edition" && type === "dataset" ? other : usual;
    if (name !== undefined) texts[name] = text;
  }
  const editors = namesFromLine(bibliography["editors"]);
  return {
    id,
    type: cslTypes[type],
    title,
    ...texts,
    ...(authors.length > 0 && { author: authors.map(cslFromAuthor) }),
    ...(editors.length > 0 && { editor: editors.map(cslFromAuthor) }),
    ...(issued !== null && { issued: cslFromDate(issued) }),
    ...(bibliography["accessed"] && { accessed: cslFromDate(bibliography["accessed"]) }),
    ...(language !== null && { language }),
    ...(abstract !== "" && { abstract }),
    custom: { grondslag: { type, title: titleKind } },
  };
}
