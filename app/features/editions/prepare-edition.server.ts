import { canonical } from "~/domain/canonical";
import type { CompilePart } from "~/domain/document/compile-parts";
import type { FileFormat } from "~/domain/document/file-formats";
import { contentDigest } from "~/domain/document/content-digest";
import { EditionState, nextDraft } from "~/domain/moves/edition";
import { protocolOf } from "~/platform/assessment.server";
import { buildEdition, writtenFormats, type BuiltEdition } from "~/platform/build-edition.server";
import { snapshot, type Db } from "~/platform/db.server";
import { findHouseStyleIfAny, openHouseStyle } from "~/platform/house-styles.server";
import { programVersion } from "~/platform/program-version.server";
import { sha256 } from "~/platform/sha256.server";
import { openStage } from "~/platform/staged-files.server";
import { makeManifest, readMoment } from "./make-manifest.server";
import { countsOf, type Manifest } from "./manifest";
import { readContent, type Numbering, type Study } from "./read-content.server";

/** What is to be compiled, as plain data: another thread can take it. */
export interface EditionOrder {
  editionId: string;
  /** The stage on which its files are put. */
  stage: string;
  assessment: Study["assessment"];
  languages: readonly string[];
  purpose: "concept" | "final";
  at: Date;
  /** The formats to write; all, unless said otherwise. */
  formats?: readonly FileFormat[] | undefined;
}

/** An edition that is made and not recorded yet; its files stand on the stage of its order. */
export interface PreparedEdition {
  numbering: Numbering;
  contentDigest: string;
  built: BuiltEdition;
  manifest: Manifest;
  counts: ReturnType<typeof countsOf>;
}

/** The newest draft, of which a further one would say nothing new. */
export interface SameEdition {
  same: { id: string; number: number; draft: number };
}

type Tell = (part: CompilePart) => void;

/** Reads the study in one snapshot and makes the documents of its next draft. It writes no row; run it in a thread. */
export async function prepareEdition(order: EditionOrder, tell: Tell = () => undefined): Promise<PreparedEdition> {
  return makeOf(order, await readStudy(order, tell), tell);
}

/** The same, but for a draft that would say just what the newest of its number says: that one is named, and nothing is made. */
export async function prepareUnlessSame(order: EditionOrder, tell: Tell = () => undefined): Promise<PreparedEdition | SameEdition> {
  const study = await readStudy(order, tell);
  return study.same ? { same: study.same } : makeOf(order, study, tell);
}

async function readStudy({ assessment, languages, purpose, at, formats = writtenFormats }: EditionOrder, tell: Tell) {
  tell({ part: "read" });
  const protocol = await protocolOf(assessment);
  const { placed, ...found } = await snapshot(async (db) => {
    const all = await listPlaced(db, assessment.id);
    const numbering: Numbering = { ...nextDraft(all), purpose, at };
    return {
      placed: all,
      numbering,
      read: await readContent(db, { assessment, protocol }, numbering),
      moment: await readMoment(db, assessment),
      style: await findHouseStyleIfAny(db, assessment.id),
    };
  });
  const houseStyle = found.style && { sha256: found.style.sha256, mapping: found.style.mapping };
  const made = { languages, formats, program: programVersion(), ...(houseStyle && { houseStyle }) };
  const digest = contentDigest(found.read.content, made, sha256);
  const { number, draft } = found.numbering;
  const newest = placed.find((one) => one.number === number && one.draft === draft - 1);
  const same = newest?.contentDigest === digest ? { id: newest.id, number, draft: newest.draft } : null;
  return { ...found, protocol, contentDigest: digest, same };
}

async function makeOf(order: EditionOrder, study: Awaited<ReturnType<typeof readStudy>>, tell: Tell): Promise<PreparedEdition> {
  const { editionId, stage, assessment, languages, formats = writtenFormats } = order;
  const { numbering, read, moment, protocol, style } = study;
  const house = style && formats.includes("docx") ? await openHouseStyle(style) : undefined;
  const houseStyle = style ? { fileName: style.fileName, sha256: style.sha256, mapping: style.mapping } : undefined;
  const facts = { editionId, numbering, languages, program: programVersion(), houseStyle, ...moment };
  const manifest = makeManifest({ assessment, protocol }, read, facts);
  const manifestFor = (hash: string) => canonical({ ...manifest, hash });
  const built = await buildEdition({ content: read.content, languages, formats, manifestFor, house, stage: openStage(stage), tell });
  return {
    numbering,
    contentDigest: study.contentDigest,
    built,
    manifest: { ...manifest, hash: built.hash },
    counts: countsOf(read.content),
  };
}

/** The editions of an assessment as far as their place goes. */
export async function listPlaced(db: Db, assessmentId: string) {
  const select = { id: true, number: true, draft: true, state: true, contentDigest: true } as const;
  const rows = await db.edition.findMany({ where: { assessmentId }, select });
  return rows.map((row) => ({ ...row, state: EditionState.parse(row.state) }));
}
