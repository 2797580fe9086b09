import type { AuditEvent } from "~/domain/audit";
import { overtakenReasons } from "~/domain/coverage/passing";
import { findStudy } from "~/platform/acting.server";
import { asEvents, change, type ChangeContext } from "~/platform/change.server";
import { findSectionToWrite } from "~/platform/find-section.server";
import { checksOfSection, computeGate, listGateReasons } from "~/platform/gate.server";
import { keepReason } from "./keep-reason.server";

/** Ends the reasons of a section whose warning is in order by now, or is not asked any more: should it come back, it asks for a reason again. */
export async function endReasons(context: ChangeContext, input: { assessmentId: string; sectionId: string }): Promise<void> {
  return change<void>({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, sectionId } = input;
    const section = await findSectionToWrite(tx, context, assessmentId, sectionId);
    const { protocol } = await findStudy(tx, assessmentId);
    const checks = checksOfSection(await computeGate(tx, assessmentId, protocol), sectionId);
    const ended = overtakenReasons(checks, await listGateReasons(tx, assessmentId, sectionId));
    const events: AuditEvent[] = [];
    for (const { id, check, subject, reason, version } of ended) {
      const row = await tx.gateReason.update({ where: { id }, data: { archivedAt: context.at, version: version + 1 } });
      await keepReason(tx, context, row);
      const told = { section: section.code, check, reason: { before: reason, after: null } };
      events.push({
        action: "gate.end-reason",
        subject: { type: "gate-reason", id, version: row.version },
        label: subject,
        change: told,
      });
    }
    return { result: undefined, event: asEvents(events) };
  });
}
