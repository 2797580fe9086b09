import { z } from "zod";
import { groundKinds, relations } from "~/domain/document/content";
import type { EditionDocument, GroundShown, RegisterEntry, StatementShown } from "~/domain/document/model";
import { statementText } from "~/domain/document/statement-text";

/** The name of the format of what a file says of its own origin. */
export const provenanceFormat = "grondslag-provenance/1";

/** The names of the terms: W3C PROV-O, Dublin Core, and our own beside them. */
const context = {
  prov: "http://www.w3.org/ns/prov#",
  dcterms: "http://purl.org/dc/terms/",
  grondslag: "urn:grondslag:terms#",
} as const;

const Derivation = z.strictObject({
  "@type": z.literal("prov:Derivation"),
  /** The place in the document of what it was derived from. */
  "prov:entity": z.string(),
  "grondslag:code": z.string(),
  "grondslag:bearing": z.enum(relations),
});
/** One ground of a statement or of a piece of evidence. */
export type Derivation = z.infer<typeof Derivation>;

const StatementEntity = z.strictObject({
  "@id": z.string(),
  "@type": z.tuple([z.literal("prov:Entity"), z.literal("grondslag:Statement")]),
  "grondslag:code": z.string(),
  "grondslag:kind": z.enum(["finding", "answer", "conclusion", "recommendation"]),
  "dcterms:language": z.string(),
  /** The words of the statement as every format prints them. */
  "prov:value": z.string(),
  "prov:qualifiedDerivation": z.array(Derivation),
});
/** A statement of a document, as a file tells it. */
export type StatementEntity = z.infer<typeof StatementEntity>;

const EvidenceEntity = z.strictObject({
  "@id": z.string(),
  "@type": z.tuple([z.literal("prov:Entity"), z.literal("grondslag:Evidence")]),
  "grondslag:code": z.string(),
  "grondslag:kind": z.enum(groundKinds),
  "grondslag:withheld": z.boolean(),
  "prov:qualifiedDerivation": z.array(Derivation),
});

/**
 * What a file carries for machines, as JSON-LD in the terms of W3C PROV-O (https://www.w3.org/TR/prov-o/): which edition it is, every statement
 * with its words and grounds, and every piece of evidence of the register. Evidence stands in it under its printed code only, never under an id.
 */
export const Provenance = z.strictObject({
  "@context": z.strictObject({
    prov: z.literal(context.prov),
    dcterms: z.literal(context.dcterms),
    grondslag: z.literal(context.grondslag),
  }),
  "@id": z.string(),
  "@type": z.literal("prov:Entity"),
  "grondslag:format": z.literal(provenanceFormat),
  "dcterms:title": z.string(),
  "dcterms:language": z.string(),
  "grondslag:edition": z.int(),
  "grondslag:draft": z.int(),
  "grondslag:purpose": z.enum(["concept", "final"]),
  /** SHA-256 over the frozen documents of the edition, as hex. */
  "grondslag:sha256": z.string().regex(/^[0-9a-f]{64}$/u),
  "grondslag:statements": z.array(StatementEntity),
  "grondslag:evidence": z.array(EvidenceEntity),
});
export type Provenance = z.infer<typeof Provenance>;

/** What the files of a document say of their origin; `hash` is the SHA-256 over the frozen documents. */
export function provenanceOf(document: EditionDocument, hash: string): Provenance {
  return {
    "@context": { ...context },
    "@id": `urn:grondslag:edition:${hash}:${document.language}`,
    "@type": "prov:Entity",
    "grondslag:format": provenanceFormat,
    "dcterms:title": document.title,
    "dcterms:language": document.language,
    "grondslag:edition": document.number,
    "grondslag:draft": document.draft,
    "grondslag:purpose": document.purpose,
    "grondslag:sha256": hash,
    "grondslag:statements": homeStatements(document).map((statement) => statementEntity(statement, document)),
    "grondslag:evidence": document.register.map(evidenceEntity),
  };
}

/** The statements of a document at their homes, in reading order. */
export function homeStatements({ sections }: EditionDocument): StatementShown[] {
  return sections.flatMap(({ blocks }) => blocks.filter((block): block is StatementShown => block.kind === "statement" && !block.repeats));
}

function statementEntity(statement: StatementShown, { words }: EditionDocument): StatementEntity {
  return {
    "@id": `#${statement.anchor}`,
    "@type": ["prov:Entity", "grondslag:Statement"],
    "grondslag:code": statement.code,
    "grondslag:kind": statement.statementKind,
    "dcterms:language": statement.language,
    "prov:value": statementText(statement, words),
    "prov:qualifiedDerivation": statement.grounds.map(derivation),
  };
}

function evidenceEntity(entry: RegisterEntry): z.infer<typeof EvidenceEntity> {
  return {
    "@id": `#${entry.anchor}`,
    "@type": ["prov:Entity", "grondslag:Evidence"],
    "grondslag:code": entry.code,
    "grondslag:kind": entry.kind,
    "grondslag:withheld": entry.withheld !== null,
    "prov:qualifiedDerivation": entry.grounds.map(derivation),
  };
}

function derivation({ code, to, relation }: GroundShown): Derivation {
  return { "@type": "prov:Derivation", "prov:entity": `#${to}`, "grondslag:code": code, "grondslag:bearing": relation };
}
