import { wouldMakeCycle } from "~/domain/evidence/graph";
import { nodeKey, requireNodeKind } from "~/domain/evidence/kinds";
import { personOf } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { listCodes } from "~/platform/evidence-codes.server";
import { readGraph } from "~/platform/evidence-graph.server";
import { findSectionToWrite, type FoundSection } from "~/platform/find-section.server";
import { countChange } from "~/platform/keep-block.server";
import { keepSection } from "~/platform/keep-section.server";
import { refuse } from "~/platform/refusal.server";
import { readSectionAt, type SectionAt } from "~/platform/section-versions.server";
import { listLost, withoutRecords, type Looking, type Lost } from "./list-lost.server";
import { restoreBlock, restoreLink, restoreTranslation } from "./restore-records.server";

/** A version of a section to bring back; `changes` is the newest that the person has seen. */
export interface RestoreSection {
  assessmentId: string;
  sectionId: string;
  number: number;
  changes: number;
  /** Links and blocks of the version that are not to come back, as `listLost` names them. */
  without?: readonly string[];
}

/**
 * Brings a section back to what it was after one of its changes, as a new version: its blocks with their words and places, its links and its
 * translations. Statements keep their numbers. Refused (409) where the section moved on, and (422) where something would be cited, repeated or
 * answered anew that can't be, another section stands on a statement that would go, or a link would lead around in a circle.
 */
export async function restoreSection(context: ChangeContext, input: RestoreSection): Promise<{ changes: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, sectionId, number, without = [] } = input;
    const section = await findSectionToWrite(tx, context, assessmentId, sectionId);
    if (section.changes !== input.changes) throw refuse("conflict", { changes: section.changes });
    if (number < 1 || number > section.changes) throw refuse("not-found");
    const [whole, now] = [await readSectionAt(tx, sectionId, number), await readSectionAt(tx, sectionId, section.changes)];
    const was = withoutRecords(whole, without);
    const leftOut = await requireNothingLost(
      tx,
      { assessmentId, viewer: personOf(context, assessmentId), at: context.at },
      { whole, was, now },
    );
    await requireNothingOn(tx, section, was, now);
    const records = await bringBack(tx, context, was, now);
    if (records === 0) return { result: { changes: section.changes }, event: "nothing changed" };
    await requireSound(tx, assessmentId, was);
    await tx.section.update({ where: { id: sectionId }, data: { version: { increment: 1 } } });
    await keepSection(tx, context, sectionId);
    const { changes, started } = await countChange(tx, context, { ...section, version: section.version + 1 });
    const event = {
      action: "section.restore",
      subject: { type: "section", id: sectionId, version: section.version + 1 },
      label: section.code,
      change: { sectionVersion: { before: section.changes, after: number }, restored: records, ...(leftOut.length > 0 && { leftOut }) },
    } as const;
    return { result: { changes }, event: [event, ...started] };
  });
}

/** Refuses what can't be cited, repeated or answered anew; gives the codes of what is left out for that. */
async function requireNothingLost(
  tx: Tx,
  looking: Looking,
  { whole, was, now }: { whole: SectionAt; was: SectionAt; now: SectionAt },
): Promise<string[]> {
  const lost = await listLost(tx, looking, { was, now });
  if (lost.length > 0) throw refuse("invalid", { field: "version", message: "cannot-come-back", codes: codesOf(lost), lost });
  return whole.blocks.length + whole.links.length === was.blocks.length + was.links.length
    ? []
    : codesOf(await listLost(tx, looking, { was: whole, now }));
}

function codesOf(lost: readonly Lost[]): string[] {
  return [...new Set(lost.map(({ on, code }) => [on, code].filter(Boolean).join(": ")))];
}

/** Writes every record that is not what it was; gives their number. */
async function bringBack(tx: Tx, context: ChangeContext, was: SectionAt, now: SectionAt): Promise<number> {
  let records = 0;
  const each = async <Row extends { id: string }>(
    before: readonly Row[],
    after: readonly Row[],
    write: (id: string, row: Row | null) => Promise<boolean>,
  ) => {
    const ids = new Set([...before, ...after].map(({ id }) => id));
    for (const id of ids) if (await write(id, before.find((row) => row.id === id) ?? null)) records += 1;
  };
  await each(was.blocks, now.blocks, (id, row) => restoreBlock(tx, context, id, row));
  await each(was.links, now.links, (id, row) => restoreLink(tx, context, id, row));
  await each([], await listDormantLinks(tx, was, now), (id) => restoreLink(tx, context, id, null));
  for (const row of was.translations) if (await restoreTranslation(tx, context, row)) records += 1;
  return records;
}

/** Links that went with their blocks and would be back with them, which the version did not have. */
async function listDormantLinks(tx: Tx, was: SectionAt, now: SectionAt): Promise<{ id: string }[]> {
  const coming = was.blocks.filter(({ id }) => !now.blocks.some((block) => block.id === id)).map(({ id }) => id);
  const known = was.links.map(({ id }) => id);
  return tx.link.findMany({ where: { fromBlockId: { in: coming }, archivedAt: null, id: { notIn: known } }, select: { id: true } });
}

/** Refuses to take a statement away under what stands on it in another section; names what does. */
async function requireNothingOn(tx: Tx, section: FoundSection, was: SectionAt, now: SectionAt): Promise<void> {
  const kept = new Set(was.blocks.map(({ id }) => id));
  const gone = now.blocks.filter(({ id, statement }) => statement !== null && !kept.has(id)).map(({ id }) => id);
  const statements = await tx.statement.findMany({ where: { blockId: { in: gone } }, select: { id: true } });
  const ids = statements.map(({ id }) => id);
  const links = await tx.link.findMany({
    where: { archivedAt: null, toKind: "statement", toId: { in: ids } },
    select: { fromBlockId: true },
  });
  const on = await tx.block.findMany({
    where: {
      assessmentId: section.assessmentId,
      archivedAt: null,
      sectionId: { not: section.id },
      section: { archivedAt: null },
      OR: [{ repeats: { in: ids } }, { id: { in: links.map(({ fromBlockId }) => fromBlockId) } }],
    },
    select: { statement: { select: { code: true } }, section: { select: { code: true } } },
  });
  const codes = [...new Set(on.map((block) => block.statement?.code ?? block.section.code))];
  if (codes.length > 0) throw refuse("invalid", { field: "version", message: "stood-on", codes });
}

/** Refuses links that lead to a statement that is not there any more, or around in a circle; names where they lead. */
async function requireSound(tx: Tx, assessmentId: string, was: SectionAt): Promise<void> {
  const graph = await readGraph(tx, assessmentId);
  const links = was.links.map((link) => ({ ...link, to: { kind: requireNodeKind(link.toKind), id: link.toId } }));
  const wrong = links.filter(
    ({ to, fromBlockId }) => (to.kind === "statement" && !graph.statements.has(to.id)) || wouldMakeCycle(graph, fromBlockId, to),
  );
  if (wrong.length === 0) return;
  const codes = await listCodes(
    tx,
    assessmentId,
    wrong.map(({ to }) => to),
  );
  throw refuse("invalid", {
    field: "version",
    message: "leads-nowhere",
    codes: [...new Set(wrong.map(({ to }) => codes.get(nodeKey(to)) ?? "?"))],
  });
}
