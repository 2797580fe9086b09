import { canonical } from "~/domain/canonical";
import { assembleEdition } from "~/domain/document/assemble-document";
import { brokenReferences } from "~/domain/document/check-references";
import { partsOfCompiling, type CompilePart } from "~/domain/document/compile-parts";
import type { EditionContent } from "~/domain/document/content";
import type { FileFormat } from "~/domain/document/file-formats";
import type { EditionDocument } from "~/domain/document/model";
import { provenanceOf, type Provenance } from "~/domain/document/provenance";
import { CompileProblem } from "./compile-problem";
import { documentWords } from "./document-words.server";
import { documentWriters } from "./document-writers.server";
import type { House } from "./docx/house/house";
import { fetchPngs } from "./picture.server";
import { reopenFile } from "./reopen-file.server";
import { sha256 } from "./sha256.server";
import type { Stage, StagedFile } from "./staged-files.server";

/** What is to be made: one document per language from one content. */
export interface BuildOrder {
  content: EditionContent;
  languages: readonly string[];
  /** The formats to write, of those that are written. */
  formats: readonly FileFormat[];
  /** Canonical JSON of the manifest, once the hash over the documents is known. */
  manifestFor: (hash: string) => string;
  /** The house style of what is written for Word; none for the plain style. */
  house?: House | undefined;
  /** Where the files are put. */
  stage: Stage;
  /** Is told of each part before it is made. */
  tell?: (part: CompilePart) => void | Promise<void>;
}

/** A file of an edition, written and not kept yet. */
export type BuiltFile = StagedFile & { format: FileFormat; language: string };

/** What an edition freezes, with its files. */
export interface BuiltEdition {
  /** Canonical JSON of the documents. */
  blocks: string;
  /** SHA-256 of `blocks`. */
  hash: string;
  /** SHA-256 of what the files of each language say of their origin. */
  provenance: { language: string; sha256: string }[];
  files: BuiltFile[];
}

/** The formats in which an edition is written now. */
export const writtenFormats: readonly FileFormat[] = documentWriters.map(({ format }) => format);

/** The parts of compiling an edition in these languages, in order. */
export function compileParts(languages: readonly string[]): CompilePart[] {
  return partsOfCompiling(languages, writtenFormats);
}

/**
 * Assembles the documents and writes their files, one after the other, then opens each again and follows its links. Refuses a document or a file in
 * which anything leads nowhere. Run it in a thread.
 */
export async function buildEdition(order: BuildOrder): Promise<BuiltEdition> {
  const { content, languages, manifestFor, tell } = order;
  await tell?.({ part: "assemble" });
  const { blocks, hash, documents } = assembled(content, languages);
  const manifest = manifestFor(hash);
  const files: BuiltFile[] = [];
  const provenances: BuiltEdition["provenance"] = [];
  await fetchPngs(documents.flatMap(picturesOf));
  const origins = documents.map((document) => provenanceOf(document, hash));
  for (const [place, document] of documents.entries()) {
    const provenance = canonical(origins[place]);
    provenances.push({ language: document.language, sha256: sha256(provenance) });
    files.push(...(await writeFiles(order, document, { hash, provenance, manifest })));
  }
  for (const origin of origins) await checkFiles(order, origin, files);
  return { blocks, hash, provenance: provenances, files };
}

function picturesOf({ sections }: EditionDocument) {
  return sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "picture"));
}

function assembled(content: EditionContent, languages: readonly string[]) {
  const edition = assembleEdition(content, { languages, sha256 }, documentWords);
  edition.documents.forEach(requireWhole);
  const blocks = canonical(edition);
  return { blocks, hash: sha256(blocks), documents: edition.documents };
}

async function writeFiles(
  { formats, stage, tell, house }: BuildOrder,
  document: EditionDocument,
  said: { hash: string; provenance: string; manifest: string },
): Promise<BuiltFile[]> {
  const { language } = document;
  const files: BuiltFile[] = [];
  for (const { format, write } of documentWriters.filter((writer) => formats.includes(writer.format))) {
    await tell?.({ part: "write", format, language });
    files.push({ format, language, ...(await stage.put(await write({ document, ...said, house }))) });
  }
  return files;
}

async function checkFiles({ stage, tell }: BuildOrder, origin: Provenance, files: readonly BuiltFile[]): Promise<void> {
  const language = origin["dcterms:language"];
  for (const file of files.filter((one) => one.language === language)) {
    await tell?.({ part: "check", format: file.format, language });
    await reopenFile(origin, file.format, await stage.read(file));
  }
}

function requireWhole(document: EditionDocument): void {
  const broken = brokenReferences(document);
  if (broken.length === 0) return;
  throw new CompileProblem(
    "broken-reference",
    `The document in ${document.language} leads to ${broken.length} places that it does not have.`,
  );
}
