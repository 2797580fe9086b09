/** The formats of references that can be read: RIS, BibTeX, CSL-JSON, MEDLINE (PubMed's .nbib) and EndNote's own tags. */
export const referenceFormats = ["ris", "bibtex", "csl-json", "medline", "endnote"] as const;

/** A format of references. */
export type ReferenceFormat = (typeof referenceFormats)[number];

/** The formats that can be written, each with the ending of its file and its media type. */
export const writtenFormats = {
  ris: { ending: "ris", type: "application/x-research-info-systems" },
  bibtex: { ending: "bib", type: "application/x-bibtex" },
  "csl-json": { ending: "json", type: "application/vnd.citationstyles.csl+json" },
} as const satisfies Partial<Record<ReferenceFormat, { ending: string; type: string }>>;

/** A format that can be written. */
export type WrittenFormat = keyof typeof writtenFormats;

/** The most that one file may hold. */
export const importLimits = { bytes: 25 * 1024 * 1024, records: 5000 } as const;

const signs: readonly (readonly [ReferenceFormat, RegExp])[] = [
  ["csl-json", /^\s*[[{]\s*(?:["{\]}]|$)/u],
  ["ris", /^\s*TY {0,2}- /mu],
  ["medline", /^(?:PMID|FAU|DCOM|OWN) {0,2}- /mu],
  ["endnote", /^%0 /mu],
  ["bibtex", /^\s*@\s*[a-z]+\s*[{(]/imu],
  ["ris", /^ {0,3}[A-Z][A-Z0-9] {0,2}- /mu],
];

/** A list of JSON, whatever is in it: each element is then told by itself. */
function isJsonList(text: string): boolean {
  if (!/^\s*\[/u.test(text)) return false;
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    return false;
  }
}

/** The format that a text looks like; null = none that can be read. */
export function guessFormat(text: string): ReferenceFormat | null {
  return signs.find(([, sign]) => sign.test(text))?.[0] ?? (isJsonList(text) ? "csl-json" : null);
}
