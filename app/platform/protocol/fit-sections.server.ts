import type { Protocol } from "~/domain/protocol/schema";
import { outlineRows, type OutlineRow } from "~/domain/sections/from-outline";
import type { ChangeContext } from "../change.server";
import type { Tx } from "../db.server";
import { newId } from "../ids.server";
import { keepSection } from "../keep-section.server";
import { continuedSections } from "~/domain/sections/fitting-sections";

/** Brings the sections in line with a new outline: new ones are made, those that go are archived, all others keep their id, state and people. */
export async function fitSections(tx: Tx, context: ChangeContext, assessmentId: string, protocol: Protocol): Promise<void> {
  const there = await tx.section.findMany({ where: { assessmentId } });
  const continued = continuedSections(protocol.outline, there);
  const rows = outlineRows(protocol);
  const ids = new Map(rows.map(({ node }) => [node, continued.get(node)?.id ?? newId(context.at)]));
  await freeCodes(tx, rows, continued);
  for (const row of rows)
    await fitSection(tx, context, { assessmentId, ids, row, before: there.find(({ id }) => id === ids.get(row.node)) });
  const stay = new Set(ids.values());
  for (const { id, version } of there.filter((section) => !stay.has(section.id) && section.archivedAt === null)) {
    await tx.section.update({ where: { id }, data: { archivedAt: context.at, version: version + 1 } });
    await keepSection(tx, context, id);
  }
}

/** Two sections may change codes or nodes with each other: what is about to be given is let go of first. */
async function freeCodes(
  tx: Tx,
  rows: readonly OutlineRow[],
  continued: ReadonlyMap<string, { id: string; code: string; node: string }>,
): Promise<void> {
  for (const { node, code } of rows) {
    const section = continued.get(node);
    if (section && (section.code !== code || section.node !== node))
      await tx.section.update({ where: { id: section.id }, data: { code: `~${section.id}`, node: `~${section.id}` } });
  }
}

interface Fitting {
  assessmentId: string;
  ids: ReadonlyMap<string, string>;
  row: OutlineRow;
  before: Awaited<ReturnType<Tx["section"]["findMany"]>>[number] | undefined;
}

async function fitSection(tx: Tx, context: ChangeContext, { assessmentId, ids, row, before }: Fitting): Promise<void> {
  const { parentNode, translationOfNode, heading, ...plain } = row;
  const idOf = (node: string | null) => (node === null ? null : (ids.get(node) ?? null));
  const after = {
    ...plain,
    heading: JSON.stringify(heading),
    parentId: idOf(parentNode),
    translationOfId: idOf(translationOfNode),
    archivedAt: null,
  };
  const id = before?.id ?? idOf(row.node) ?? newId(context.at);
  if (!before) {
    await tx.section.create({ data: { ...after, id, assessmentId, state: "not-started", changes: 0, version: 1 } });
    await keepSection(tx, context, id);
  } else if (Object.entries(after).some(([field, value]) => before[field as keyof typeof before] !== value)) {
    await tx.section.update({ where: { id }, data: { ...after, version: before.version + 1 } });
    await keepSection(tx, context, id);
  }
}
