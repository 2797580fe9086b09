/** Where the package says where the file comes from. */
export const provenancePath = "grondslag/provenance.jsonld";

/** The beginning of the names of the properties that say the same: a program that saves the file keeps those, and drops parts that it doesn't know. */
export const provenanceProperty = "grondslag-provenance-";

/** How long a property is at most, in characters. */
const longest = 30_000;

/** What the file says of its origin as properties of the document, in order: names with the pieces of its JSON. */
export function provenanceProperties(provenance: string): [string, string][] {
  const kept = provenance.replaceAll(notInXml, (letter) => `\\u${letter.charCodeAt(0).toString(16)}`);
  const pieces = kept.match(new RegExp(`[^]{1,${longest}}`, "gu")) ?? [];
  return pieces.map((piece, at) => [`${provenanceProperty}${String(at + 1).padStart(4, "0")}`, piece]);
}

/** What canonical JSON may hold as it is and XML may not. */
const notInXml = /[\uFFFE\uFFFF]/gu;
