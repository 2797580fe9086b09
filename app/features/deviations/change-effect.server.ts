import { canonical } from "~/domain/canonical";
import type { LocalText } from "~/domain/local-text";
import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { keepDeviation } from "./keep-deviation.server";

/** What a deviation means for the study, put otherwise; its reason and who agreed to it stay as they were. */
export async function changeEffect(
  context: ChangeContext,
  input: { assessmentId: string; id: string; version: number; effect: LocalText },
): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    requireMay(context, assessmentId, "protocol.deviate", "protocol.read");
    const before = await tx.deviation.findFirst({ where: { id, assessmentId } });
    if (!before) throw refuse("not-found");
    const effect = canonical(input.effect);
    if (before.version === version && before.effect === effect) return { result: { version }, event: "nothing changed" };
    const { count } = await tx.deviation.updateMany({ where: { id, version }, data: { effect, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: before.version });
    await keepDeviation(tx, context, id);
    const words = (stored: string) => Object.values(JSON.parse(stored) as LocalText).join("\n\n");
    const subject = { type: "deviation", id, version: version + 1 } as const;
    const told = { effect: { before: words(before.effect), after: words(effect) } };
    return { result: { version: version + 1 }, event: { action: "deviation.change", subject, label: String(before.number), change: told } };
  });
}
