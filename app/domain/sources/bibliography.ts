/** The bibliographic fields of a source, each one line that may stay empty; `editors` are names with a semicolon between them. */
export const bibliographicFields = [
  "container",
  "series",
  "editors",
  "publisher",
  "place",
  "volume",
  "issue",
  "pages",
  "edition",
  "number",
  "genre",
  "event",
  "doi",
  "url",
  "accessed",
] as const;

/** A bibliographic field of a source. */
export type BibliographicField = (typeof bibliographicFields)[number];

/** The bibliographic fields of a source that are not empty. */
export type Bibliography = Partial<Record<BibliographicField, string>>;

/** The most characters that a bibliographic field holds. */
export const longestField = 2000;

/** A DOI without the address of a resolver or a word before it. */
export function plainDoi(typed: string): string {
  return typed.trim().replace(/^(https?:\/\/(dx\.|www\.)?doi\.org\/|doi:\s*)/iu, "");
}

/** Whether this can be opened in a browser: another scheme, or none, can't. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/iu.test(text);
}

/** Where a fact of a reference is found on the web: an address itself, a DOI by its resolver; otherwise null. */
export function placeOnWeb(field: BibliographicField, text: string): string | null {
  if (field === "url") return isWebAddress(text) ? text : null;
  if (field !== "doi") return null;
  const name = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\S+)$/iu.exec(text)?.[1];
  return name === undefined ? null : `https://doi.org/${encodeURI(name).replace(/[#?]/gu, encodeURIComponent)}`;
}
