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
