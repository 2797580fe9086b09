import { z } from "zod";
import type { Db } from "~/platform/db.server";

const Frozen = z.looseObject({
  sections: z.array(z.looseObject({ id: z.string(), version: z.int() })),
  statements: z.array(z.looseObject({ code: z.string(), version: z.int() })),
});

/** A statement as it was in an edition and as it is now: the version of its section, and whether its own words were written since. */
export interface ChangeSince {
  code: string;
  section: string;
  /** "Version n" of the section in the edition; null where the edition does not have it. */
  from: number | null;
  to: number;
  isRewritten: boolean;
}

/** What was written since an edition in the sections of these statements, in their order. Statements that are gone are left out. */
export async function listChangesSince(db: Db, assessmentId: string, editionId: string, codes: readonly string[]): Promise<ChangeSince[]> {
  if (codes.length === 0) return [];
  const { manifest } = await db.edition.findUniqueOrThrow({ where: { id: editionId }, select: { manifest: true } });
  const frozen = Frozen.parse(JSON.parse(manifest));
  const rows = await db.statement.findMany({
    where: { assessmentId, code: { in: [...codes] } },
    select: { code: true, block: { select: { version: true, section: { select: { id: true, code: true, changes: true } } } } },
  });
  return codes.flatMap((code) => {
    const block = rows.find((row) => row.code === code)?.block;
    if (!block) return [];
    const before = frozen.statements.find((statement) => statement.code === code);
    const section = frozen.sections.find(({ id }) => id === block.section.id);
    const isRewritten = before !== undefined && before.version !== block.version;
    return [{ code, section: block.section.code, from: section?.version ?? null, to: block.section.changes, isRewritten }];
  });
}
