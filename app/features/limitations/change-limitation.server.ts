import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import type { LimitationInput } from "./add-limitation.server";
import { findChangeableLimitation, keepLimitation, limitationLabel, requirePlaces } from "./keep-limitation.server";

export async function changeLimitation(
  context: ChangeContext,
  input: LimitationInput & { assessmentId: string; id: string; version: number },
): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    requireMay(context, assessmentId, "limitation.write", "section.read");
    const before = await findChangeableLimitation(tx, assessmentId, id);
    await requirePlaces(tx, assessmentId, input);
    const places = { sections: [...input.sections].sort(), statements: [...input.statements].sort() };
    const after = {
      text: input.text,
      language: input.language,
      sections: JSON.stringify(places.sections),
      statements: JSON.stringify(places.statements),
    };
    const words = (["text", "language"] as const).filter((field) => before[field] !== after[field]);
    const moved = (["sections", "statements"] as const).filter((field) => before[field] !== after[field]);
    if (words.length + moved.length === 0 && before.version === version) return { result: { version }, event: "nothing changed" };
    const { count } = await tx.limitation.updateMany({ where: { id, version }, data: { ...after, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: before.version, theirs: before.text });
    await keepLimitation(tx, context, id);
    const told = {
      ...Object.fromEntries(words.map((field) => [field, { before: before[field], after: after[field] }])),
      ...Object.fromEntries(moved.map((field) => [field, { before: JSON.parse(before[field]) as string[], after: places[field] }])),
    };
    const subject = { type: "limitation", id, version: version + 1 } as const;
    return {
      result: { version: version + 1 },
      event: { action: "limitation.change", subject, label: limitationLabel(before.number), change: told },
    };
  });
}
