import { describe, expect, it } from "vitest";
import type { ReadSource } from "~/domain/sources/read-source";
import { sourceTypes, type SourceType } from "~/domain/sources/source";
import { writeReferences } from "~/platform/references-write.server";
import { recordsOf, referenceFile, sourcesOf } from "../support/reference-files";

const work: ReadSource = {
  type: "article",
  title: '100% of {clinics} & "wells"_1: the ~ $5 #1 \\ één',
  titleKind: "given",
  authors: [
    { family: "van der Berg", given: "Jan", suffix: "Jr." },
    { literal: "Ministry of Health, Welfare and Sport" },
    { literal: "UNFPA" },
  ],
  issued: "2019-03-04",
  bibliography: {},
  language: "nl",
  abstract: "Eerst dit, dan dat.",
};

/** What a reference prints of each kind. */
const fields: Record<SourceType, ReadSource["bibliography"]> = {
  article: { container: "Journal", volume: "12", issue: "3", pages: "101-120", number: "e7", doi: "10.5555/a_b" },
  book: { series: "Series", publisher: "De Brug", place: "Utrecht", edition: "2", editors: "Smith, E.; {A, B}" },
  chapter: { container: "Book", editors: "Smith, E.", publisher: "De Brug", edition: "2", pages: "3-9", volume: "1" },
  report: { series: "Series", publisher: "Agency", number: "2020-07", genre: "Report", url: "https://example.org/a_b%20c" },
  evaluation: { publisher: "Agency", number: "7", genre: "Evaluation report", url: "https://example.org/e" },
  thesis: { publisher: "University", genre: "Doctoral dissertation", url: "https://example.org/t" },
  conference: { container: "Proceedings", event: "Meeting", pages: "12-19", publisher: "Press" },
  policy: { publisher: "Ministry", genre: "Policy paper", number: "33 625-12" },
  law: { container: "Gazette", number: "123", volume: "7" },
  treaty: { container: "Treaty Series", volume: "9", url: "https://example.org/v" },
  guideline: { publisher: "WHO", edition: "3" },
  dataset: { publisher: "Statistics", edition: "2.1", genre: "Data set", url: "https://example.org/d" },
  website: { container: "Site", url: "https://example.org/w", accessed: "2021-05-06" },
  news: { container: "Times", url: "https://example.org/n" },
  other: { publisher: "Council", genre: "Letter" },
};

describe.each(["ris", "bibtex", "csl-json"] as const)("a source written as %s", (format) => {
  it.each(sourceTypes)("reads back as the same %s", (type) => {
    for (const titleKind of ["given", "described"] as const) {
      const source = { ...work, type, titleKind, bibliography: fields[type] };
      const [record] = recordsOf(writeReferences([{ code: "S01", source }], format), format);
      expect(record).toMatchObject({ source, problems: [] });
    }
  });

  it.each(["zotero.ris", "endnote.ris", "mendeley.ris", "pubmed.nbib", "endnote.enw", "zotero.bib", "zotero.json"])(
    "loses nothing of what %s said",
    (name) => {
      const sources = sourcesOf(referenceFile(name));
      const coded = sources.map((source, at) => ({ code: `S${at}`, source }));
      expect(sourcesOf(writeReferences(coded, format))).toEqual(sources);
    },
  );
});
