import { foldWords } from "~/domain/fold";
import { moveFrom } from "~/domain/moves/table";
import { sectionMoves } from "~/domain/moves/section";
import type { AuditEvent } from "~/domain/audit";
import { textOfDoc } from "~/domain/text/text-of-doc";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { documentOf } from "~/platform/evidence-graph.server";
import { keepSection } from "~/platform/keep-section.server";
import { keepVersion } from "~/platform/versions.server";
import type { FoundSection } from "./find-section.server";

/** Keeps what a block holds now, with its statement, and brings its words into the search index. */
export async function keepBlock(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const row = await tx.block.findUniqueOrThrow({
    where: { id },
    omit: { createdAt: true, byId: true, at: true },
    include: { statement: { omit: { id: true, blockId: true, assessmentId: true } } },
  });
  const { assessmentId, version, archivedAt, ...fields } = row;
  const body = { ...fields, archivedAt: archivedAt?.toISOString() ?? null };
  await keepVersion(tx, { assessmentId, kind: "block", recordId: id, number: version, body, by, at });
  await indexBlock(tx, id);
}

/** Keeps what a link holds now. */
export async function keepLink(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const row = await tx.link.findUniqueOrThrow({ where: { id }, omit: { byId: true, at: true } });
  const { assessmentId, version, archivedAt, ...fields } = row;
  const body = { ...fields, archivedAt: archivedAt?.toISOString() ?? null };
  await keepVersion(tx, { assessmentId, kind: "link", recordId: id, number: version, body, by, at });
}

/** Brings the words of a block and its translations into the search index; nothing of an archived one. */
export async function indexBlock(tx: Tx, id: string): Promise<void> {
  const { assessmentId, document, language, archivedAt } = await tx.block.findUniqueOrThrow({ where: { id } });
  const kind = "block";
  await tx.searchText.deleteMany({ where: { kind, recordId: id } });
  if (archivedAt) return;
  const translations = await tx.translation.findMany({
    where: { kind, recordId: id, field: "document" },
    select: { language: true, body: true },
  });
  const texts = [{ language, body: document }, ...translations.filter((each) => each.language !== language)];
  const rows = texts.map((text) => ({
    assessmentId,
    kind,
    recordId: id,
    language: text.language,
    words: foldWords(textOfDoc(documentOf(text.body)), text.language).join(" "),
  }));
  await tx.searchText.createMany({ data: rows.filter(({ words }) => words !== "") });
}

/** Counts one more change in a section: what its page shows as its version. The first one starts it, and is told as an event of its own. */
export async function countChange(
  tx: Tx,
  context: ChangeContext,
  section: FoundSection,
): Promise<{ changes: number; started: AuditEvent[] }> {
  const start = moveFrom(sectionMoves, section.state, "start");
  const moved = start && { state: start.to, stateAt: context.at, stateById: context.by.id, version: section.version + 1 };
  const { changes } = await tx.section.update({
    where: { id: section.id },
    data: { changes: { increment: 1 }, ...moved },
    select: { changes: true },
  });
  if (!start) return { changes, started: [] };
  await keepSection(tx, context, section.id);
  const subject = { type: "section", id: section.id, version: section.version + 1 } as const;
  return {
    changes,
    started: [{ action: "section.start", subject, label: section.code, change: { state: { before: section.state, after: start.to } } }],
  };
}
