import { fileEnding, type FileFormat } from "~/domain/document/file-formats";
import { requireMay } from "~/platform/acting.server";
import type { BuiltFile } from "~/platform/build-edition.server";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { refuse } from "~/platform/refusal.server";
import { dropStage, keepStaged } from "~/platform/staged-files.server";
import { storeAndName } from "~/platform/unnamed-files.server";
import { prepareEdition, type EditionOrder, type PreparedEdition } from "./prepare-edition.server";
import type { Study } from "./read-content.server";
import { recordEdition } from "./record-edition.server";

/** What is compiled: the languages of the documents, in their order. */
export interface CompileInput {
  assessment: Study["assessment"];
  languages: readonly string[];
  purpose: "concept" | "final";
  /** The formats to write; all, unless said otherwise. */
  formats?: readonly FileFormat[];
  /** How it is prepared: here, unless others are served by this process meanwhile. */
  prepare?: (order: EditionOrder) => Promise<PreparedEdition>;
}

/** The edition that was made. */
export interface CompiledEdition {
  id: string;
  number: number;
  draft: number;
  hash: string;
  files: NamedFile[];
}

/** A file of an edition with the name that it is downloaded under. */
export type NamedFile = Omit<BuiltFile, "path"> & { name: string };

/**
 * Freezes the study as it stands as a further draft, whatever the newest one says: read in one snapshot, written, and then recorded in one change.
 * Refuses a language that the study does not have, and *conflict* when another draft got the number first.
 */
export async function compileEdition(context: ChangeContext, input: CompileInput): Promise<CompiledEdition> {
  const { assessment, purpose, formats, prepare = prepareEdition } = input;
  // A job of the program (the command at the shell) holds no role: who can run it has the database anyway.
  if (context.by.kind !== "system") requireMay(context, assessment.id, "edition.compile", "edition.list");
  const languages = chosenLanguages(assessment, input.languages);
  const id = newId(context.at);
  try {
    const named = namedParts(assessment);
    const prepared = await prepare({ editionId: id, stage: id, assessment: named, languages, purpose, formats, at: context.at });
    return await keepEdition(context, { id, assessment, languages, prepared });
  } finally {
    await dropStage(id);
  }
}

/** The languages of a study that were chosen, in its order; refuses none, and one that it does not have. */
export function chosenLanguages(assessment: Pick<Study["assessment"], "languages">, chosen: readonly string[]): string[] {
  const languages = assessment.languages.filter((language) => chosen.includes(language));
  if (languages.length === 0 || languages.length !== new Set(chosen).size) throw refuse("invalid", { field: "languages" });
  return languages;
}

/** What an edition needs of its assessment, and nothing of who asks for it. */
export function namedParts(assessment: Study["assessment"]): Study["assessment"] {
  const { id, slug, title, languages, originalLanguage, startsOn, endsOn, notice, protocolNumber } = assessment;
  return { id, slug, title, languages, originalLanguage, startsOn, endsOn, notice, protocolNumber };
}

/** An edition that is made, to be kept. */
export interface Made {
  id: string;
  assessment: Pick<Study["assessment"], "id" | "slug">;
  languages: readonly string[];
  prepared: PreparedEdition;
}

/** Keeps the files of an edition and records it in one change, with what else that change does; where it is not recorded, its files go again. */
export async function keepEdition(
  context: ChangeContext,
  made: Made,
  also?: Parameters<typeof recordEdition>[2],
): Promise<CompiledEdition> {
  const { id, assessment, languages, prepared } = made;
  const { numbering, built } = prepared;
  const { number, draft } = numbering;
  const files = built.files.map(({ format, language, sha256, bytes }) => {
    const name = `${assessment.slug}-${number}-${draft}-${fileEnding(language, format)}`;
    return { format, language, name, sha256, bytes };
  });
  const hashes = files.map(({ sha256 }) => sha256);
  await storeAndName(db, hashes, async () => {
    await keepStaged(built.files);
    await recordEdition(context, { id, assessmentId: assessment.id, languages, files, ...prepared }, also);
  });
  return { id, number, draft, hash: built.hash, files };
}
