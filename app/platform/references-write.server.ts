import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import { cslFromSource } from "~/domain/sources/csl";
import type { ReadSource } from "~/domain/sources/read-source";
import type { WrittenFormat } from "~/domain/sources/reference-formats";
import { ownNote, writeRis } from "~/domain/sources/write-ris";

/** A source to write, with its code in the assessment. */
export interface CodedSource {
  code: string;
  source: ReadSource;
}

/** The sources as a file of a format; our own import reads it back without loss of what a reference prints. Run it in the thread for it. */
export function writeReferences(sources: readonly CodedSource[], format: WrittenFormat): string {
  switch (format) {
    case "ris":
      return sources.map(({ source }) => writeRis(source)).join("\n");
    case "csl-json":
      return `${JSON.stringify(
        sources.map(({ code, source }) => cslFromSource(source, code)),
        null,
        2,
      )}\n`;
    case "bibtex":
      return sources.map(bibtexOf).join("\n");
  }
}

/** With the fields of BibLaTeX, for those of BibTeX have no place for a day, a conference or the day of reading; those that BibTeX calls otherwise are there twice. */
function bibtexOf({ code, source }: CodedSource): string {
  const { custom: _custom, ...item } = cslFromSource(source, code);
  const csl = { ...item, "citation-key": code, note: ownNote(source) };
  const entry = plugins.output.format("biblatex", [csl]);
  return entry
    .replace(/^\tjournaltitle = (.*)$/mu, "\tjournaltitle = $1\n\tjournal = $1")
    .trimEnd()
    .concat("\n");
}
