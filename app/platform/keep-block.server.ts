import { foldWords } from "~/domain/fold";
import { moveFrom } from "~/domain/moves/table";
import { sectionMoves } from "~/domain/moves/section";
import type { AuditEvent } from "~/domain/audit";
import { textOfDoc } from "~/domain/text/text-of-doc";
import type { ChangeContext } from "./change.server";
import type { Tx } from "./db.server";
import { documentOf } from "./evidence-graph.server";
import { insertRows } from "./insert-rows.server";
import { keepSection } from "./keep-section.server";
import { keepVersion, keptDigests } from "./versions.server";
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
  await tellRecords(tx, context, section, changes);
  if (!start) return { changes, started: [] };
  await keepSection(tx, context, section.id);
  const subject = { type: "section", id: section.id, version: section.version + 1 } as const;
  return {
    changes,
    started: [{ action: "section.start", subject, label: section.code, change: { state: { before: section.state, after: start.to } } }],
  };
}

/** The kinds of record that make a section what it is. */
const recordKinds = ["block", "link", "translation"] as const;

/** Says which records this change of a section wrote, so that each of its versions can be shown again. */
async function tellRecords(
  tx: Tx,
  { by, at }: ChangeContext,
  { id: sectionId, assessmentId }: FoundSection,
  number: number,
): Promise<void> {
  const kept = keptDigests(tx).filter(({ kind }) => recordKinds.some((each) => each === kind));
  const newest = new Map(kept.map((record) => [record.id, record]));
  const rows = [...newest.values()].map(({ kind, id, version }) => ({ kind, recordId: id, recordVersion: version }));
  await insertRows(
    tx,
    "SectionChange",
    rows.map((row) => ({ sectionId, number, ...row, assessmentId, byId: by.id, at })),
  );
}
