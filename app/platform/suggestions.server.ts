import type { AuditEvent } from "~/domain/audit";
import type { BlockDocument } from "~/domain/text/document";
import { textOfDoc } from "~/domain/text/text-of-doc";
import type { ChangeContext } from "./change.server";
import { commentPlace } from "./comments.server";
import type { Db, Tx } from "./db.server";
import { documentOf } from "./evidence-graph.server";
import { newId } from "./ids.server";
import { keepOutsideAuthor, type OutsideWords } from "./outside-authors.server";
import { keepVersion } from "./versions.server";

/** Keeps what a suggestion holds now. */
export async function keepSuggestion(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const row = await tx.suggestion.findUniqueOrThrow({ where: { id }, omit: { at: true } });
  const { assessmentId, version, settledAt, ...fields } = row;
  const body = { ...fields, settledAt: settledAt?.toISOString() ?? null };
  await keepVersion(tx, { assessmentId, kind: "suggestion", recordId: id, number: version, body, by, at });
}

/** What a suggestion is called in the trail: its section and its number in it. */
export const suggestionLabel = (section: { code: string }, { number }: { number: number }) => `${section.code} ±${number}`;

/** The words of a block as they were at a version. */
export async function documentAt(db: Db, block: { id: string; document: string; version: number }, number: number): Promise<BlockDocument> {
  if (number === block.version) return documentOf(block.document);
  const where = { kind_recordId_number: { kind: "block", recordId: block.id, number } };
  const row = await db.version.findUniqueOrThrow({ where, select: { body: true } });
  const { document } = JSON.parse(row.body) as { document: string }; // as keepBlock writes it
  return documentOf(document);
}

/** The words of blocks as they were at versions of them, by block and version. */
export async function documentsAt(
  db: Db,
  wanted: readonly { blockId: string; version: number }[],
): Promise<(blockId: string, version: number) => BlockDocument | undefined> {
  const where = {
    kind: "block",
    recordId: { in: [...new Set(wanted.map(({ blockId }) => blockId))] },
    number: { in: [...new Set(wanted.map(({ version }) => version))] },
  };
  const rows = await db.version.findMany({ where, select: { recordId: true, number: true, body: true } });
  const found = new Map(
    rows.map(({ recordId, number, body }) => {
      const { document } = JSON.parse(body) as { document: string }; // as keepBlock writes it
      return [`${recordId} ${number}`, documentOf(document)] as const;
    }),
  );
  return (blockId, version) => found.get(`${blockId} ${version}`);
}

/** A suggestion to be written: other words for a block, from a version of it. */
export interface NewSuggestion {
  assessmentId: string;
  section: { id: string; code: string };
  block: { id: string; language: string; version: number; document: BlockDocument };
  document: BlockDocument;
  reason: string;
  /** Whose words they are, where they are not those of who makes it. */
  outside?: OutsideWords;
}

/** Writes a suggestion, keeps it and gives its event; who may do so was asked before. */
export async function insertSuggestion(
  tx: Tx,
  context: ChangeContext,
  { assessmentId, section, block, document, reason, outside }: NewSuggestion,
): Promise<{ id: string; number: number; event: AuditEvent }> {
  const last = await tx.suggestion.aggregate({ where: { sectionId: section.id }, _max: { number: true } });
  const number = (last._max.number ?? 0) + 1;
  const id = newId(context.at);
  const of = { id, assessmentId, sectionId: section.id, number, blockId: block.id, blockVersion: block.version, language: block.language };
  const made = { state: "open", settledNote: "", byId: context.by.id, at: context.at, version: 1 };
  await tx.suggestion.create({ data: { ...of, document: JSON.stringify(document), reason, ...made } });
  await keepSuggestion(tx, context, id);
  if (outside) await keepOutsideAuthor(tx, { assessmentId, kind: "suggestion", recordId: id, ...outside });
  const words = { before: textOfDoc(block.document), after: textOfDoc(document) };
  const told = {
    ...(await commentPlace(tx, section, { blockId: block.id })),
    ...(outside && { onBehalfOf: outside.name }),
    text: words,
    reason,
  };
  const subject = { type: "suggestion", id, version: 1 } as const;
  return { id, number, event: { action: "suggestion.make", subject, label: suggestionLabel(section, { number }), change: told } };
}
