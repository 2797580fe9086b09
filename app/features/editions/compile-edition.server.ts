import { fileEnding, type FileFormat } from "~/domain/document/file-formats";
import { nextDraft } from "~/domain/moves/edition";
import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import type { BuiltEdition } from "~/platform/build-edition.server";
import type { Tx } from "~/platform/db.server";
import { storeFile, type StoredFile } from "~/platform/files.server";
import { newId } from "~/platform/ids.server";
import { refuse } from "~/platform/refusal.server";
import { keepVersion } from "~/platform/versions.server";
import { canonical } from "~/domain/canonical";
import { listPlaced, type EditionOrder, type PreparedEdition } from "./prepare-edition.server";
import { prepareInWorker } from "./prepare-in-worker.server";
import type { Numbering, Study } from "./read-content.server";

/** What is compiled: the languages of the documents, in their order. */
export interface CompileInput {
  assessment: Study["assessment"];
  languages: readonly string[];
  purpose: "concept" | "final";
  /** How it is prepared: in a thread of its own, unless nobody else is served by this process. */
  prepare?: (order: EditionOrder) => Promise<PreparedEdition>;
}

/** The edition that was made. */
export interface CompiledEdition {
  id: string;
  number: number;
  draft: number;
  hash: string;
  files: (StoredFile & { format: FileFormat; language: string; name: string })[];
}

/**
 * Freezes the study as it stands as a further draft. Read in one snapshot and written in a thread of its own, stored, and then
 * recorded in one change; refuses a language that the study does not have, and *conflict* when another draft got the number first.
 */
export async function compileEdition(context: ChangeContext, input: CompileInput): Promise<CompiledEdition> {
  const { assessment, purpose } = input;
  // A job of the program (the command at the shell) holds no role: who can run it has the database anyway.
  if (context.by.kind !== "system") requireMay(context, assessment.id, "edition.compile", "edition.list");
  const languages = assessment.languages.filter((language) => input.languages.includes(language));
  if (languages.length === 0 || languages.length !== new Set(input.languages).size) throw refuse("invalid", { field: "languages" });
  const id = newId(context.at);
  const prepare = input.prepare ?? prepareInWorker;
  const prepared = await prepare({ editionId: id, assessment: namedParts(assessment), languages, purpose, at: context.at });
  const files = await storeFiles(prepared.built, assessment.slug, prepared.numbering);
  await record(context, { id, assessmentId: assessment.id, languages, files, ...prepared });
  const { number, draft } = prepared.numbering;
  return { id, number, draft, hash: prepared.built.hash, files };
}

/** What an edition needs of its assessment, and nothing of who asks for it. */
function namedParts(assessment: Study["assessment"]): Study["assessment"] {
  const { id, slug, title, languages, originalLanguage, startsOn, endsOn, notice, protocolNumber } = assessment;
  return { id, slug, title, languages, originalLanguage, startsOn, endsOn, notice, protocolNumber };
}

async function storeFiles(built: BuiltEdition, slug: string, { number, draft }: Numbering): Promise<CompiledEdition["files"]> {
  const stored = [];
  for (const { format, language, content } of built.files) {
    stored.push({ format, language, name: `${slug}-${number}-${draft}-${fileEnding(language, format)}`, ...(await storeFile(content)) });
  }
  return stored;
}

interface Made extends PreparedEdition {
  id: string;
  assessmentId: string;
  languages: string[];
  files: CompiledEdition["files"];
}

async function record(context: ChangeContext, made: Made): Promise<void> {
  const { id, assessmentId, numbering, languages, built, files, counts, manifest } = made;
  const { number, draft, purpose } = numbering;
  await change({ ...context, chain: assessmentId }, async (tx) => {
    const next = nextDraft(await listPlaced(tx, assessmentId));
    if (next.number !== number || next.draft !== draft) throw refuse("conflict", { number: next.number, draft: next.draft });
    await createRows(tx, context, made);
    const body = {
      number,
      draft,
      purpose,
      state: "draft",
      languages,
      hash: built.hash,
      manifest,
      files: files.map(({ format, language, sha256 }) => ({ format, language, sha256 })),
    };
    await keepVersion(tx, { assessmentId, kind: "edition", recordId: id, number: 1, body, by: context.by, at: context.at });
    const { sections, statements, grounds, unsigned } = counts;
    const told = {
      purpose,
      languages,
      hash: built.hash,
      files: files.map(({ format, language, sha256 }) => ({ format, language, sha256 })),
      provenance: built.provenance,
      sections,
      statements,
      grounds,
      unsigned,
    };
    return {
      result: undefined,
      event: { action: "edition.compile", subject: { type: "edition", id, version: 1 }, label: `${number}.${draft}`, change: told },
    };
  });
}

async function createRows(
  tx: Tx,
  { at, by }: ChangeContext,
  { id, assessmentId, numbering, languages, built, files, manifest }: Made,
): Promise<void> {
  const { number, draft, purpose } = numbering;
  const frozen = { languages: JSON.stringify(languages), blocks: built.blocks, manifest: canonical(manifest), hash: built.hash };
  await tx.edition.create({
    data: { id, assessmentId, number, draft, purpose, state: "draft", ...frozen, compiledAt: at, compiledById: by.id, version: 1 },
  });
  for (const { format, language, name, sha256, bytes } of files) {
    await tx.editionFile.create({ data: { id: newId(at), assessmentId, editionId: id, format, language, name, sha256, bytes } });
  }
}
