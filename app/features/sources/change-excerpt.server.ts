import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import type { Passage } from "./add-excerpt.server";
import { findChangeableExcerpt, keepExcerpt } from "./keep-source.server";

const fields = ["form", "text", "language", "place"] as const;

export async function changeExcerpt(
  context: ChangeContext,
  input: Passage & { assessmentId: string; id: string; version: number },
): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version, form, text, language, place } = input;
    requireMay(context, assessmentId, "source.write", "source.read");
    const before = await findChangeableExcerpt(tx, assessmentId, id);
    const after = { form, text, language, place };
    const changed = fields.filter((field) => before[field] !== after[field]);
    if (changed.length === 0 && before.version === version) return { result: { version }, event: "nothing changed" };
    const { count } = await tx.excerpt.updateMany({ where: { id, version }, data: { ...after, version: version + 1 } });
    if (count === 0)
      throw refuse("conflict", { version: before.version, theirs: { form: before.form, text: before.text, place: before.place } });
    await keepExcerpt(tx, context, id);
    const told = Object.fromEntries(changed.map((field) => [field, { before: before[field], after: after[field] }]));
    const subject = { type: "excerpt", id, version: version + 1 } as const;
    return { result: { version: version + 1 }, event: { action: "excerpt.change", subject, label: before.code, change: told } };
  });
}
