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
import { findBlockRow, findSectionRow, labelOf, peopleOf, type FoundBlock, type FoundSection } from "./find-section.server";
import { countChange, indexBlock } from "./keep-section.server";
import { readText } from "./read-text.server";
import type { SavedBlock } from "./save-block.server";

/** A block's words in another language; `version` is that of the translation, 0 when there is none yet. */
export interface SaveBlockTranslation {
  assessmentId: string;
  blockId: string;
  language: string;
  version: number;
  text: BlockText;
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
    const body = JSON.stringify(await readText(tx, input.text, { assessmentId, blockId, statement: block.statement !== null }));
    const originalDigest = sha256(block.document);
    if (before?.body === body && before.originalDigest === originalDigest)
      return { result: { version: before.version, changes: section.changes }, event: "nothing changed" };
    if ((before?.version ?? 0) !== version)
      throw refuse("conflict", {
        theirs: before && { version: before.version, byId: before.byId, at: before.at.toISOString(), document: before.body },
      });
    const id = before?.id ?? newId(context.at);
    const data = { body, originalDigest, version: version + 1, byId: context.by.id, at: context.at };
    await tx.translation.upsert({ where, create: { id, assessmentId, kind, recordId: blockId, field, language, ...data }, update: data });
    await keepVersion(tx, {
      assessmentId,
      kind: "translation",
      recordId: id,
      number: version + 1,
      body: { kind, recordId: blockId, field, language, body, originalDigest },
      by: context.by,
      at: context.at,
    });
    await indexBlock(tx, blockId);
    const { changes, started } = await countChange(tx, context, section);
    const words = { before: before ? textOfDoc(documentOf(before.body)) : null, after: textOfDoc(documentOf(body)) };
    const subject = { type: "block", id: blockId, version: block.version } as const;
    const event = {
      action: "block.translate",
      subject,
      label: labelOf(block, section),
      change: { section: section.code, language, text: words },
    } as const;
    return { result: { version: version + 1, changes }, event: [event, ...started] };
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
