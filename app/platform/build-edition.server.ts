import { canonical } from "~/domain/canonical";
import { assembleEdition } from "~/domain/document/assemble-document";
import { brokenReferences } from "~/domain/document/check-references";
import type { EditionContent } from "~/domain/document/content";
import type { FileFormat } from "~/domain/document/file-formats";
import type { EditionDocument } from "~/domain/document/model";
import { provenanceOf } from "~/domain/document/provenance";
import { documentWords } from "./document-words.server";
import { documentWriters } from "./document-writers.server";
import { sha256 } from "./sha256.server";

/** What is to be made: one document per language from one content. */
export interface BuildOrder {
  content: EditionContent;
  languages: readonly string[];
  /** Canonical JSON of the manifest, once the hash over the documents is known. */
  manifestFor: (hash: string) => string;
  /** Is told of each part before it is made. */
  tell?: (part: BuildPart) => void | Promise<void>;
}

/** A part of the work: assembling the documents, or writing one file. */
export type BuildPart = { part: "assemble" } | { part: "write"; format: FileFormat; language: string };

/** What an edition freezes, with its files. */
export interface BuiltEdition {
  /** Canonical JSON of the documents. */
  blocks: string;
  /** SHA-256 of `blocks`. */
  hash: string;
  /** SHA-256 of what the files of each language say of their origin. */
  provenance: { language: string; sha256: string }[];
  files: { format: FileFormat; language: string; content: Uint8Array }[];
}

/** The parts of building an edition in these languages, in order. */
export function buildParts(languages: readonly string[]): BuildPart[] {
  const files = languages.flatMap((language) => documentWriters.map(({ format }) => ({ part: "write" as const, format, language })));
  return [{ part: "assemble" }, ...files];
}

/** Assembles the documents and writes their files; refuses a document in which anything leads nowhere. Pure but for time: run it in the worker. */
export async function buildEdition({ content, languages, manifestFor, tell }: BuildOrder): Promise<BuiltEdition> {
  await tell?.({ part: "assemble" });
  const edition = assembleEdition(content, languages, documentWords);
  edition.documents.forEach(requireWhole);
  const blocks = canonical(edition);
  const hash = sha256(blocks);
  const manifest = manifestFor(hash);
  const files: BuiltEdition["files"] = [];
  const provenances: BuiltEdition["provenance"] = [];
  for (const document of edition.documents) {
    const { language } = document;
    const provenance = canonical(provenanceOf(document, hash));
    provenances.push({ language, sha256: sha256(provenance) });
    for (const { format, write } of documentWriters) {
      await tell?.({ part: "write", format, language });
      files.push({ format, language, content: await write({ document, hash, provenance, manifest }) });
    }
  }
  return { blocks, hash, provenance: provenances, files };
}

function requireWhole(document: EditionDocument): void {
  const broken = brokenReferences(document);
  if (broken.length > 0) throw new Error(`The document in ${document.language} leads to ${broken.length} places that it does not have.`);
}
