import { prepareImport, type PrepareImport } from "~/features/sources/prepare-import.server";
import { as, type Cast } from "../cast";
import { hour } from "./interview-scene";

/** A record of RIS of an article. */
export const risRecord = (title: string, { year = "2020", doi = "" } = {}): string =>
  `TY  - JOUR\nAU  - Visser, Anna\nTI  - ${title}\nPY  - ${year}\n${doi && `DO  - ${doi}\n`}ER  - \n\n`;

/** An import as it is sent, but for its references. */
export const foundIn = { channel: "database", foundIn: "PubMed", searchedOn: "2026-09-01", query: "clinics" } as const;

/** What is sent of a text of references. */
export const importOf = (cast: Cast, text: string): PrepareImport => ({
  assessmentId: cast.assessment.id,
  file: { name: "clinics.ris", bytes: new TextEncoder().encode(text), field: "file" },
  format: null,
  ...foundIn,
});

/** Reads references into a draft, by the researcher. */
export const givenImport = (cast: Cast, text = risRecord("A clinic by the river")) =>
  prepareImport(as(cast.researcher, hour(1)), importOf(cast, text));
