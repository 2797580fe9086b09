import { cslFromSource } from "./csl";
import type { CslDate, CslItem } from "./csl-item";
import type { ReadSource } from "./read-source";
import { printedTitle } from "./source";

/** The languages in which references are printed. */
export const citedLanguages = ["nl", "en"] as const;
/** A language in which references are printed. */
export type CitedLanguage = (typeof citedLanguages)[number];

/** A stretch of a reference in one look. */
export interface Run {
  text: string;
  italic: boolean;
}

/** A source as a reference needs it. */
export type Citable = Pick<ReadSource, "type" | "title" | "titleKind" | "authors" | "issued" | "language"> & {
  bibliography: Readonly<Record<string, string>>;
};

/**
 * A source as CSL for printing in one language after APA 7. A Dutch date is said here day first, for the style has the month first in every language. A publisher or site that is the author itself is left out, for APA names it once; a number is one number, also with a hyphen in it, and that of a
 * law its place in the gazette, where the style would make an American public law of it.
 */
export function citedCsl(source: Citable, language: CitedLanguage): CslItem {
  const {
    abstract: _abstract,
    custom: _custom,
    number,
    ...item
  } = cslFromSource({ ...source, bibliography: cited(source), abstract: "" }, "one");
  const numbered = number?.replaceAll("-", "\\-");
  return {
    ...item,
    title: printedTitle(source.title, source.titleKind),
    ...(numbered !== undefined && (source.type === "law" ? { page: numbered } : { number: numbered })),
    ...(language === "nl" && dutchDates(source, item)),
  };
}

/** The bibliographic fields that are printed: APA names an author that publishes itself once. */
function cited({ type, authors, bibliography }: Citable): Record<string, string> {
  const [author, ...others] = authors;
  const itself = author && "literal" in author && others.length === 0 ? author.literal : null;
  const named = type === "website" ? ["publisher", "container"] : ["publisher"];
  return Object.fromEntries(Object.entries(bibliography).filter(([field, text]) => !(named.includes(field) && text === itself)));
}

/** The kinds of which the style prints a day and not only the year; of a conference only where no proceedings are named. */
const dated: ReadonlySet<string> = new Set(["website", "news", "treaty", "other"]);

const months = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

/** Dates with a day as Dutch writes them, where the style prints the day: "2019, 4 maart", of a treaty "4 maart 2019". */
function dutchDates({ type, bibliography }: Citable, { issued, accessed }: CslItem): { issued?: CslDate; accessed?: CslDate } {
  const printsDay = dated.has(type) || (type === "conference" && !bibliography["container"]);
  const published = printsDay ? dayOf(issued) : null;
  const read = dayOf(accessed);
  return {
    ...(published && {
      issued: { literal: type === "treaty" ? `${published.day} ${published.year}` : `${published.year}, ${published.day}` },
    }),
    ...(read && { accessed: { literal: `op ${read.day} ${read.year}` } }),
  };
}

function dayOf(date: CslDate | undefined): { day: string; year: number } | null {
  const [year, month, day] = (date?.["date-parts"]?.[0] ?? []).map(Number);
  return year === undefined || month === undefined || day === undefined ? null : { day: `${day} ${months[month - 1] ?? ""}`, year };
}

/** A reference in which a title that we described stands upright between its brackets, as APA has it. */
export function withUprightDescription(runs: readonly Run[], { title, titleKind }: Citable): Run[] {
  const printed = printedTitle(title, titleKind);
  return titleKind === "described" ? runs.map((run) => (run.text.trim() === printed ? { ...run, italic: false } : run)) : [...runs];
}

/** A reference without a style, for a source that the formatter can't take: its authors, year, title and where it appeared. */
export function plainCitation({ authors, issued, title, titleKind, bibliography }: Citable, language: CitedLanguage): Run[] {
  const names = authors.map((author) => ("literal" in author ? author.literal : [author.family, author.given].filter(Boolean).join(", ")));
  const undated = { nl: "z.d.", en: "n.d." }[language];
  const { container, publisher, doi, url } = bibliography;
  const rest = [container, publisher, doi ? `https://doi.org/${doi}` : url].filter(Boolean).map((part) => `. ${part}`);
  return [
    { text: `${[names.join("; "), `(${issued?.slice(0, 4) ?? undated})`].filter(Boolean).join(" ")}. `, italic: false },
    { text: printedTitle(title, titleKind), italic: true },
    { text: rest.length > 0 ? rest.join("") : ".", italic: false },
  ];
}

/** What a source is known by to a reference: the same facts give the same reference. */
export function citableFacts({ type, title, titleKind, authors, issued, language, bibliography }: Citable): object {
  return { type, title, titleKind, authors, issued, language, bibliography };
}
