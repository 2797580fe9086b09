import type { BlockDocument } from "~/domain/text/document";
import { mergeTexts, openMerge, type TextMerge } from "~/domain/text/merge";
import type { BlockText } from "~/domain/text/read-block-text";
import type { Db } from "~/platform/db.server";
import { documentOf } from "~/platform/evidence-graph.server";
import { refuse } from "~/platform/refusal.server";
import { citableLinks, readText } from "~/platform/read-text.server";
import { findWords } from "./merge-words.server";

/** Two versions of the words of a block, or of its translation into a language: where both started, the one that was saved, and what was typed. */
export interface TwoVersions {
  assessmentId: string;
  blockId: string;
  language: string | undefined;
  base: number;
  /** The version that was saved meanwhile; left out = the newest. */
  theirs?: number;
  mine: BlockText;
}

/** The two versions put together as far as that goes, and what the screen says of them. */
export interface OpenPlaces {
  merge: TextMerge;
  mine: BlockDocument;
  block: { id: string; statement: { code: string } | null };
  theirs: { version: number; byId: string; at: Date };
  /** The versions that were written since the start. */
  written: { kind: string; recordId: string; from: number; to: number };
  links: readonly { linkId: string; code: string }[];
}

/** Finds the places at which two versions differ; the same versions always have the same places. */
export async function findOpenPlaces(db: Db, of: TwoVersions): Promise<OpenPlaces> {
  const { assessmentId, blockId, language, base } = of;
  const block = await db.block.findFirst({
    where: { id: blockId, assessmentId, archivedAt: null },
    include: { statement: { select: { code: true } } },
  });
  if (!block) throw refuse("not-found");
  const translation =
    language === undefined
      ? null
      : await db.translation.findFirst({ where: { kind: "block", recordId: blockId, field: "document", language } });
  if (language !== undefined && !translation) throw refuse("conflict");
  const now = translation ? { ...translation, document: translation.body } : block;
  const words = { kind: translation ? "translation" : "block", recordId: now.id };
  const isOlder = of.theirs !== undefined && of.theirs !== now.version;
  const theirs = isOlder ? await findWords(db, { ...words, number: of.theirs ?? 0 }) : documentOf(now.document);
  const mine = await readText(db, of.mine, {
    assessmentId,
    blockId,
    statement: block.statement !== null,
    ...(language !== undefined && { language }),
  });
  const start = await findWords(db, { ...words, number: base });
  if (!theirs) throw refuse("conflict");
  return {
    merge: start ? mergeTexts(start, theirs, mine) : openMerge(null, theirs, mine),
    mine,
    block,
    theirs: { version: of.theirs ?? now.version, byId: now.byId, at: now.at },
    written: { ...words, from: base, to: of.theirs ?? now.version },
    links: await citableLinks(db, assessmentId, blockId),
  };
}
