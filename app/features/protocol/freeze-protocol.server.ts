import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { keepAssessment } from "~/platform/keep-assessment.server";
import { refuse } from "~/platform/refusal.server";

/** Freezes the protocol in force: from now on another one is a deviation with a reason. Refuses one that is frozen already. */
export async function freezeProtocol(context: ChangeContext, input: { assessmentId: string; version: number }): Promise<void> {
  await change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, version } = input;
    requireMay(context, assessmentId, "protocol.freeze", "protocol.read");
    const assessment = await tx.assessment.findUnique({ where: { id: assessmentId } });
    if (!assessment) throw refuse("not-found");
    if (assessment.frozenAt) throw refuse("wrong-state", { state: "frozen" });
    const number = assessment.protocolNumber;
    const protocol = await tx.protocolVersion.findUniqueOrThrow({
      where: { assessmentId_number: { assessmentId, number } },
      select: { id: true, digest: true },
    });
    const { count } = await tx.assessment.updateMany({
      where: { id: assessmentId, version },
      data: { frozenAt: context.at, frozenById: context.by.id, version: version + 1 },
    });
    if (count === 0) throw refuse("conflict", { version: assessment.version });
    await keepAssessment(tx, context, assessmentId);
    const subject = { type: "protocol", id: protocol.id, version: number } as const;
    return { result: null, event: { action: "protocol.freeze", subject, label: String(number), change: { digest: protocol.digest } } };
  });
}
