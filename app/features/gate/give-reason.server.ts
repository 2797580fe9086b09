import type { CheckName } from "~/domain/coverage/gate";
import { checkState } from "~/domain/coverage/passing";
import { findStudy } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { findSectionToWrite } from "~/platform/find-section.server";
import { checksOfSection, computeGate } from "~/platform/gate.server";
import { newId } from "~/platform/ids.server";
import { refuse } from "~/platform/refusal.server";
import { keepReason } from "./keep-reason.server";

/** Why a warning of a section is taken as it is. `version` is that of the reason shown on the form; 0 = there was none. */
export interface GiveReason {
  assessmentId: string;
  sectionId: string;
  check: CheckName;
  subject: string;
  reason: string;
  language: string;
  version: number;
}

/** Gives a reason for a warning, or another than was given before. Refuses what is no warning of the section now (422): a blocker takes no reason. */
export async function giveReason(context: ChangeContext, input: GiveReason): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, sectionId, check, subject, reason, language, version } = input;
    const section = await findSectionToWrite(tx, context, assessmentId, sectionId);
    if (reason.trim() === "") throw refuse("invalid", { field: "reason", message: "required" });
    const where = { sectionId_check_subject: { sectionId, check, subject } };
    const before = await tx.gateReason.findUnique({ where });
    const holds = before?.archivedAt === null ? before : null;
    if ((holds?.version ?? 0) !== version)
      throw refuse("conflict", { theirs: { version: holds?.version ?? 0, reason: holds?.reason ?? "" } });
    if (holds?.reason === reason) return { result: { version }, event: "nothing changed" };
    await requireWarning(tx, input);
    const written = { reason, language, archivedAt: null, byId: context.by.id, at: context.at, version: (before?.version ?? 0) + 1 };
    const row = before
      ? await tx.gateReason.update({ where, data: written })
      : await tx.gateReason.create({ data: { id: newId(context.at), assessmentId, sectionId, check, subject, ...written } });
    await keepReason(tx, context, row);
    const event = {
      action: "gate.give-reason",
      subject: { type: "gate-reason", id: row.id, version: row.version },
      label: subject,
      change: { section: section.code, check, reason: { before: holds?.reason ?? null, after: reason } },
    } as const;
    return { result: { version: row.version }, event };
  });
}

async function requireWarning(tx: Tx, { assessmentId, sectionId, check, subject }: GiveReason): Promise<void> {
  const { protocol } = await findStudy(tx, assessmentId);
  const checks = checksOfSection(await computeGate(tx, assessmentId, protocol), sectionId);
  const asked = checks.find((one) => one.check === check && one.subject === subject);
  if (!asked || checkState(asked, []) !== "asks-reason") throw refuse("invalid", { field: "reason", message: "no-warning" });
}
