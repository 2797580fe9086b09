import { withNote } from "~/domain/screening/appraisal";
import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeableSource, keepSource } from "./keep-source.server";
import { rowOfSource, type SourceInput } from "./source-row.server";

const fields = [
  "type",
  "title",
  "titleKind",
  "authors",
  "issued",
  "bibliography",
  "language",
  "origin",
  "reading",
  "appraisal",
  "abstract",
  "channel",
] as const;

export async function changeSource(
  context: ChangeContext,
  input: SourceInput & { assessmentId: string; id: string; version: number },
): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    requireMay(context, assessmentId, "source.write", "source.read");
    const before = await findChangeableSource(tx, assessmentId, id);
    const after = rowOfSource({ ...input, appraisal: withNote(before.appraisal, input.appraisal) });
    const changed = fields.filter((field) => before[field] !== after[field]);
    if (changed.length === 0 && before.version === version) return { result: { version }, event: "nothing changed" };
    const { count } = await tx.source.updateMany({ where: { id, version }, data: { ...after, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: before.version });
    await keepSource(tx, context, id);
    const told = Object.fromEntries(changed.map((field) => [field, { before: before[field], after: after[field] }]));
    const subject = { type: "source", id, version: version + 1 } as const;
    return { result: { version: version + 1 }, event: { action: "source.change", subject, label: before.code, change: told } };
  });
}
