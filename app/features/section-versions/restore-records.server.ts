import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { indexBlock, keepBlock } from "~/platform/keep-block.server";
import { keepLink } from "~/platform/keep-link.server";
import { refuse } from "~/platform/refusal.server";
import type { BlockAt, LinkAt, TranslationAt } from "~/platform/section-versions.server";
import { keepVersion } from "~/platform/versions.server";

/** Makes a block what it was, or archives one that was not there; says whether it had to. */
export async function restoreBlock(tx: Tx, context: ChangeContext, id: string, was: BlockAt | null): Promise<boolean> {
  const now = await tx.block.findUniqueOrThrow({ where: { id }, include: { statement: true } });
  if (!was) {
    await writeBlock(tx, context, now, { archivedAt: context.at });
    return true;
  }
  const { confidence, confidenceReason, confidenceComponents, contradictionAnswer, addressedTo } = was.statement ?? {};
  const weighed = { confidence, confidenceReason, confidenceComponents, contradictionAnswer, addressedTo };
  const fields = { document: was.document, sort: was.sort, data: was.data, repeats: was.repeats };
  const isWeighed = was.statement !== null && differs(now.statement, weighed);
  if (now.archivedAt === null && !isWeighed && !differs(now, fields)) return false;
  if (was.statement && isWeighed) {
    const { kind: _, code: __, number: ___, question: ____, part: _____, ...columns } = was.statement;
    await tx.statement.update({ where: { blockId: id }, data: columns });
  }
  await writeBlock(tx, context, now, { ...fields, archivedAt: null });
  return true;
}

async function writeBlock(
  tx: Tx,
  context: ChangeContext,
  { id, version }: { id: string; version: number },
  data: { archivedAt: Date | null; document?: string; sort?: string; data?: string | null; repeats?: string | null },
): Promise<void> {
  const { by, at } = context;
  const { count } = await tx.block.updateMany({ where: { id, version }, data: { ...data, version: version + 1, byId: by.id, at } });
  if (count === 0) throw refuse("conflict");
  await keepBlock(tx, context, id);
}

/** Makes a link what it was, or archives one that was not there; says whether it had to. */
export async function restoreLink(tx: Tx, context: ChangeContext, id: string, was: LinkAt | null): Promise<boolean> {
  const now = await tx.link.findUniqueOrThrow({ where: { id } });
  if (was && now.archivedAt === null && now.kind === was.kind && now.note === was.note) return false;
  const fields = was ? { kind: was.kind, note: was.note, archivedAt: null } : { archivedAt: context.at };
  const { count } = await tx.link.updateMany({
    where: { id, version: now.version },
    data: { ...fields, version: now.version + 1, byId: context.by.id, at: context.at },
  });
  if (count === 0) throw refuse("conflict");
  await keepLink(tx, context, id);
  return true;
}

/** Makes a translation what it was, with the original that it was made from; says whether it had to. */
export async function restoreTranslation(tx: Tx, { by, at }: ChangeContext, was: TranslationAt): Promise<boolean> {
  const now = await tx.translation.findUniqueOrThrow({ where: { id: was.id } });
  const { body, originalDigest } = was;
  if (now.body === body && now.originalDigest === originalDigest) return false;
  const { assessmentId, kind, recordId, field, language, version } = now;
  const { count } = await tx.translation.updateMany({
    where: { id: now.id, version },
    data: { body, originalDigest, version: version + 1, byId: by.id, at },
  });
  if (count === 0) throw refuse("conflict");
  const kept = { kind, recordId, field, language, body, originalDigest };
  await keepVersion(tx, { assessmentId, kind: "translation", recordId: now.id, number: version + 1, body: kept, by, at });
  await indexBlock(tx, recordId);
  return true;
}

function differs(now: object | null, was: object): boolean {
  const found = new Map<string, unknown>(Object.entries(now ?? {}));
  return Object.entries(was).some(([name, value]) => found.get(name) !== value);
}
