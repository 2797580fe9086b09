import { z } from "zod";
import { signedOffSectionStates } from "~/domain/moves/section";
import { isTranslationWritable } from "~/domain/sections/standing";
import type { BlockText } from "~/domain/text/read-block-text";
import { textOfDoc } from "~/domain/text/text-of-doc";
import { findStudy, requireMayWith } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { documentOf } from "~/platform/evidence-graph.server";
import { newId } from "~/platform/ids.server";
import { refuse } from "~/platform/refusal.server";
import { sha256 } from "~/platform/sha256.server";
import { keepVersion } from "~/platform/versions.server";
import { findBlockRow, findSectionRow, labelOf, peopleOf, type FoundBlock, type FoundSection } from "~/platform/find-section.server";
import { countChange, indexBlock } from "~/platform/keep-block.server";
import { readText } from "~/platform/read-text.server";
import { mergedWith, takeInWords } from "./merge-words.server";
import type { SavedBlock } from "./save-block.server";

/** A block's words in another language; `version` is that of the translation, 0 when there is none yet. */
export interface SaveBlockTranslation {
  assessmentId: string;
  blockId: string;
  language: string;
  version: number;
  text: BlockText;
  /** The names of those with whose words it was put together by hand. */
  combined?: readonly string[];
}

const kind = "block";
const field = "document";

export async function saveBlockTranslation(context: ChangeContext, input: SaveBlockTranslation): Promise<SavedBlock> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, blockId, language, version } = input;
    const block = await findBlockRow(tx, assessmentId, blockId);
    const section = await findSectionToTranslate(tx, context, block, language);
    const where = { kind_recordId_field_language: { kind, recordId: blockId, field, language } };
    const before = await tx.translation.findUnique({ where });
    const typed = await readText(tx, input.text, { assessmentId, blockId, statement: block.statement !== null, language });
    const originalDigest = sha256(block.document);
    const now = before?.version ?? 0;
    // The same words from an older version say nothing of the original as it is now.
    const stands = (text: string) => before?.body === text && (before.originalDigest === originalDigest || now !== version);
    if (stands(JSON.stringify(typed))) return { result: { version: now, changes: section.changes }, event: "nothing changed" };
    const merged = await takeInWords(
      tx,
      context,
      { kind: "translation", base: version, now: before && { ...before, document: before.body } },
      typed,
    );
    const taken = merged && { merged };
    const body = JSON.stringify(merged?.document ?? typed);
    if (stands(body)) return { result: { version: now, changes: section.changes, ...taken }, event: "nothing changed" };
    const id = before?.id ?? newId(context.at);
    const data = { body, originalDigest, version: now + 1, byId: context.by.id, at: context.at };
    await tx.translation.upsert({ where, create: { id, assessmentId, kind, recordId: blockId, field, language, ...data }, update: data });
    const kept = { kind, recordId: blockId, field, language, body, originalDigest };
    const { by, at } = context;
    await keepVersion(tx, { assessmentId, kind: "translation", recordId: id, number: now + 1, body: kept, by, at });
    await indexBlock(tx, blockId);
    const { changes, started } = await countChange(tx, context, section);
    const words = { before: before ? textOfDoc(documentOf(before.body)) : null, after: textOfDoc(documentOf(body)) };
    const subject = { type: "block", id: blockId, version: block.version } as const;
    const event = {
      action: "block.translate",
      subject,
      label: labelOf(block, section),
      change: { section: section.code, language, ...mergedWith(merged, input.combined), text: words },
    } as const;
    return { result: { version: now + 1, changes, ...taken }, event: [event, ...started] };
  });
}

const Languages = z.array(z.string());

/** The section of a block whose translation may change now: while it is written, and when signed in a language that no sign-off covers. */
async function findSectionToTranslate(tx: Tx, context: ChangeContext, block: FoundBlock, language: string): Promise<FoundSection> {
  const { assessmentId } = block;
  const section = await findSectionRow(tx, assessmentId, block.sectionId);
  requireMayWith(context, assessmentId, "section.write", await peopleOf(tx, section), "section.read");
  const { assessment } = await findStudy(tx, assessmentId);
  if (language === block.language || section.language !== null || !assessment.languages.includes(language))
    throw refuse("invalid", { field: "language", message: "unknown" });
  const signOffs = await tx.signOff.findMany({ where: { sectionId: section.id, endedAt: null }, select: { languages: true } });
  const covered = signOffs.flatMap(({ languages }) => Languages.parse(JSON.parse(languages)));
  if (!isTranslationWritable(section.state, signedOffSectionStates.includes(section.state), covered, language))
    throw refuse("wrong-state", { state: section.state });
  return section;
}
