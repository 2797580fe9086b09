import { findStudy, personOf, requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { setGrounds } from "~/platform/grounds.server";
import { refuse } from "~/platform/refusal.server";
import { type Point, requireOption } from "./add-point.server";
import { findChangeablePoint, keepPoint } from "./keep-point.server";

const fields = ["criterion", "side", "text", "language"] as const;

export async function changePoint(
  context: ChangeContext,
  input: Point & { assessmentId: string; id: string; version: number },
): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version, criterion, side, text, language } = input;
    requireMay(context, assessmentId, "option.write", "option.read");
    const before = await findChangeablePoint(tx, assessmentId, id);
    const study = await findStudy(tx, assessmentId);
    const code = requireOption(study.protocol, before.option, criterion);
    if (before.version !== version) throw refuse("conflict", { version: before.version, theirs: before.text });
    const grounds = await setGrounds(
      tx,
      context,
      { ...study, viewer: personOf(context, assessmentId) },
      { kind: "option-point", id },
      input.grounds,
    );
    const after = { criterion, side, text, language };
    const changed = fields.filter((field) => before[field] !== after[field]);
    if (changed.length === 0 && grounds === null) return { result: { version }, event: "nothing changed" };
    await tx.optionPoint.update({ where: { id }, data: { ...after, byId: context.by.id, at: context.at, version: version + 1 } });
    await keepPoint(tx, context, id);
    const told = Object.fromEntries(changed.map((field) => [field, { before: before[field], after: after[field] }]));
    const subject = { type: "option-point", id, version: version + 1 } as const;
    return {
      result: { version: version + 1 },
      event: {
        action: "option.change-point",
        subject,
        label: `${code}.${before.number}`,
        change: { ...told, ...(grounds && { grounds }) },
      },
    };
  });
}
