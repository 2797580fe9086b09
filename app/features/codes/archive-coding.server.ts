import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeableCoding, keepCoding } from "./keep-coding.server";

/** Takes a code off a passage; also of a text that is no longer there to be read. */
export async function archiveCoding(context: ChangeContext, input: { assessmentId: string; id: string; version: number }): Promise<void> {
  await change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, id, version } = input;
    requireMay(context, assessmentId, "coding.write", "coding.read");
    const before = await findChangeableCoding(tx, assessmentId, id);
    const { count } = await tx.coding.updateMany({ where: { id, version }, data: { archivedAt: context.at, version: version + 1 } });
    if (count === 0) throw refuse("conflict", { version: before.version });
    await keepCoding(tx, context, id);
    const subject = { type: "coding", id, version: version + 1 } as const;
    const of = { id: before.evidenceId, assessmentId };
    const answer = await tx.interviewAnswer.findFirst({ where: of, select: { code: true } });
    const text = answer ?? (await tx.excerpt.findFirst({ where: of, select: { code: true } }));
    return { result: null, event: { action: "coding.archive", subject, label: text?.code ?? before.code, change: { code: before.code } } };
  });
}
