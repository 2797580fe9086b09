import { pairEqual } from "~/domain/text/merge-align";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { namesOfUsers } from "~/platform/names-of-users.server";
import { readBlocks, type BlockOf } from "./blocks-of-version.server";
import { findVersionedSection, versionNumber } from "./find-section.server";

/** One version of a section: who made it and when, and its blocks in their order. */
export async function loadVersion(db: Db, user: Viewer, assessment: AssessmentRow, code: string | undefined, n: string | undefined) {
  const found = await findVersionedSection(db, user, assessment, code);
  const number = versionNumber(n, found.head.changes);
  const [blocks, made] = await Promise.all([
    readBlocks(db, user, assessment, found.section.id, number),
    madeOf(db, found.section.id, number),
  ]);
  return { head: found.head, mayRestore: found.mayRestore && number < found.head.changes, number, made, blocks };
}

/** Two versions of a section beside each other, by block. */
export async function loadComparison(
  db: Db,
  user: Viewer,
  assessment: AssessmentRow,
  params: { code?: string | undefined; n?: string | undefined; m?: string | undefined },
) {
  const found = await findVersionedSection(db, user, assessment, params.code);
  const [from, to] = [versionNumber(params.n, found.head.changes), versionNumber(params.m, found.head.changes)];
  const [before, after, madeFrom, madeTo] = await Promise.all([
    readBlocks(db, user, assessment, found.section.id, from),
    readBlocks(db, user, assessment, found.section.id, to),
    madeOf(db, found.section.id, from),
    madeOf(db, found.section.id, to),
  ]);
  return {
    head: found.head,
    from: { number: from, made: madeFrom },
    to: { number: to, made: madeTo },
    blocks: compareBlocks(before, after),
  };
}

/** A block in two versions: whether it came, went, moved or changed. */
export interface ComparedBlock {
  id: string;
  code: string;
  what: "added" | "removed" | "changed" | "same";
  moved: boolean;
  before: BlockOf | null;
  after: BlockOf | null;
}

/** The blocks of the later version in their order, those that went at the place where they stood. */
function compareBlocks(before: readonly BlockOf[], after: readonly BlockOf[]): ComparedBlock[] {
  const [beforeIds, afterIds] = [before.map(({ id }) => id), after.map(({ id }) => id)];
  const common = beforeIds.filter((id) => afterIds.includes(id));
  const inOrder = pairEqual(
    common,
    afterIds.filter((id) => beforeIds.includes(id)),
  );
  const moved = new Set(common.filter((_, at) => inOrder[at] === -1));
  const compared = after.map((block): ComparedBlock => {
    const was = before.find(({ id }) => id === block.id) ?? null;
    const what = was === null ? "added" : JSON.stringify(was) === JSON.stringify(block) ? "same" : "changed";
    return { id: block.id, code: block.code, what, moved: moved.has(block.id), before: was, after: block };
  });
  for (const [at, block] of before.entries()) {
    if (afterIds.includes(block.id)) continue;
    const previous = before.slice(0, at).findLast(({ id }) => compared.some((one) => one.id === id))?.id;
    const place = previous === undefined ? 0 : compared.findIndex(({ id }) => id === previous) + 1;
    compared.splice(place, 0, { id: block.id, code: block.code, what: "removed", moved: false, before: block, after: null });
  }
  return compared;
}

async function madeOf(db: Db, sectionId: string, number: number): Promise<{ by: string; at: Date } | null> {
  const row = await db.sectionChange.findFirst({ where: { sectionId, number }, select: { byId: true, at: true } });
  return row && { by: (await namesOfUsers(db, [row.byId])).get(row.byId) ?? "", at: row.at };
}
