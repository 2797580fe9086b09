import { canonical } from "~/domain/canonical";
import { assembleEdition } from "~/domain/document/assemble-document";
import { brokenReferences } from "~/domain/document/check-references";
import type { EditionContent } from "~/domain/document/content";
import { documentWords } from "./document-words.server";
import { writeDocx } from "./docx/write-docx.server";
import { sha256 } from "./sha256.server";

/** What is to be made: one document per language from one content. */
export interface EditionOrder {
  editionId: string;
  content: EditionContent;
  languages: readonly string[];
}

/** What an edition freezes, with its files. */
export interface BuiltEdition {
  /** Canonical JSON of the documents. */
  blocks: string;
  /** SHA-256 of `blocks`. */
  hash: string;
  files: { format: "docx"; language: string; content: Uint8Array }[];
}

/** Assembles the documents and writes their files; refuses a document in which anything leads nowhere. Pure but for time: run it in the worker. */
export async function buildEdition({ editionId, content, languages }: EditionOrder): Promise<BuiltEdition> {
  const edition = assembleEdition(content, languages, documentWords);
  for (const document of edition.documents) {
    const broken = brokenReferences(document);
    if (broken.length > 0) throw new Error(`The document in ${document.language} leads to ${broken.length} places that it does not have.`);
  }
  const blocks = canonical(edition);
  const hash = sha256(blocks);
  const files = [];
  for (const document of edition.documents) {
    files.push({ format: "docx" as const, language: document.language, content: await writeDocx(document, { editionId, hash }) });
  }
  return { blocks, hash, files };
}
