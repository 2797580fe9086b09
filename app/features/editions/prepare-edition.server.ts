import { canonical } from "~/domain/canonical";
import { EditionState, nextDraft } from "~/domain/moves/edition";
import { protocolOf } from "~/platform/assessment.server";
import { buildEdition, type BuiltEdition } from "~/platform/build-edition.server";
import { snapshot, type Db } from "~/platform/db.server";
import { programVersion } from "~/platform/program-version.server";
import { makeManifest, readMoment } from "./make-manifest.server";
import { countsOf, type Manifest } from "./manifest";
import { readContent, type Numbering, type Study } from "./read-content.server";

/** What is to be compiled, as plain data: another thread can take it. */
export interface EditionOrder {
  editionId: string;
  assessment: Study["assessment"];
  languages: readonly string[];
  purpose: "concept" | "final";
  at: Date;
}

/** An edition that is made and not recorded yet. */
export interface PreparedEdition {
  numbering: Numbering;
  built: BuiltEdition;
  manifest: Manifest;
  counts: ReturnType<typeof countsOf>;
}

/** Reads the study in one snapshot and makes the documents of its next draft. It writes nothing; run it in the thread for it. */
export async function prepareEdition({ editionId, assessment, languages, purpose, at }: EditionOrder): Promise<PreparedEdition> {
  const protocol = await protocolOf(assessment);
  const { read, moment, numbering } = await snapshot(async (db) => {
    const placed: Numbering = { ...nextDraft(await listPlaced(db, assessment.id)), purpose, at };
    return { numbering: placed, read: await readContent(db, { assessment, protocol }, placed), moment: await readMoment(db, assessment) };
  });
  const facts = { editionId, numbering, languages, program: programVersion(), ...moment };
  const manifest = makeManifest({ assessment, protocol }, read, facts);
  const manifestFor = (hash: string) => canonical({ ...manifest, hash });
  const built = await buildEdition({ content: read.content, languages, manifestFor });
  return { numbering, built, manifest: { ...manifest, hash: built.hash }, counts: countsOf(read.content) };
}

/** The editions of an assessment as far as their place goes. */
export async function listPlaced(db: Db, assessmentId: string) {
  const rows = await db.edition.findMany({ where: { assessmentId }, select: { number: true, draft: true, state: true } });
  return rows.map((row) => ({ ...row, state: EditionState.parse(row.state) }));
}
