import type { SearchAsk } from "./load-search.server";

/** The address of a search, with all that it is narrowed to. */
export function searchHref(base: string, { words, kind, filter, after }: SearchAsk): string {
  const { language: lang, question, from, perspective, citable } = filter;
  const given = Object.entries({ q: words, kind, lang, question, from, perspective, citable: citable ? "yes" : null, after });
  return `${base}/search?${new URLSearchParams(given.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))).toString()}`;
}
