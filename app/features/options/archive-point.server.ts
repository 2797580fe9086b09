import { findOption } from "~/domain/protocol/readers";
import { findStudy, requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeablePoint, keepPoint } from "./keep-point.server";

export async function archivePoint(context: ChangeContext, input: { assessmentId: string; id: string; version: number }): Promise<void> {
  await change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    requireMay(context, assessmentId, "option.write", "option.read");
    const before = await findChangeablePoint(tx, assessmentId, id);
    const { protocol } = await findStudy(tx, assessmentId);
    const { count } = await tx.optionPoint.updateMany({ where: { id, version }, data: { archivedAt: context.at, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: before.version, theirs: before.text });
    await keepPoint(tx, context, id);
    const subject = { type: "option-point", id, version: version + 1 } as const;
    const label = `${findOption(protocol, before.option)?.code ?? before.option}.${before.number}`;
    return { result: null, event: { action: "option.archive-point", subject, label, change: {} } };
  });
}
