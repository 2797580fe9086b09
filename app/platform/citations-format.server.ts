import { plugins } from "@citation-js/core";
import "@citation-js/plugin-csl";
import {
  type Citable,
  citedCsl,
  citedLanguages,
  type CitedLanguage,
  plainCitation,
  type Run,
  withUprightDescription,
} from "~/domain/sources/cite";
import { runsFromHtml } from "~/domain/sources/cite-runs";
import type { CslItem } from "~/domain/sources/csl-item";

/** A source to cite; `key` is what its reference is kept under. */
export interface CitedSource {
  key: string;
  source: Citable;
}

/** A reference in every language of references. */
export interface Citation {
  key: string;
  runs: Record<CitedLanguage, Run[]>;
}

const locales: Readonly<Record<CitedLanguage, string>> = { nl: "nl-NL", en: "en-US" };

/**
 * The references in APA 7, each by itself, so that a reference depends on its source alone: two works of one author in one year get no letter, for the
 * document cites by code. The first takes most of a second and each some milliseconds: run it in the thread for it.
 */
export function citeAll(sources: readonly CitedSource[]): Citation[] {
  const inLanguage = Object.fromEntries(citedLanguages.map((language) => [language, formatted(sources, language)]));
  return sources.map(({ key }, at) => ({
    key,
    runs: Object.fromEntries(citedLanguages.map((language) => [language, inLanguage[language]?.[at] ?? []])) as Record<
      CitedLanguage,
      Run[]
    >,
  }));
}

function formatted(sources: readonly CitedSource[], language: CitedLanguage): Run[][] {
  const items: CslItem[] = sources.map(({ source }, at) => ({ ...citedCsl(source, language), id: String(at) }));
  const begin = () => plugins.config.get("@csl").engine(items, "apa", locales[language], "html");
  let engine = begin();
  return sources.map(({ source }, at) => {
    try {
      engine.updateItems([String(at)]);
      return withUprightDescription(runsFromHtml(engine.makeBibliography()[1].join("")), source);
    } catch {
      // The formatter throws at an author called `constructor`, among others: one source takes no other with it, and the formatter is begun anew.
      engine = begin();
      return plainCitation(source, language);
    }
  });
}
