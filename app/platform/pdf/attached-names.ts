/** The names of the files that a PDF carries. */
export const attachedNames = { provenance: "provenance.jsonld", manifest: "manifest.json" } as const;
