import { EditionState, nextDraft } from "~/domain/moves/edition";
import { protocolOf } from "~/platform/assessment.server";
import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { buildInWorker } from "~/platform/compile-worker.server";
import type { BuiltEdition, EditionOrder } from "~/platform/build-edition.server";
import { snapshot, type Db, type Tx } from "~/platform/db.server";
import { storeFile, type StoredFile } from "~/platform/files.server";
import { newId } from "~/platform/ids.server";
import { programVersion } from "~/platform/program-version.server";
import { refuse } from "~/platform/refusal.server";
import { keepVersion } from "~/platform/versions.server";
import { canonical } from "~/domain/canonical";
import { countsOf, type Manifest } from "./manifest";
import { makeManifest, readMoment } from "./make-manifest.server";
import { readContent, type Numbering, type ReadContent, type Study } from "./read-content.server";

/** What is compiled: the languages of the documents, in their order. */
export interface CompileInput {
  assessment: Study["assessment"];
  languages: readonly string[];
  purpose: "concept" | "final";
  /** How it is built: in a thread of its own, unless nobody else is served by this process. */
  build?: (order: EditionOrder) => Promise<BuiltEdition>;
}

/** The edition that was made. */
export interface CompiledEdition {
  id: string;
  number: number;
  draft: number;
  hash: string;
  files: (StoredFile & { format: string; language: string; name: string })[];
}

/**
 * Freezes the study as it stands as a further draft. Read in one snapshot, written in a thread of its own, stored, and then
 * recorded in one change; refuses a language that the study does not have, and *conflict* when another draft got the number first.
 */
export async function compileEdition(context: ChangeContext, input: CompileInput): Promise<CompiledEdition> {
  const { assessment, purpose } = input;
  // A job of the program (the command at the shell) holds no role: who can run it has the database anyway.
  if (context.by.kind !== "system") requireMay(context, assessment.id, "edition.compile", "edition.list");
  const languages = assessment.languages.filter((language) => input.languages.includes(language));
  if (languages.length === 0 || languages.length !== new Set(input.languages).size) throw refuse("invalid", { field: "languages" });
  const id = newId(context.at);
  const protocol = await protocolOf(assessment);
  const { read, manifest, numbering } = await snapshot(async (db) => {
    const placed: Numbering = { ...nextDraft(await listPlaced(db, assessment.id)), purpose, at: context.at };
    const content = await readContent(db, { assessment, protocol }, placed);
    const moment = await readMoment(db, assessment);
    return {
      read: content,
      numbering: placed,
      manifest: makeManifest({ assessment, protocol }, content, {
        editionId: id,
        numbering: placed,
        languages,
        program: programVersion(),
        ...moment,
      }),
    };
  });
  const build = input.build ?? buildInWorker;
  const built = await build({ editionId: id, content: read.content, languages });
  const files = await storeFiles(built, assessment.slug, numbering);
  await record(context, {
    id,
    assessmentId: assessment.id,
    numbering,
    languages,
    built,
    files,
    read,
    manifest: { ...manifest, hash: built.hash },
  });
  return { id, number: numbering.number, draft: numbering.draft, hash: built.hash, files };
}

/** The editions of an assessment as far as their place goes. */
export async function listPlaced(db: Db, assessmentId: string) {
  const rows = await db.edition.findMany({ where: { assessmentId }, select: { number: true, draft: true, state: true } });
  return rows.map((row) => ({ ...row, state: EditionState.parse(row.state) }));
}

async function storeFiles(built: BuiltEdition, slug: string, { number, draft }: Numbering): Promise<CompiledEdition["files"]> {
  const stored = [];
  for (const { format, language, content } of built.files) {
    stored.push({ format, language, name: `${slug}-${number}-${draft}-${language}.${format}`, ...(await storeFile(content)) });
  }
  return stored;
}

interface Made {
  id: string;
  assessmentId: string;
  numbering: Numbering;
  languages: string[];
  built: BuiltEdition;
  files: CompiledEdition["files"];
  read: ReadContent;
  manifest: Manifest;
}

async function record(context: ChangeContext, made: Made): Promise<void> {
  const { id, assessmentId, numbering, languages, built, files, read, manifest } = made;
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
    const { sections, statements, grounds, unsigned } = countsOf(read.content);
    const told = {
      purpose,
      languages,
      hash: built.hash,
      files: files.map(({ format, language, sha256 }) => ({ format, language, sha256 })),
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
