/** The bibliographic fields of a source, each one line that may stay empty. */
export const bibliographicFields = [
  "container",
  "publisher",
  "place",
  "volume",
  "issue",
  "pages",
  "edition",
  "number",
  "doi",
  "url",
  "accessed",
] as const;

/** Where a fact of a reference is found on the web: an address itself, a DOI by its resolver; otherwise null. */
export function placeOnWeb(field: (typeof bibliographicFields)[number], text: string): string | null {
  if (field === "url") return /^https?:\/\/\S+$/iu.test(text) ? text : null;
  if (field !== "doi") return null;
  const name = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\S+)$/iu.exec(text)?.[1];
  return name === undefined ? null : `https://doi.org/${encodeURI(name).replace(/[#?]/gu, encodeURIComponent)}`;
}
